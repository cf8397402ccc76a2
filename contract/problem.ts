/**
 * The closed list of problems the Worker answers with. Each code is about the caller's situation and has one
 * HTTP status; the wire shape is RFC 9457 (`application/problem+json`).
 */
export const PROBLEMS = {
	invalid_json: { status: 400, title: 'The body is not JSON', detail: 'Send one JSON object in UTF-8.' },
	foreign_origin: {
		status: 403,
		title: 'This page may not use this form',
		detail: "Add the page's origin (scheme, host and port) to the site's `origins`, and deploy again.",
	},
	unknown_site: {
		status: 404,
		title: 'No such site',
		detail: 'Check the site id in the address; it is the `id` of a file in sites/.',
	},
	not_found: { status: 404, title: 'Nothing here', detail: 'Check the address. GET /openapi.json lists the routes.' },
	method_not_allowed: {
		status: 405,
		title: 'This method is not served here',
		detail: 'The Allow header lists the methods that are.',
	},
	already_sent: {
		status: 409,
		title: 'This lead is on its way already',
		detail: 'Nothing can be added to it any more. Send further words as a new lead, with a new id.',
	},
	too_large: {
		status: 413,
		title: 'The body is too large',
		detail: 'Send at most 32 kB. Shorten the message.',
	},
	unsupported_type: {
		status: 415,
		title: 'This content type is not read here',
		detail: 'Send application/json, text/plain holding JSON, or a form post.',
	},
	invalid_lead: {
		status: 422,
		title: 'Some answers need a look',
		detail: 'Correct the fields listed in `issues` and send again with the same id.',
	},
	id_reused: {
		status: 422,
		title: 'This id was used for other words',
		detail: 'A lead with this id and another body is already stored. Send new words with a new id.',
	},
	too_many_requests: {
		status: 429,
		title: 'Too many requests',
		detail: 'Wait as long as Retry-After says, then send again with the same id.',
	},
	internal: {
		status: 500,
		title: 'Something failed on our side',
		detail: 'Nothing was stored. Send again with the same id.',
	},
	unavailable: {
		status: 503,
		title: 'The store cannot be reached',
		detail: 'Nothing was stored. Wait as long as Retry-After says, then send again with the same id.',
	},

	// The operator's API.
	console_unset: {
		status: 503,
		title: 'Nobody can sign in to the console yet',
		detail:
			'Set a token of at least 32 characters: run "wrangler secret put CONSOLE_TOKEN" and give it, say, the output of "openssl rand -base64 32". Or set ACCESS_TEAM_DOMAIN and ACCESS_AUD, both (docs/console.md).',
	},
	unauthorized: {
		status: 401,
		title: 'The console wants its token',
		detail:
			'Send the header "Authorization: Bearer …" with the value of the secret CONSOLE_TOKEN, or come through Cloudflare Access.',
	},
	foreign_page: {
		status: 403,
		title: 'A page of another origin may not use the console',
		detail: 'Open /console itself. A program sends neither Origin nor Sec-Fetch-Site.',
	},
	locked_out: {
		status: 429,
		title: 'Too many wrong tokens',
		detail: 'Wait as long as Retry-After says, then send the right token. Until then none is looked at.',
	},
	invalid_query: {
		status: 400,
		title: 'Something asked for is not understood',
		detail: 'Correct the parameters or fields listed in `issues`; docs/console.md has all of them.',
	},
	unknown_delivery: {
		status: 404,
		title: 'No such delivery',
		detail: 'Check site and number: GET /v1/console/leads?site=… lists them.',
	},
	wrong_state: {
		status: 409,
		title: 'Not in this state',
		detail: 'Replay is for parked and delivered leads, release for held ones, discard for held and parked ones.',
	},
	confirm_required: {
		status: 409,
		title: 'The vendor has this lead already',
		detail: 'Sending it again may make a second one there. If that is wanted, send {"confirm": "replay-delivered"}.',
	},
	lead_erased: {
		status: 409,
		title: 'The lead is erased',
		detail: 'Its personal data is gone, so there is nothing left to send.',
	},
	under_way: {
		status: 409,
		title: 'A step of this delivery is being taken right now',
		detail: 'Look again in a minute, then decide.',
	},
	no_destination: {
		status: 409,
		title: 'The site has no such destination any more',
		detail: "Add the destination to the site's `deliverTo` again under its old name and deploy, or discard the lead.",
	},
	outbox_unavailable: {
		status: 503,
		title: 'The outbox cannot be reached',
		detail: 'Wait as long as Retry-After says, look what has changed, then repeat the call.',
	},
	console_failed: {
		status: 500,
		title: 'Something failed on our side',
		detail: 'Look what has changed, then repeat the call. The log line "console_failed" says more.',
	},
} as const satisfies Record<string, { status: number; title: string; detail: string }>;

/** A problem's code. */
export type ProblemCode = keyof typeof PROBLEMS;

/** Why one field was refused. The visitor's text for each is looked up when it is rendered. */
export const ISSUE_CODES = [
	'required',
	'contact_required',
	'consent_required',
	'invalid_email',
	'impossible_phone',
	'too_long',
	'too_small',
	'too_large',
	'range_reversed',
	'wrong_type',
	'not_an_option',
	'unknown_field',
] as const;
export type IssueCode = (typeof ISSUE_CODES)[number];

/** One refused field: where, and why. Never the value that was wrong. */
export interface Issue {
	field: string;
	code: IssueCode;
}

/** The body of a refusal (RFC 9457 §3.1, with `code` and `issues` as extension members). */
export interface Problem {
	type: string;
	title: string;
	status: number;
	detail: string;
	code: ProblemCode;
	issues?: Issue[];
}

/**
 * Builds the body of a refusal.
 * @param issues the refused fields, for `invalid_lead`
 */
export function toProblem(code: ProblemCode, issues?: Issue[]): Problem {
	const { title, status, detail } = PROBLEMS[code];
	return { type: `urn:doorstep:problem:${code}`, title, status, detail, code, ...(issues && { issues }) };
}
