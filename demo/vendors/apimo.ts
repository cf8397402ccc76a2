import type * as z from 'zod';
import { DEMO_SECRETS } from '../demo-secrets.ts';
import { apimoRequest } from './apimo-request.ts';
import { postRoute, type Sandbox, type SandboxAnswer, type SandboxRequest, toSentence } from './sandbox.ts';

/**
 * Apimo (France). Documented: HTTP Basic, the fields, a 200 with id and two local times, the list with its limit,
 * offset and timestamp, and `parent`, which links a duplicate. Not documented, and decided here: refusals are 400 with
 * `{"error": …}`; an agency that isn't the provider's is 404; a property that the agency doesn't have is refused; a
 * repeated reference makes a second lead whose `parent` is the first, unless the mode is `duplicate`.
 */

/** The agency that lets this provider send leads. */
export const APIMO_AGENCY = '1234';

/** References on the agency's ads. The first is the demo's listing, `123456` the document's example. */
export const APIMO_REFERENCES = ['VA1234', '123456'] as const;

/** Rows a list has at most, and unless asked otherwise. */
const LIMIT_MAX = 10_000;

interface ApimoLead {
	id: number;
	parent: number | null;
	updatedAt: number;
	fields: z.output<typeof apimoRequest>;
}

/** Creates an Apimo that holds no lead yet. */
export function createApimo(): Sandbox {
	let leads: ApimoLead[] = [];

	function list({ query }: SandboxRequest): SandboxAnswer {
		const limit = readCount(query.get('limit'), LIMIT_MAX);
		const offset = readCount(query.get('offset'), 0);
		const since = readCount(query.get('timestamp'), 0);
		if (limit === undefined || offset === undefined || since === undefined) {
			return refuse(400, 'limit, offset, timestamp: are whole numbers');
		}
		const found = leads.filter((lead) => Math.floor(lead.updatedAt / 1000) >= since);
		const page = found.slice(offset, offset + Math.min(limit, LIMIT_MAX));
		const newest = page.reduce((time, lead) => Math.max(time, lead.updatedAt), 0);
		return {
			status: 200,
			body: { leads: page.map(toRow), total_items: found.length, timestamp: Math.floor(newest / 1000) },
		};
	}

	return {
		name: 'apimo',
		extras: {},
		faults: { '401': unauthorized },
		refusals: {
			notFound: () => refuse(404, 'Not found'),
			notJson: () => refuse(400, 'The content is not JSON'),
			invalid: (issues) => refuse(400, issues.map(toSentence).join('; ')),
		},
		authorize,
		routes: [
			postRoute({
				path: /^\/agencies\/(?<agency>[^/]+)\/leads$/,
				takesLead: true,
				schema: apimoRequest,
				handle({ request, params, refusesRepeats }, fields): SandboxAnswer {
					if (params.agency !== APIMO_AGENCY) return refuse(404, 'Agency not found');
					const property = fields.property_reference;
					if (property && !(APIMO_REFERENCES as readonly string[]).includes(property)) {
						return refuse(400, 'property_reference: is not known');
					}
					const first = leads.find((lead) => lead.fields.reference === fields.reference);
					if (first && refusesRepeats) return refuse(400, 'reference: is already used');
					const lead = { id: 188_699 + leads.length, parent: first?.id ?? null, updatedAt: request.now, fields };
					leads.push(lead);
					const at = toLocalTime(request.now);
					return { status: 200, body: { id: lead.id, created_at: at, updated_at: at } };
				},
			}),
			{
				method: 'GET',
				path: /^\/agencies\/(?<agency>[^/]+)\/leads$/,
				handle: ({ request, params }) =>
					params.agency === APIMO_AGENCY ? list(request) : refuse(404, 'Agency not found'),
			},
		],
		held: () => leads.map(({ id, parent, fields }) => ({ id, parent, ...fields })),
		clear() {
			leads = [];
		},
	};
}

/** One lead as the list shows it. */
function toRow({ id, parent, updatedAt, fields }: ApimoLead): Record<string, unknown> {
	const at = toLocalTime(updatedAt);
	return {
		id,
		parent,
		provider: Number(DEMO_SECRETS.LYS_APIMO_PROVIDER),
		type: fields.type ?? null,
		step: fields.step ?? '1',
		date: fields.date ?? at,
		reference: fields.reference,
		lastname: fields.lastname ?? '',
		firstname: fields.firstname ?? '',
		email: fields.email ?? '',
		phone: fields.phone ?? '',
		fax: fields.fax ?? '',
		mobile: fields.mobile ?? '',
		language: fields.language ?? null,
		property: null,
		contact: null,
		request: null,
		user: null,
		opened: null,
		assigned: null,
		closed: null,
		message: fields.message ?? '',
		created_at: at,
		updated_at: at,
	};
}

/** HTTP Basic with `provider:token`. */
function authorize({ headers }: SandboxRequest): SandboxAnswer | undefined {
	const pair = `${DEMO_SECRETS.LYS_APIMO_PROVIDER}:${DEMO_SECRETS.LYS_APIMO_TOKEN}`;
	return headers.authorization === `Basic ${btoa(pair)}` ? undefined : unauthorized();
}

function unauthorized(): SandboxAnswer {
	return { status: 401, headers: { 'WWW-Authenticate': 'Basic' }, body: { error: 'Please provide the token' } };
}

function refuse(status: number, error: string): SandboxAnswer {
	return { status, body: { error } };
}

/** `Y-m-d H:i:s` on the clock of Paris, where the document's own times are. */
function toLocalTime(time: number): string {
	return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Europe/Paris' }).format(
		time,
	);
}

function readCount(value: string | null, fallback: number): number | undefined {
	if (value === null) return fallback;
	return /^\d{1,12}$/.test(value) ? Number(value) : undefined;
}
