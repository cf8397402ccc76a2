import type { Env } from '../env.ts';
import { findForm } from '../form/form-cache.ts';
import { parseLead } from '../intake/parse-lead.ts';
import type { Site } from '../site/define-site.ts';
import { RETRY_AFTER_SECONDS } from './call-outbox.ts';
import { receiveFormPost } from './form-post.ts';
import { problemResponse } from './problem-response.ts';
import { readJson, toMediaType } from './read-json.ts';
import { storeLead } from './store-lead.ts';

/** How long a lead waits for further answers, in milliseconds: long enough for a few questions, too short to be late. */
export const ANSWERS_GRACE_MS = 10 * 60 * 1000;

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
	if (toMediaType(request) === 'application/x-www-form-urlencoded') return receiveFormPost(request, site, env);
	const body = await readJson(request);
	if (!body.ok) return problemResponse(body.code, undefined, headers);
	const now = Date.now();
	const parsed = parseLead(body.value, await findForm(site), now);
	if (!parsed.ok) return problemResponse('invalid_lead', parsed.issues, headers);
	const { id } = parsed.lead;
	const result = await storeLead(env, site, parsed.lead, parsed.unfinished ? now + ANSWERS_GRACE_MS : null);
	if (result === undefined) {
		return problemResponse('unavailable', undefined, { ...headers, 'retry-after': String(RETRY_AFTER_SECONDS) });
	}
	if (result === 'conflict') return problemResponse('id_reused', undefined, headers);
	return Response.json({ id }, { status: 202, headers: { 'cache-control': 'no-store', ...headers } });
}
