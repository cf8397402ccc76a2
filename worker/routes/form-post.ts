import { BODY_MAX_BYTES } from '../../contract/limits.ts';
import type { Env } from '../env.ts';
import { findForm } from '../form/form-cache.ts';
import { readBody } from '../guard/body.ts';
import { sha256 } from '../intake/hash.ts';
import { parseFormPost } from '../intake/parse-form-post.ts';
import { parseLead } from '../intake/parse-lead.ts';
import type { PlainFormState } from '../pages/plain-form.ts';
import { againPage } from '../pages/result-page.ts';
import type { Site } from '../site/define-site.ts';
import { storeLead } from './store-lead.ts';

/** How long the same words, sent again, count as the same lead, in milliseconds: a reload, not a new wish. */
const SAME_WORDS_MS = 10 * 60 * 1000;

/**
 * A plain HTML form, from pages where no script runs: answered with pages in the visitor's language, and with an id
 * made of its own words, so that sending it twice within minutes is one lead.
 */
export async function receiveFormPost(request: Request, site: Site, env: Env): Promise<Response> {
	const body = await readBody(request, BODY_MAX_BYTES);
	if (body === undefined)
		return againPage(await findForm(site), 413, { issues: [{ field: 'message', code: 'too_long' }] });
	const now = Date.now();
	const post = new URLSearchParams(body);
	const form = await findForm(site, post.get('language') ?? undefined);
	const input = parseFormPost(post, form);
	const span = Math.floor(now / SAME_WORDS_MS);
	input.id ??= toUuid(await sha256(`${site.id} ${span} ${body}`));
	const parsed = parseLead(input, form, now);
	const typed = toTyped(post);
	if (!parsed.ok) return againPage(form, 422, { ...typed, issues: parsed.issues });
	const result = await storeLead(env, site, parsed.lead, null);
	if (result === undefined) return againPage(form, 503, typed);
	// Other words under an id that a page wrote into its form: they are a new enquiry, not a mistake of the visitor's.
	if (result === 'conflict') {
		const lead = { ...parsed.lead, id: toUuid(await sha256(`${site.id} ${span} ${body} again`)) };
		if ((await storeLead(env, site, lead, null)) === undefined) return againPage(form, 503, typed);
	}
	return new Response(null, { status: 303, headers: { location: `/${site.id}/thanks?lang=${form.language}` } });
}

/** What was typed, and what the page sent along unseen, as the next page has to hold it. */
function toTyped(post: URLSearchParams): PlainFormState {
	const isHidden = (name: string) => /^(listing\.|attribution\.|id$|language$)/.test(name);
	const names = [...new Set(post.keys())];
	return {
		typed: Object.fromEntries(names.filter((name) => !isHidden(name)).map((name) => [name, post.getAll(name)])),
		hidden: Object.fromEntries(names.filter(isHidden).map((name) => [name, post.get(name) ?? ''])),
	};
}

/** A version 8 UUID (RFC 9562 §5.8) from the first 128 bits of a hash. */
function toUuid(hex: string): string {
	const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`8${hex.slice(13, 16)}`,
		`${variant}${hex.slice(17, 20)}`,
		hex.slice(20, 32),
	].join('-');
}
