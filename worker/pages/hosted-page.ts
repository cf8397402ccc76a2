import { html } from 'hono/html';
import type { Form } from '../../contract/form.ts';
import { LINE_MAX_LENGTH } from '../../contract/limits.ts';
import type { Site } from '../site/define-site.ts';
import { pageResponse } from './layout.ts';
import { renderPlainForm } from './plain-form.ts';

/** What a link to a hosted form may say: the ad's reference and its title. */
export interface HostedQuery {
	listing?: string | undefined;
	title?: string | undefined;
}

/**
 * `GET /:site`: the form as a page of its own, for links, QR codes and portals that allow no script. `GET /:site/embed`:
 * the same for a frame on the site's pages; it tells its height to the page around it. Works without scripts, too.
 */
export function hostedPage(site: Site, form: Form, query: HostedQuery, embedded: boolean): Promise<Response> {
	const listing = query.listing?.slice(0, LINE_MAX_LENGTH);
	const about = query.title?.slice(0, LINE_MAX_LENGTH) ?? listing;
	const hidden = {
		language: form.language,
		...(listing && { 'listing.reference': listing }),
		...(query.title && about && { 'listing.title': about }),
	};
	const message = about ? form.texts.prefill?.replace('{listing}', about) : undefined;
	const state = { hidden, ...(message && { typed: { message: [message] } }) };
	const content = html`${embedded ? '' : renderHead(site, form, about)}
<doorstep-form lang="${form.language}" listing="${listing ?? ''}">${renderPlainForm(form, state)}</doorstep-form>`;
	return pageResponse({
		form,
		title: `${form.texts.heading} · ${site.name}`,
		content,
		about,
		scripts: [`/${site.id}.js?lang=${form.language}`, ...(embedded ? ['/embed/report-height.js'] : [])],
		...(embedded ? { frameAncestors: site.origins } : { listed: true }),
	});
}

function renderHead(site: Site, form: Form, about: string | undefined) {
	const { agent } = form;
	return html`<div class="person">${agent?.photo ? html`<img src="${agent.photo}" alt="" width="56" height="56">` : ''}
<div><strong>${agent?.name ?? site.name}</strong><br><span class="quiet">${agent?.name ? site.name : ''}</span></div></div>
<h1>${about ?? site.name}</h1>`;
}
