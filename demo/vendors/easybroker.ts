import * as z from 'zod';
import { DEMO_SECRETS, EASYBROKER_ACCOUNT_KEY } from '../demo-secrets.ts';
import { easyBrokerAccountRequest, easyBrokerPartnerRequest } from './easybroker-request.ts';
import { postRoute, type Sandbox, type SandboxAnswer, type SandboxRequest, toSentence } from './sandbox.ts';

/**
 * EasyBroker, partner and account mode. Documented: the fields, HTTP 200, the list and its paging, 401 for a wrong
 * key or a missing `Country-Code`. Not documented, and decided here: refusals are 422 with `{"errors": […]}`, as
 * its kind of API answers; a repeated `remote_id` makes a second request (so that a double shows), unless the mode
 * is `duplicate`.
 */

/** Properties published to this partner. The first is the demo's listing, `EB-XXXX01` the guide's example. */
export const EASYBROKER_PROPERTIES = ['EB-AB1234', 'EB-XXXX01', 'EB-CD5678', 'EB-EF9012'] as const;

/** The country of the agency the demo's keys belong to. */
const COUNTRY = 'MX';

/** Rows a page: the default and the maximum of its paging (https://dev.easybroker.com/docs/propiedades). */
const LIMIT_DEFAULT = 20;
const LIMIT_MAX = 50;

const PARTNER_PATH = /^\/integration_partners\/contact_requests$/;
const ACCOUNT_PATH = /^\/contact_requests$/;

const extras = {
	/** Reads the guide to the letter: no request without an e-mail. */
	requireEmail: z.boolean().default(false),
};

interface ContactRequest {
	name: string | null;
	phone: string | null;
	email: string | null;
	property_id: string | null;
	message: string | null;
	happened_at: string;
	/** Sent as a number, returned as a string. */
	remote_id: string | null;
	status: string;
}

/** Creates an EasyBroker that holds no request yet. */
export function createEasyBroker(): Sandbox<typeof extras> {
	const held: Record<'partner' | 'account', ContactRequest[]> = { partner: [], account: [] };

	/** What both modes keep of a request; `source` is never listed. */
	type Kept = Omit<z.output<typeof easyBrokerAccountRequest>, 'source'>;

	function store(mode: 'partner' | 'account', body: Kept, request: SandboxRequest, remoteId?: number): SandboxAnswer {
		held[mode].push({
			name: body.name ?? null,
			phone: body.phone ?? null,
			email: body.email ?? null,
			property_id: body.property_id ?? null,
			message: body.message ?? null,
			happened_at: new Date(request.now).toISOString(),
			remote_id: remoteId === undefined ? null : String(remoteId),
			status: 'processed',
		});
		return { status: 200, body: { status: 'successful' } };
	}

	return {
		name: 'easybroker',
		extras,
		faults: { '401': () => unauthorized() },
		refusals: {
			notFound: () => ({ status: 404, body: { error: 'Not Found' } }),
			notJson: () => ({ status: 400, body: { error: 'Bad Request' } }),
			invalid: (issues) => refuse(...issues.map(toSentence)),
		},
		authorize,
		routes: [
			postRoute({
				path: PARTNER_PATH,
				takesLead: true,
				schema: easyBrokerPartnerRequest,
				handle({ request, extras, refusesRepeats }, { remote_id, ...body }): SandboxAnswer {
					if (!isPublished(body.property_id)) return refuse('property_id: is not a property published to you');
					if (extras.requireEmail && body.email === undefined) return refuse("email: can't be blank");
					if (refusesRepeats && held.partner.some((row) => row.remote_id === String(remote_id))) {
						return refuse('remote_id: has already been taken');
					}
					return store('partner', body, request, remote_id);
				},
			}),
			postRoute({
				path: ACCOUNT_PATH,
				takesLead: true,
				schema: easyBrokerAccountRequest,
				handle({ request }, body): SandboxAnswer {
					if (body.property_id !== undefined && !isPublished(body.property_id)) {
						return refuse('property_id: does not exist');
					}
					return store('account', body, request);
				},
			}),
			{ method: 'GET', path: PARTNER_PATH, handle: ({ request }) => list(held.partner, request) },
			{ method: 'GET', path: ACCOUNT_PATH, handle: ({ request }) => list(held.account, request) },
		],
		held: () => [...held.partner, ...held.account],
		clear() {
			held.partner = [];
			held.account = [];
		},
	};
}

/** A key of the path's kind and, for partners, the agency's country; else 401 for both alike. */
function authorize(request: SandboxRequest): SandboxAnswer | undefined {
	const partner = PARTNER_PATH.test(request.path);
	const key = partner ? DEMO_SECRETS.SOL_EASYBROKER_KEY : EASYBROKER_ACCOUNT_KEY;
	const right = request.headers['x-authorization'] === key && (!partner || request.headers['country-code'] === COUNTRY);
	return right ? undefined : unauthorized();
}

/** The list, newest first, one page of it. A larger `limit` than the maximum is cut to it. */
function list(rows: readonly ContactRequest[], { query, baseUrl, path }: SandboxRequest): SandboxAnswer {
	const after = readTime(query.get('happened_after'));
	const before = readTime(query.get('happened_before'));
	const limit = readCount(query.get('limit'), LIMIT_DEFAULT);
	const page = readCount(query.get('page'), 1);
	if (Number.isNaN(after) || Number.isNaN(before)) return refuse('happened_after, happened_before: are ISO 8601 times');
	if (limit === undefined || page === undefined) return refuse('limit, page: are whole numbers from 1');

	const propertyId = query.get('property_id');
	const found = rows
		.filter((row) => propertyId === null || row.property_id === propertyId)
		.filter((row) => after === undefined || Date.parse(row.happened_at) > after)
		.filter((row) => before === undefined || Date.parse(row.happened_at) < before)
		.reverse();
	const size = Math.min(limit, LIMIT_MAX);
	const more = page * size < found.length;
	const next = new URLSearchParams(query);
	next.set('page', String(page + 1));
	return {
		status: 200,
		body: {
			pagination: { limit: size, page, total: found.length, next_page: more ? `${baseUrl}${path}?${next}` : null },
			content: found.slice((page - 1) * size, page * size),
		},
	};
}

function isPublished(id: string): boolean {
	return (EASYBROKER_PROPERTIES as readonly string[]).includes(id);
}

function unauthorized(): SandboxAnswer {
	return { status: 401, body: { error: 'Unauthorized' } };
}

function refuse(...errors: string[]): SandboxAnswer {
	return { status: 422, body: { errors } };
}

/** Epoch milliseconds; undefined where nothing is asked, NaN where it is no time. */
function readTime(value: string | null): number | undefined {
	return value === null ? undefined : Date.parse(value);
}

function readCount(value: string | null, fallback: number): number | undefined {
	if (value === null) return fallback;
	return /^[1-9]\d{0,6}$/.test(value) ? Number(value) : undefined;
}
