import { classifyFailure, readJsonObject } from '../classify.ts';
import type { Outcome, VendorAnswer, VendorCall } from '../vendor.ts';
import type { PropexoRole, PropexoSettings } from './settings.ts';

type Call = VendorCall<PropexoSettings, PropexoRole>;

/** Longest job id kept; Propexo's are some twenty characters. */
const JOB_MAX_LENGTH = 200;

/**
 * Reads the answer to `POST /v1/leads/resman/`. 200 only means that the write is queued: `meta.job_id` has to be
 * asked about. Errors have no published shape; a 400 or 422 is Propexo's own check before it queues anything.
 */
export function readResponse(answer: VendorAnswer, _lead: unknown, call: Call): Outcome {
	const { status } = answer;
	if (status >= 200 && status < 300) {
		const meta = readJsonObject(answer)?.meta as { job_id?: unknown } | null | undefined;
		const job = meta?.job_id;
		if (typeof job === 'string' && job !== '' && job.length <= JOB_MAX_LENGTH) return { outcome: 'confirming', job };
		return { outcome: 'unknown', reason: `HTTP ${status} without a job id`, answered: true };
	}
	return classifyFailure(answer, call.context.now);
}
