import { html } from 'hono/html';
import type { Form } from '../../contract/form.ts';
import { LINE_MAX_LENGTH } from '../../contract/limits.ts';
import { PLAIN_PROOF_NAMES } from '../screen/plain-proof.ts';
import type { Site } from '../site/define-site.ts';
import { pageResponse } from './layout.ts';
import { renderPlainForm } from './plain-form.ts';

/** What a link to a hosted form may say: the ad's reference and its title. */
export interface HostedQuery {
	listing?: string | undefined;
	title?: string | undefined;
	/** The signed time stamp that goes back with the plain form. */
	stamp?: string | undefined;
}

/**
 * `GET /:site`: the form as a page of its own, for links, QR codes and portals that allow no script. `GET /:site/embed`:
 * the same for a frame on the site's pages; it tells its height to the page around it. Works without scripts, too.
 */
export function hostedPage(site: Site, form: Form, query: HostedQuery, embedded: boolean): Promise<Response> {
	const listing = cut(query.listing);
	const about = cut(query.title) ?? listing;
	const hidden = {
		language: form.language,
		...(listing && { 'listing.reference': listing }),
		...(query.title && about && { 'listing.title': about }),
		...(query.stamp && { [PLAIN_PROOF_NAMES.stamp]: query.stamp }),
	};
	const message = about ? form.texts.prefill?.replace('{listing}', () => about) : undefined;
	const state = { hidden, ...(message && { typed: { message: [message] } }) };
	const content = html`${embedded ? '' : renderHead(site, form, about)}
<doorstep-form lang="${form.language}" listing="${listing ?? ''}"${embedded ? '' : html` agent="none"`}>${renderPlainForm(form, state)}</doorstep-form>`;
	return pageResponse({
		form,
		title: `${form.texts.heading} · ${site.name}`,
		content,
		about,
		image: form.agent?.photo,
		turnstile: site.screen?.turnstile !== undefined,
		scripts: [`/${site.id}.js?lang=${form.language}`, ...(embedded ? ['/embed/report-height.js'] : [])],
		...(embedded ? { frameAncestors: site.origins } : { listed: true }),
	});
}

/** Who answers, the ways to them beside the form, and what it is about. */
/** What an address says, no longer than the door takes it, and never half a character. */
function cut(value: string | undefined): string | undefined {
	return value?.slice(0, LINE_MAX_LENGTH).replace(/[\uD800-\uDBFF]$/, '');
}

function renderHead(site: Site, form: Form, about: string | undefined) {
	const { name, photo, phone, whatsapp } = form.agent ?? {};
	return html`<div class="person">${photo ? html`<img src="${photo}" alt="" width="64" height="64">` : ''}
<div><strong>${name ?? site.name}</strong>${name ? html`<span class="quiet">${site.name}</span>` : ''}${
		phone || whatsapp
			? html`<span class="ways">${phone ? html`<a href="tel:${phone}">${form.texts.call}</a>` : ''}
${whatsapp ? html`<a href="https://wa.me/${whatsapp.slice(1)}" rel="noopener">${form.texts.whatsapp}</a>` : ''}</span>`
			: ''
	}</div></div>
<h1>${about ?? site.name}</h1>`;
}
