import type { Env } from '../env.ts';
import { findForm } from '../form/form-cache.ts';
import { isOverRate } from '../guard/rate.ts';
import { asksForPrivacy, dropTracking } from '../intake/drop-tracking.ts';
import { parseAnswers } from '../intake/parse-lead.ts';
import { log } from '../log.ts';
import { hashPerson } from '../outbox/person-hash.ts';
import { makeReceipt } from '../receipt/make-receipt.ts';
import { readTextSignals } from '../screen/read-text-signals.ts';
import { toKnownHosts } from '../screen/to-known-hosts.ts';
import type { Site } from '../site/define-site.ts';
import { callLeadOutbox } from './call-lead-outbox.ts';
import { RETRY_AFTER_SECONDS } from './call-outbox.ts';
import { problemResponse } from './problem-response.ts';
import { readJson } from './read-json.ts';
import { tooManyResponse } from './too-many-response.ts';

/**
 * `POST /v1/sites/:site/leads/:id/answers`: adds answers to a lead that was sent `unfinished`, by the lead's own rules.
 * `202 {id}` once they are on disk; with `finished` the lead goes out. 404 where no such lead is stored, 409 where it
 * is on its way already.
 */
export async function receiveAnswers(
	request: Request,
	site: Site,
	leadId: string,
	env: Env,
	headers: Record<string, string>,
): Promise<Response> {
	if (await isOverRate(env, site.id, request.headers)) return tooManyResponse(headers);
	const body = await readJson(request);
	if (!body.ok) return problemResponse(body.code, undefined, headers);
	const parsed = parseAnswers(body.value, await findForm(site, env, { mode: 'qualify' }));
	if (!parsed.ok) return problemResponse('invalid_lead', parsed.issues, headers);
	const { finished } = parsed;
	const answers = asksForPrivacy(request.headers) ? dropTracking(parsed.answers) : parsed.answers;
	// Consents given only now take the place of the lead's, and so does their receipt. The widget sends none here.
	const receipt = answers.consent && (await makeReceipt(env, site, leadId, answers, Date.now()));
	if (receipt) answers.receipt = receipt;
	const hashes = await hashPerson(answers, env);
	const signals = readTextSignals(answers, toKnownHosts(site));
	const result = await callLeadOutbox(env, site, leadId, (outbox, name) =>
		outbox.answer({ site: name, leadId, answers, finished, hashes, signals }),
	);
	switch (result) {
		case undefined:
			return problemResponse('unavailable', undefined, { ...headers, 'retry-after': String(RETRY_AFTER_SECONDS) });
		case 'unknown':
			return problemResponse('not_found', undefined, headers);
		case 'too_late':
			return problemResponse('already_sent', undefined, headers);
		case 'added':
			log('answers', { site: site.id, id: leadId, code: finished ? 'finished' : 'added' });
			return Response.json({ id: leadId }, { status: 202, headers: { 'cache-control': 'no-store', ...headers } });
	}
}
