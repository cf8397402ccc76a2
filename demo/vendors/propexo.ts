import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { DEMO_SECRETS } from '../demo-secrets.ts';
import { propexoEventRequest, propexoLeadRequest } from './propexo-request.ts';
import { postRoute, type Sandbox, type SandboxAnswer, type SandboxRequest, toSentence } from './sandbox.ts';

/**
 * Propexo for ResMan. Documented: a 200 means "queued" and carries a job id; the job's status is asked for; a refusal
 * is `{"error": {code, message}}` with 400. Not documented, and decided here: unknown ids are refused with 400 before
 * anything is queued, and a path without its closing slash is not found.
 */

/** The ids of the demo's connection. A lead that names any other is refused. */
export const PROPEXO_IDS = {
	integration_id: ['int_demo_resman'],
	lead_source_id: ['ls_demo_website'],
	employee_id: ['emp_demo_agent'],
	property_id: ['prop_oak_austin', 'prop_oak_mueller'],
	unit_id: ['unit_oak_214'],
	floor_plan_id: ['fp_oak_2b'],
} as const satisfies Record<string, readonly string[]>;

const extras = {
	/** How jobs end that have not ended yet; `pending` never do. */
	jobs: z.enum(['success', 'partial', 'failure', 'pending']).default('success'),
	/** How many times a job answers PENDING first. */
	pendingPolls: z.int().nonnegative().default(1),
	/** What ResMan says of a failure; stringified JSON, as Propexo passes it on. */
	errors: z
		.array(z.string())
		.default(['{"status":403,"message":"Forbidden: the credentials of the integration were rejected"}']),
};

interface Job {
	record: Record<string, unknown>;
	polls: number;
	/** The final answer, once it was given. */
	outcome?: { write_status: string; errors: string[]; created_record_id: string | null };
}

/** Creates a Propexo that holds no job yet. */
export function createPropexo(): Sandbox<typeof extras> {
	const jobs = new Map<string, Job>();

	function queue(kind: 'lead' | 'event', body: Record<string, unknown>, fields: readonly string[]): SandboxAnswer {
		const jobId = randomUUID();
		jobs.set(jobId, { record: { kind, ...body }, polls: 0 });
		const nulls = Object.fromEntries(fields.map((field) => [field, null]));
		return { status: 200, body: { meta: { job_id: jobId }, result: { ...nulls, ...body } } };
	}

	/** A created lead, by its Propexo id. */
	const knowsLead = (id: string) => [...jobs.values()].some((job) => job.outcome?.created_record_id === id);

	return {
		name: 'propexo',
		extras,
		faults: {
			'401': () => refuse(401, 'unauthorized', 'unauthorized'),
			'403': () => refuse(403, 'forbidden', 'forbidden'),
			'500': () => refuse(500, 'internal_error', 'internal error'),
		},
		refusals: {
			notFound: () => refuse(404, 'not_found', 'not found'),
			notJson: () => refuse(400, 'invalid_request', 'the body is not JSON'),
			invalid: (issues) => refuse(400, 'invalid_request', issues.map(toSentence).join('; ')),
		},
		authorize,
		routes: [
			postRoute({
				path: /^\/v1\/leads\/resman\/$/,
				takesLead: true,
				schema: propexoLeadRequest,
				handle: (_call, body) => refuseUnknownIds(body) ?? queue('lead', body, Object.keys(propexoLeadRequest.shape)),
			}),
			postRoute({
				path: /^\/v1\/events\/leads\/resman\/$/,
				schema: propexoEventRequest,
				handle(_call, body): SandboxAnswer {
					if (!knowsLead(body.lead_id)) return refuse(400, 'invalid_request', 'lead_id: is not known');
					return refuseUnknownIds(body) ?? queue('event', body, Object.keys(propexoEventRequest.shape));
				},
			}),
			{
				method: 'GET',
				path: /^\/v1\/admin\/write-status\/(?<job>[^/]+)\/?$/,
				handle({ params, extras: { jobs: ending, pendingPolls, errors } }): SandboxAnswer {
					const job = jobs.get(params.job ?? '');
					if (!job) return refuse(404, 'not_found', 'there is no such job');
					if (!job.outcome && (ending === 'pending' || job.polls++ < pendingPolls)) {
						return { status: 200, body: { write_status: 'PENDING', errors: [], created_record_id: null } };
					}
					job.outcome ??= {
						write_status: { success: 'SUCCESS', partial: 'PARTIAL_SUCCESS', failure: 'FAILURE' }[ending as 'success'],
						errors: ending === 'success' ? [] : errors,
						created_record_id: ending === 'failure' ? null : `${job.record.kind}_${randomUUID()}`,
					};
					return { status: 200, body: job.outcome };
				},
			},
		],
		held: () =>
			[...jobs.values()].map((job) => ({ ...job.record, write_status: job.outcome?.write_status ?? 'PENDING' })),
		clear: () => jobs.clear(),
	};
}

function authorize({ headers }: SandboxRequest): SandboxAnswer | undefined {
	const right = headers.authorization === `Bearer ${DEMO_SECRETS.OAK_PROPEXO_TOKEN}`;
	return right ? undefined : refuse(401, 'unauthorized', 'unauthorized');
}

/** Propexo checks a write before it queues it: the ids it gave out are the first thing. */
function refuseUnknownIds(body: Record<string, unknown>): SandboxAnswer | undefined {
	for (const [field, known] of Object.entries(PROPEXO_IDS)) {
		const id = body[field];
		if (id !== undefined && !(known as readonly unknown[]).includes(id)) {
			return refuse(400, 'invalid_request', `${field}: is not known`);
		}
	}
	return undefined;
}

function refuse(status: number, code: string, message: string): SandboxAnswer {
	return { status, body: { error: { code, message } } };
}
