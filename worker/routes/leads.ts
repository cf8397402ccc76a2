import { BODY_MAX_BYTES } from '../../contract/limits.ts';
import type { Env } from '../env.ts';
import { findForm } from '../form/form-cache.ts';
import { readBody } from '../guard/body.ts';
import { sha256 } from '../intake/hash.ts';
import { parseFormPost } from '../intake/parse-form-post.ts';
import { parseLead } from '../intake/parse-lead.ts';
import { log } from '../log.ts';
import type { AcceptRequest, AcceptResult } from '../outbox/protocol.ts';
import type { Site } from '../site/define-site.ts';
import { pageResponse } from './page.ts';
import { problemResponse } from './problem-response.ts';

/** How soon a caller may come back when the store was out of reach, in seconds. */
const RETRY_AFTER_SECONDS = 5;

/**
 * `POST /v1/sites/:site/leads`, from the body on: read, parse, store, answer. `202 {id}` only once the lead is on
 * disk; the same id and body again gets the same answer.
 * @param headers CORS headers of every answer
 */
export async function receiveLead(
	request: Request,
	site: Site,
	env: Env,
	headers: Record<string, string>,
): Promise<Response> {
	const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
	const isFormPost = type === 'application/x-www-form-urlencoded';
	if (!isFormPost && !['application/json', 'text/plain', ''].includes(type)) {
		return problemResponse('unsupported_type', undefined, headers);
	}
	const body = await readBody(request, BODY_MAX_BYTES);
	if (body === undefined) return problemResponse('too_large', undefined, headers);
	return isFormPost ? receiveFormPost(body, site, env) : receiveJson(body, site, env, headers);
}

async function receiveJson(body: string, site: Site, env: Env, headers: Record<string, string>): Promise<Response> {
	let input: unknown;
	try {
		input = JSON.parse(body);
	} catch {
		return problemResponse('invalid_json', undefined, headers);
	}
	const parsed = parseLead(input, await findForm(site), Date.now());
	if (!parsed.ok) return problemResponse('invalid_lead', parsed.issues, headers);
	// `receivedAt` differs between repeats, so the hash is of what the caller sent.
	const { receivedAt, ...sent } = parsed.lead;
	const result = await store(env, { site: site.id, lead: parsed.lead, bodyHash: await sha256(JSON.stringify(sent)) });
	if (result === 'unavailable') {
		return problemResponse('unavailable', undefined, { ...headers, 'retry-after': String(RETRY_AFTER_SECONDS) });
	}
	if (result === 'conflict') return problemResponse('id_reused', undefined, headers);
	log('lead', { site: site.id, id: parsed.lead.id, code: result });
	return Response.json({ id: parsed.lead.id }, { status: 202, headers: { 'cache-control': 'no-store', ...headers } });
}

/** A plain HTML form: answered with pages, and with an id made of its own words, so that sending it twice is one lead. */
async function receiveFormPost(body: string, site: Site, env: Env): Promise<Response> {
	const now = Date.now();
	const post = new URLSearchParams(body);
	const language = post.get('language') ?? undefined;
	const form = await findForm(site, language);
	const input = parseFormPost(post, form);
	const day = new Date(now).toISOString().slice(0, 10);
	input.id ??= toUuid(await sha256(`${site.id} ${day} ${body}`));
	const parsed = parseLead(input, form, now);
	if (!parsed.ok) return pageResponse(form, 422, 'failed', parsed.issues);
	const { receivedAt, ...sent } = parsed.lead;
	const result = await store(env, { site: site.id, lead: parsed.lead, bodyHash: await sha256(JSON.stringify(sent)) });
	if (result === 'unavailable') return pageResponse(form, 503, 'failed');
	log('lead', { site: site.id, id: parsed.lead.id, code: result });
	return new Response(null, { status: 303, headers: { location: `/${site.id}/thanks?lang=${form.language}` } });
}

/** Stores a lead; tries once more with a fresh stub where the runtime says that may help (an accept is idempotent). */
async function store(env: Env, request: AcceptRequest): Promise<AcceptResult | 'unavailable'> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await env.OUTBOX.getByName(request.site).accept(request);
		} catch (error) {
			const { retryable, overloaded, message } = error as {
				retryable?: boolean;
				overloaded?: boolean;
				message?: string;
			};
			if (attempt === 1 && retryable && !overloaded) continue;
			log('store_failed', { site: request.site, id: request.lead.id, reason: message ?? 'unknown' }, 'error');
			return 'unavailable';
		}
	}
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
