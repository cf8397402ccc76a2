import type { Env } from '../env.ts';
import { findForm } from '../form/form-cache.ts';
import { isOverRate } from '../guard/rate.ts';
import { asksForPrivacy, dropTracking } from '../intake/drop-tracking.ts';
import { parseLead } from '../intake/parse-lead.ts';
import { toReceiptPath } from '../receipt/receipt-path.ts';
import type { Site } from '../site/define-site.ts';
import { RETRY_AFTER_SECONDS } from './call-outbox.ts';
import { receiveFormPost } from './form-post.ts';
import { problemResponse } from './problem-response.ts';
import { readJson, toMediaType } from './read-json.ts';
import { storeLead } from './store-lead.ts';
import { tooManyResponse } from './too-many-response.ts';

/** How long a lead waits for further answers, in milliseconds: long enough for a few questions, too short to be late. */
export const ANSWERS_GRACE_MS = 10 * 60 * 1000;

/**
 * `POST /v1/sites/:site/leads`, from the body on: read, parse, store, answer. `202 {id}` only once the lead is on
 * disk, with `receipt`, the path of the consents' receipt, where there is one; the same id and body again gets the same
 * answer; and the same words of the same person about the same listing again, within ten minutes, get the `id` of the first.
 * @param headers CORS headers of every answer
 */
export async function receiveLead(
	request: Request,
	site: Site,
	env: Env,
	headers: Record<string, string>,
): Promise<Response> {
	if (toMediaType(request) === 'application/x-www-form-urlencoded') return receiveFormPost(request, site, env);
	if (await isOverRate(env, site.id, request.headers)) return tooManyResponse(headers);
	const body = await readJson(request);
	if (!body.ok) return problemResponse(body.code, undefined, headers);
	const now = Date.now();
	const parsed = parseLead(body.value, await findForm(site, env), now);
	if (!parsed.ok) return problemResponse('invalid_lead', parsed.issues, headers);
	const lead = asksForPrivacy(request.headers) ? dropTracking(parsed.lead) : parsed.lead;
	const openUntil = parsed.unfinished ? now + ANSWERS_GRACE_MS : null;
	const form = await findForm(site, env, { lang: lead.language });
	const incoming = { env, site, lead, proof: parsed.proof, form, request, plain: false };
	const result = await storeLead(incoming, openUntil);
	if (result === undefined) {
		return problemResponse('unavailable', undefined, { ...headers, 'retry-after': String(RETRY_AFTER_SECONDS) });
	}
	if (result === 'conflict') return problemResponse('id_reused', undefined, headers);
	// The same words of the same person again are the lead that is stored: whoever sent them goes on with its id.
	const id = typeof result === 'object' ? result.sameAs : lead.id;
	const receipt = await toReceiptPath(env, site, { ...lead, id });
	return Response.json({ id, receipt }, { status: 202, headers: { 'cache-control': 'no-store', ...headers } });
}
