import type * as z from 'zod';

/**
 * The frame every sandbox hangs in. A vendor's file says what its document says: the routes, who may call them,
 * what a body must look like, how a refusal reads. The order is the frame's and the same for all:
 * route ▸ auth ▸ body ▸ handle (store, answer). Recording and misbehaving happen around it, in serve-sandbox.ts.
 */

/** One request as the vendor sees it. */
export interface SandboxRequest {
	method: string;
	/** Under the vendor's base address: `/integration_partners/contact_requests`. */
	path: string;
	query: URLSearchParams;
	/** By lower-case name. */
	headers: Readonly<Record<string, string>>;
	/** The body as it came. */
	text: string;
	/** Where the sandbox is mounted, for addresses inside answers. */
	baseUrl: string;
	/** When the request came, epoch milliseconds. */
	now: number;
}

/** What the vendor answers: `body` as JSON, or `text` as it stands (for answers JSON.stringify can't write). */
export interface SandboxAnswer {
	status: number;
	headers?: Record<string, string>;
	body?: unknown;
	text?: string;
}

/** What a handler gets beside the parsed body. */
export interface SandboxCall<Extras> {
	request: SandboxRequest;
	/** The groups of the route's path pattern. */
	params: Readonly<Record<string, string>>;
	/** The vendor's own manners as `_behave` set them. */
	extras: Extras;
	/** Whether the vendor refuses what it already holds (mode `duplicate`). */
	refusesRepeats: boolean;
}

/** One address of the vendor's API. */
export interface SandboxRoute<Extras> {
	method: 'GET' | 'POST' | 'PUT';
	/** Matched against the whole path. */
	path: RegExp;
	/** Whether this is how leads arrive: what `_behave` misbehaves on. */
	takesLead?: boolean;
	/** The shape of the body; routes without one read no body. */
	schema?: z.ZodType;
	handle(call: SandboxCall<Extras>, body: unknown): SandboxAnswer;
}

/** How a vendor says no. */
export interface Refusals {
	notFound(request: SandboxRequest): SandboxAnswer;
	/** The body is not JSON, or not announced as JSON. */
	notJson(request: SandboxRequest): SandboxAnswer;
	/** The body has another shape than documented. */
	invalid(issues: readonly z.core.$ZodIssue[]): SandboxAnswer;
}

/** One vendor. */
export interface Sandbox<Shape extends z.ZodRawShape = z.ZodRawShape, Extras = z.output<z.ZodObject<Shape>>> {
	/** As it stands in the address: `/vendors/<name>/…`. */
	name: string;
	/** The vendor's own manners, all with defaults; `_behave` takes them beside the common ones. */
	extras: Shape;
	/** Answers of modes only this vendor has, and this vendor's way of the common ones (`429`, `500`, …). */
	faults: Readonly<Record<string, (asked: { retryAfter?: string | undefined }, extras: Extras) => SandboxAnswer>>;
	/** Headers on every answer, for vendors that show a rate limit. */
	commonHeaders?(now: number): Record<string, string>;
	refusals: Refusals;
	routes: readonly SandboxRoute<Extras>[];
	/** The vendor's refusal, or nothing when the credentials are right. */
	authorize(request: SandboxRequest): SandboxAnswer | undefined;
	/** Every lead the vendor holds: what `GET /vendors/<name>/_leads` shows, vendors without a list included. */
	held(): unknown;
	/** Forgets every stored lead. */
	clear(): void;
}

/** Types a route's handler by its schema. */
export function postRoute<Extras, Schema extends z.ZodType>(route: {
	path: RegExp;
	takesLead?: boolean;
	schema: Schema;
	handle(call: SandboxCall<Extras>, body: z.output<Schema>): SandboxAnswer;
}): SandboxRoute<Extras> {
	return { ...route, method: 'POST', handle: (call, body) => route.handle(call, body as z.output<Schema>) };
}

/** The route a request takes, with the groups of its path. */
export function findRoute<Shape extends z.ZodRawShape, Extras>(
	sandbox: Sandbox<Shape, Extras>,
	request: Pick<SandboxRequest, 'method' | 'path'>,
): { route: SandboxRoute<Extras>; params: Record<string, string> } | undefined {
	for (const route of sandbox.routes) {
		const match = route.method === request.method ? route.path.exec(request.path) : null;
		if (match) return { route, params: { ...match.groups } };
	}
	return undefined;
}

/** Answers one request the way the vendor would: route, credentials, body, then the route's own work. */
export function answerRequest<Shape extends z.ZodRawShape, Extras>(
	sandbox: Sandbox<Shape, Extras>,
	request: SandboxRequest,
	manners: { extras: Extras; refusesRepeats: boolean },
): SandboxAnswer {
	const found = findRoute(sandbox, request);
	if (!found) return sandbox.refusals.notFound(request);
	const refusal = sandbox.authorize(request);
	if (refusal) return refusal;
	const call = { request, params: found.params, ...manners };
	if (!found.route.schema) return found.route.handle(call, undefined);

	const json = readJson(request);
	if (json === undefined) return sandbox.refusals.notJson(request);
	const parsed = found.route.schema.safeParse(json);
	if (!parsed.success) return sandbox.refusals.invalid(parsed.error.issues);
	return found.route.handle(call, parsed.data);
}

/** The body as JSON; undefined where it isn't, or isn't announced as `application/json`. */
function readJson(request: SandboxRequest): unknown {
	if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) return undefined;
	try {
		return JSON.parse(request.text) as unknown;
	} catch {
		return undefined;
	}
}

/** Words one schema issue as `field: what is wrong`, without the value. */
export function toSentence(issue: z.core.$ZodIssue): string {
	const path = issue.path.join('.');
	if (issue.code === 'unrecognized_keys')
		return `${[path, issue.keys.join(', ')].filter(Boolean).join('.')}: unknown field`;
	return `${path || 'body'}: ${issue.message}`;
}
