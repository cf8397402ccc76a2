import { BODY_MAX_BYTES } from '../../contract/limits.ts';
import type { Env } from '../env.ts';
import { findForm } from '../form/form-cache.ts';
import { readBytes } from '../guard/body.ts';
import { toOrigin } from '../guard/origin.ts';
import { isOverRate, RATE_PERIOD_SECONDS } from '../guard/rate.ts';
import { toNetwork } from '../guard/to-network.ts';
import { toHex } from '../hex.ts';
import { asksForPrivacy, dropTracking } from '../intake/drop-tracking.ts';
import { groupValues } from '../intake/group-values.ts';
import { parseFormPost } from '../intake/parse-form-post.ts';
import { parseLead } from '../intake/parse-lead.ts';
import { parseUrlencoded } from '../intake/parse-urlencoded.ts';
import type { PlainFormState } from '../pages/plain-form.ts';
import { againPage } from '../pages/result-page.ts';
import { disownWordings } from '../receipt/disown-wordings.ts';
import { toReceiptPath } from '../receipt/receipt-path.ts';
import { findGuardKey } from '../screen/guard-key.ts';
import type { Site } from '../site/define-site.ts';
import { storeLead } from './store-lead.ts';

/** How long the same words, sent again, count as the same lead, in milliseconds: a reload, not a new wish. */
const SAME_WORDS_MS = 10 * 60 * 1000;

/**
 * A plain HTML form, from pages where no script runs: answered with pages in the visitor's language, and with an id
 * made of its own words and the sender's network, so that sending it twice within minutes is one lead.
 */
export async function receiveFormPost(request: Request, site: Site, env: Env): Promise<Response> {
	const bytes = await readBytes(request, BODY_MAX_BYTES);
	if (bytes === undefined)
		return againPage(await findForm(site, env), 413, { issues: [{ field: 'message', code: 'too_long' }] });
	const now = Date.now();
	const post = parseUrlencoded(bytes);
	const body = String(post);
	const form = await findForm(site, env, { lang: post.get('language') ?? undefined });
	const typed = toTyped(post);
	if (await isOverRate(env, site.id, request.headers)) {
		const again = await againPage(form, 429, typed);
		again.headers.set('retry-after', String(RATE_PERIOD_SECONDS));
		return again;
	}
	const input = parseFormPost(post, form);
	const span = Math.floor(now / SAME_WORDS_MS);
	const network = toNetwork(request.headers.get('cf-connecting-ip') ?? '') ?? '';
	const words = `${site.id} ${span} ${network} ${body}`;
	input.id ??= await toId(env, words);
	const parsed = parseLead(input, form, now);
	if (!parsed.ok) return againPage(form, 422, { ...typed, issues: parsed.issues });
	const isOurs = request.headers.get('origin') === toOrigin(request.url);
	const said = isOurs ? parsed.lead : disownWordings(parsed.lead);
	let lead = asksForPrivacy(request.headers) ? dropTracking(said) : said;
	const store = () => storeLead({ env, site, lead, proof: parsed.proof, form, request, plain: true }, null);
	let result = await store();
	// Other words under an id that a page wrote into its form: they are a new enquiry, not a mistake of the visitor's.
	if (result === 'conflict') {
		lead = { ...lead, id: await toId(env, `${words} again`) };
		result = await store();
	}
	if (result === undefined) return againPage(form, 503, typed);
	const id = typeof result === 'object' ? result.sameAs : lead.id;
	const receipt = (await toReceiptPath(env, site, lead)) ? `&lead=${id}` : '';
	return new Response(null, {
		status: 303,
		headers: { location: `/${site.id}/thanks?lang=${form.language}${receipt}` },
	});
}

/** What was typed, and what the page sent along unseen, as the next page has to hold it. */
function toTyped(post: URLSearchParams): PlainFormState {
	const isHidden = (name: string) => /^(listing\.|attribution\.|proof\.|id$|language$)/.test(name);
	const groups = [...groupValues(post)];
	return {
		typed: Object.fromEntries(groups.filter(([name]) => !isHidden(name))),
		hidden: Object.fromEntries(groups.filter(([name]) => isHidden(name)).map(([name, [value = '']]) => [name, value])),
	};
}

/**
 * An id that the same words give again: a version 8 UUID (RFC 9562 §5.8) from the first 128 bits of a hash. Keyed by
 * GUARD_KEY where that is set, for who holds a lead's id may ask how it stands: nobody shall work it out from words they
 * guess.
 */
async function toId(env: Env, words: string): Promise<string> {
	const key = await findGuardKey(env, 'plain id');
	const bytes = new TextEncoder().encode(words);
	const hash = key ? await crypto.subtle.sign('HMAC', key, bytes) : await crypto.subtle.digest('SHA-256', bytes);
	const hex = toHex(hash);
	const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`8${hex.slice(13, 16)}`,
		`${variant}${hex.slice(17, 20)}`,
		hex.slice(20, 32),
	].join('-');
}
