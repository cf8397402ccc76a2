import * as z from 'zod';
import { DEMO_SECRETS, LOFTY_ACCESS_TOKEN } from '../demo-secrets.ts';
import { answer, leadNotExist, readLong, refuse, toCode, toResponse } from './lofty-answer.ts';
import { type LoftyContact, LoftyContacts } from './lofty-contacts.ts';
import {
	loftyActivityRequest,
	loftyInquiry,
	loftyLeadRequest,
	loftyNoteRequest,
	loftyProperty,
} from './lofty-request.ts';
import {
	postRoute,
	type Sandbox,
	type SandboxAnswer,
	type SandboxCall,
	type SandboxRequest,
	toSentence,
} from './sandbox.ts';

/**
 * Lofty (United States). Documented: the fields and limits, `{code, message}` refusals, the rate headers on every
 * answer, the merge by e-mail, ids of 64 bits, and that a lead can't be read for a short while after it was added.
 * Observed in production by others: follow-ups to a merged record's id answer 404 with 20006 in the text. Not
 * documented, and decided here: how many reads that short while lasts (`hiddenReads`).
 */

/** The agent leads can be assigned to. */
export const LOFTY_USER_ID = 880123;

/** Requests a minute of an app in development mode. */
const RATE_LIMIT = 100;

const extras = {
	/** How many reads by id a new lead answers 404. */
	hiddenReads: z.int().nonnegative().default(1),
	/** How many searches don't find a new lead. */
	hiddenSearches: z.int().nonnegative().default(0),
	/** Which id a merge answers: that of the record merged away, or of the one that stays. */
	mergeAnswers: z.enum(['absorbed', 'surviving']).default('absorbed'),
	/** Unit of `X-RateLimit-Reset` in a 429: the text says epoch seconds, the examples look like milliseconds. */
	resetUnit: z.enum(['milliseconds', 'epoch']).default('milliseconds'),
	/** Rows of a search bare, as the schema has them, or inside `lead`, as the chapter on pagination shows. */
	listShape: z.enum(['flat', 'wrapped']).default('flat'),
	/** Notes as the bare array of the document (5.7.2), or inside `notes`, as clients have met them. */
	notesShape: z.enum(['array', 'wrapped']).default('array'),
};

type Call = SandboxCall<z.output<z.ZodObject<typeof extras>>>;

/** Creates a Lofty team without contacts. */
export function createLofty(): Sandbox<typeof extras> {
	const contacts = new LoftyContacts();
	let calls: number[] = [];

	/** A route that adds something to a contact; 404 where the id is unknown or was merged away. */
	const followUp = <Schema extends z.ZodType>(
		path: RegExp,
		schema: Schema,
		add: (contact: LoftyContact, body: z.output<Schema>) => void,
	) =>
		postRoute({
			path,
			schema,
			handle({ request, params }: Call, body): SandboxAnswer {
				const contact = contacts.find(params.lead ?? readLong(request.text, 'leadId'));
				if (!contact) return leadNotExist();
				add(contact, body);
				return { status: 200, text: JSON.stringify('success') };
			},
		});

	function search({ request: { query }, extras }: Call): SandboxAnswer {
		const limit = Number(query.get('limit') ?? 10);
		const offset = Number(query.get('offset') ?? 0);
		if (!Number.isInteger(limit) || limit < 1 || limit > 100) return refuse(400, 'LIMIT_NOT_VALID', 'limit: 1 to 100');
		if (!Number.isInteger(offset) || offset < 0) return refuse(400, 'INVALID_PARAMETER', 'offset: from 0');
		const found = contacts
			.search(query.get('email'), query.get('phone'))
			.filter((it) => it.reads++ >= extras.hiddenSearches);
		const rows = found.slice(offset, offset + limit).map(toResponse);
		return answer({
			_metadata: { collection: 'leads', limit, offset, total: found.length },
			leads: extras.listShape === 'flat' ? rows : rows.map((lead) => ({ lead })),
		});
	}

	/** A contact's notes, newest first; none of an id that is unknown or was merged away. */
	function notes({ request: { query }, extras }: Call): SandboxAnswer {
		const leadId = query.get('leadId');
		if (!leadId) return refuse(400, 'MISSING_PARAMETER', 'leadId: is required');
		const contact = contacts.find(leadId);
		if (!contact) return leadNotExist();
		const rows = contact.notes.map((content) => ({ leadId, content, isPin: false })).reverse();
		return answer(extras.notesShape === 'array' ? rows : { notes: rows });
	}

	return {
		name: 'lofty',
		extras,
		faults: {
			'401': () => refuse(401, 'BAD_CREDENTIALS', 'Invalid API key or access token.'),
			'403': () => refuse(403, 200100, 'Sorry, the vendor does not have permission for this API.'),
			'429': ({ retryAfter }, { resetUnit }) => ({
				status: 429,
				headers: {
					'X-RateLimit-Remaining': '0',
					'X-RateLimit-Reset': resetUnit === 'milliseconds' ? '21000' : String(Math.ceil(Date.now() / 1000) + 21),
					...(retryAfter !== undefined && { 'Retry-After': retryAfter }),
				},
				body: { message: 'Too Many Requests' },
			}),
			'500': () => refuse(500, 500, 'Internal Server Error'),
			'failure-in-200': () => refuse(200, 500001, 'The operation failed.'),
		},
		commonHeaders(now) {
			calls = [...calls.filter((time) => time > now - 60_000), now];
			const reset = (calls[0] ?? now) + 60_000 - now;
			return {
				'X-RateLimit-Limit': String(RATE_LIMIT),
				'X-RateLimit-Remaining': String(Math.max(0, RATE_LIMIT - calls.length)),
				'X-RateLimit-Reset': String(reset),
			};
		},
		refusals: {
			notFound: () => refuse(404, 'NOT_FOUND', 'Not Found'),
			notJson: () => refuse(400, 'INVALID_PARAMETER', 'the body is not JSON'),
			invalid: (issues) => refuse(400, toCode(issues), issues.map(toSentence).join('; ')),
		},
		authorize,
		routes: [
			postRoute({
				path: /^\/v1\.0\/leads$/,
				takesLead: true,
				schema: loftyLeadRequest,
				handle({ request, extras }: Call, lead): SandboxAnswer {
					if (lead.assignedUserId !== undefined && lead.assignedUserId !== LOFTY_USER_ID) {
						return refuse(400, 'INVALID_PARAMETER', 'assignedUserId: is not a member of the team');
					}
					if (lead.ownershipScope && lead.ownershipScope !== 'TEAM' && lead.ownershipId === undefined) {
						return refuse(400, 'MISSING_PARAMETER', `ownershipId: is needed with ${lead.ownershipScope}`);
					}
					const added = contacts.add(lead, request.now);
					return answer({ leadId: extras.mergeAnswers === 'absorbed' ? added.leadId : added.contact.leadId });
				},
			}),
			followUp(/^\/v1\.0\/leads\/(?<lead>\d+)\/activity$/, loftyActivityRequest, (contact, body) =>
				contact.activities.push(body),
			),
			followUp(/^\/v1\.0\/leads\/(?<lead>\d+)\/inquiry$/, loftyInquiry, (contact, inquiry) => {
				contact.fields = { ...contact.fields, inquiry };
			}),
			followUp(/^\/v1\.0\/leads\/(?<lead>\d+)\/property$/, loftyProperty, (contact, property) => {
				contact.fields = { ...contact.fields, property };
			}),
			followUp(/^\/v1\.0\/notes$/, loftyNoteRequest, (contact, note) => contact.notes.push(note.content)),
			{ method: 'GET', path: /^\/v1\.0\/leads$/, handle: search },
			{ method: 'GET', path: /^\/v1\.0\/notes$/, handle: notes },
			{
				method: 'GET',
				path: /^\/v1\.0\/leads\/(?<lead>\d+)$/,
				handle({ params, extras }): SandboxAnswer {
					const contact = contacts.find(params.lead);
					return contact && contact.reads++ >= extras.hiddenReads ? answer(toResponse(contact)) : leadNotExist();
				},
			},
			{
				method: 'GET',
				path: /^\/v1\.0\/me$/,
				handle: () => answer({ id: LOFTY_USER_ID, firstName: 'Dana', lastName: 'Whitfield', role: 1 }),
			},
		],
		held: () => contacts.search(null, null),
		clear: () => contacts.clear(),
	};
}

/** An API key goes with the lower-case word `token`, an OAuth access token with `Bearer`; neither with the other's. */
function authorize({ headers }: SandboxRequest): SandboxAnswer | undefined {
	const right = [`token ${DEMO_SECRETS.ELM_LOFTY_KEY}`, `Bearer ${LOFTY_ACCESS_TOKEN}`].includes(
		headers.authorization ?? '',
	);
	return right ? undefined : refuse(401, 'BAD_CREDENTIALS', 'Invalid API key or access token.');
}
