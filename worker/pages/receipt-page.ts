import { html } from 'hono/html';
import type { ConsentPurpose } from '../../contract/field.ts';
import type { Receipt, ReceiptConsent } from '../receipt/receipt.ts';
import type { Site } from '../site/define-site.ts';
import type { Texts } from '../texts/texts.ts';
import { pageResponse } from './layout.ts';

/** The receipt of a lead's consents as a person reads it; made to be printed. */
export function receiptPage(receipt: Receipt, site: Site, texts: Texts): Promise<Response> {
	const { title, intro, page, id, download, check } = texts.receipt;
	const content = html`<div class="card"><h1>${title}</h1>
<p>${intro.replace('{site}', receipt.siteName).replace('{time}', toTime(receipt.iat, texts, site.timeZone))}</p>
${receipt.consents.map((consent) => renderConsent(consent, texts))}
<p class="quiet">${receipt.page ? html`${page}: <bdi dir="ltr">${receipt.page}</bdi><br>` : ''}${id}: <bdi dir="ltr">${receipt.lead}</bdi></p>
<p><a href="/v1/sites/${receipt.site}/leads/${receipt.lead}/receipt" download>${download}</a></p>
<p class="quiet">${check} <a href="/.well-known/doorstep-receipts.json"><bdi dir="ltr">/.well-known/doorstep-receipts.json</bdi></a></p></div>`;
	return pageResponse({ form: texts, title: `${title} · ${receipt.siteName}`, content });
}

function renderConsent(consent: ReceiptConsent, { receipt, values, language }: Texts) {
	const { purpose, channel, given, words, wordingId } = consent;
	const subject: ConsentPurpose =
		channel === undefined ? purpose : purpose === 'contact' ? channel : `marketing.${channel}`;
	const shown = words
		? html`<blockquote lang="${consent.language ?? language}" dir="auto">${words}</blockquote>`
		: html`<p class="quiet">${receipt.unverified}${wordingId ? html` (<bdi>${wordingId}</bdi>)` : ''}</p>`;
	return html`<p><strong>${given ? receipt.given : receipt.refused}</strong>: ${values[`purpose.${subject}`]}</p>${shown}`;
}

/** A time in the words of a language, in the site's own time zone, with the zone's name. */
function toTime(seconds: number, { language }: Texts, timeZone: string): string {
	return new Intl.DateTimeFormat(language, {
		dateStyle: 'long',
		timeStyle: 'long',
		timeZone,
	}).format(seconds * 1000);
}
