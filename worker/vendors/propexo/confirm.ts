import { readJsonObject, readRetryAfter } from '../classify.ts';
import type { Finding, Lookup, VendorAnswer, VendorCall } from '../vendor.ts';
import { toHeaders } from './request.ts';
import type { PropexoRole, PropexoSettings } from './settings.ts';

type Call = VendorCall<PropexoSettings, PropexoRole>;

/** `GET /v1/admin/write-status/{job_id}`: how the write into ResMan ended. */
export function confirm(job: string, call: Call): Lookup {
	return {
		request: {
			method: 'GET',
			url: `${call.baseUrl}/v1/admin/write-status/${encodeURIComponent(job)}`,
			headers: toHeaders(call),
		},
		read: (answer) => readStatus(answer, job, call),
	};
}

/**
 * - `SUCCESS`: in ResMan. `created_record_id` is the reference, or the job's id where it is null.
 * - `PARTIAL_SUCCESS`: a portion was written. With a `created_record_id` the prospect is there; without one nobody
 *   can tell, and sending it again could make a second, so a person has to look.
 * - `FAILURE`: not written. The causes need a person too: a setting, ResMan's credentials, its maintenance.
 */
function readStatus(answer: VendorAnswer, job: string, call: Call): Finding {
	if (answer.status !== 200) {
		const afterMs = readRetryAfter(answer, call.context.now);
		return {
			found: 'unclear',
			reason: `the write status answered HTTP ${answer.status}`,
			...(afterMs !== undefined && { afterMs }),
		};
	}
	const body = readJsonObject(answer);
	const record =
		typeof body?.created_record_id === 'string' && body.created_record_id ? body.created_record_id : undefined;
	switch (body?.write_status) {
		case 'PENDING':
			return { found: 'pending' };
		case 'SUCCESS':
			return { found: 'present', reference: record ?? job };
		case 'PARTIAL_SUCCESS':
			if (record !== undefined) return { found: 'present', reference: record };
			return {
				found: 'failed',
				reason: `ResMan took only a part (${classifyErrors(body.errors)}): look for the prospect there before sending it again`,
			};
		case 'FAILURE':
			return { found: 'failed', reason: `ResMan did not take it: ${classifyErrors(body.errors)}` };
		default:
			return { found: 'unclear', reason: 'the write status could not be read' };
	}
}

/** What the words of ResMan's errors point to, the surest first. */
const CAUSES: readonly (readonly [RegExp, string])[] = [
	[
		/\b(401|403)\b|unauthori[sz]ed|forbidden|credential|access denied|permission/i,
		"its credentials were refused; check the integration in Propexo's dashboard",
	],
	[
		/\b(429|502|503|504)\b|maintenance|unavailable|time[- ]?d? ?out|try again/i,
		'it was down or busy; send it again in some hours',
	],
	[
		/not found|does not exist|unknown (property|unit|employee|source)/i,
		'it does not know one of the ids; check the settings',
	],
	[/required|missing|invalid|must be|validation/i, 'it found a value missing or invalid'],
];

/**
 * Words a failure for the operator. The vendor's strings come straight from ResMan and may quote what the person
 * typed, so they are only ever recognised, never passed on.
 */
function classifyErrors(errors: unknown): string {
	const text = Array.isArray(errors) ? errors.filter((error) => typeof error === 'string').join('\n') : '';
	if (text === '') return 'no cause was given';
	const cause = CAUSES.find(([pattern]) => pattern.test(text))?.[1];
	return cause ?? "the cause stands in the job's errors at Propexo";
}
