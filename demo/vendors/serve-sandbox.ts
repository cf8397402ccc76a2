import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { readBody } from '../http/read-body.ts';
import { sendJson } from '../http/send.ts';
import type { Inbox } from '../inbox.ts';
import { createMannersSchema, type Manners, takeManners } from './behaviour.ts';
import { toFault } from './fault.ts';
import { answerRequest, findRoute, type Sandbox, type SandboxAnswer, toSentence } from './sandbox.ts';

/** A sandbox that answers HTTP. */
export interface SandboxServer {
	/** @param path the part of the address after `/vendors/<name>` */
	serve(request: IncomingMessage, response: ServerResponse, path: string, url: URL): Promise<void>;
	/** Forgets every stored lead; the manners stay. */
	clear(): void;
}

/** Puts a sandbox on HTTP: record ▸ behave ▸ auth ▸ validate ▸ store ▸ answer. */
export function createSandboxServer(sandbox: Sandbox, inbox: Inbox, signal: AbortSignal): SandboxServer {
	const mannersSchema = createMannersSchema(sandbox);
	let manners = mannersSchema.parse({});
	let toldOtherwise = new AbortController();

	async function behave(request: IncomingMessage, response: ServerResponse) {
		if (request.method === 'GET') return sendJson(response, 200, flatten(manners));
		if (request.method !== 'POST') return sendJson(response, 405, { error: 'POST the manners, or GET them.' });
		const asked = parseJson(await readBody(request));
		if (asked === undefined) return sendJson(response, 400, { error: 'Send one JSON object.' });
		const parsed = mannersSchema.safeParse(asked);
		if (!parsed.success) {
			return sendJson(response, 400, {
				error: `This is not how ${sandbox.name} can be told to behave.`,
				issues: parsed.error.issues.map(toSentence),
			});
		}
		manners = parsed.data;
		toldOtherwise.abort();
		toldOtherwise = new AbortController();
		return sendJson(response, 200, flatten(manners));
	}

	async function serve(request: IncomingMessage, response: ServerResponse, path: string, url: URL) {
		if (path === '/_behave') return behave(request, response);
		if (path === '/_leads') return sendJson(response, 200, sandbox.held());
		const text = await readBody(request);
		const seen = {
			method: request.method ?? 'GET',
			path,
			query: url.searchParams,
			headers: Object.fromEntries(
				Object.entries(request.headers).map(([name, value]) => [
					name,
					Array.isArray(value) ? value.join(', ') : (value ?? ''),
				]),
			),
			text,
			baseUrl: `${url.origin}/vendors/${sandbox.name}`,
			now: Date.now(),
		};
		const number = inbox.add({
			vendor: sandbox.name,
			method: seen.method,
			path,
			query: toQueryObject(url.searchParams),
			headers: seen.headers,
			body: parseExactly(text) ?? text,
			receivedAt: new Date(seen.now).toISOString(),
			status: null,
		});

		const today = takeManners(manners, findRoute(sandbox, seen)?.route.takesLead ?? false);
		const take = () =>
			answerRequest(sandbox, seen, { extras: today.extras, refusesRepeats: today.mode === 'duplicate' });
		const early = today.afterTaking ? take() : undefined;
		const isTaken = (answer: SandboxAnswer | undefined) => answer !== undefined && answer.status < 300;

		switch (today.mode) {
			case 'hang':
				inbox.answered(number, 0, isTaken(early));
				return;
			case 'reset':
				inbox.answered(number, 0, isTaken(early));
				request.socket.resetAndDestroy();
				return;
			case 'slow':
				await sleep(today.delayMs, undefined, { signal: AbortSignal.any([signal, toldOtherwise.signal]) }).catch(
					() => undefined,
				);
				if (signal.aborted) return;
		}
		const fault = toFault(sandbox, today);
		const own = fault ? early : (early ?? take());
		const answer = fault ?? (own as SandboxAnswer);
		// Before it is sent: whoever has the answer finds it in the inbox.
		inbox.answered(number, answer.status, isTaken(own));
		send(response, answer, sandbox.commonHeaders?.(seen.now));
	}

	return { serve, clear: () => sandbox.clear() };
}

function send(response: ServerResponse, answer: SandboxAnswer, common: Record<string, string> = {}) {
	const headers = { 'Content-Type': 'application/json; charset=utf-8', ...common, ...answer.headers };
	response.writeHead(answer.status, headers).end(answer.text ?? JSON.stringify(answer.body));
}

/** Manners as `_behave` takes them. */
function flatten({ extras, ...common }: Manners) {
	return { ...common, ...extras };
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** JSON whose whole numbers beyond 2^53 come as strings of their digits, so that the inbox shows what was sent. */
function parseExactly(text: string): unknown {
	try {
		return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
			typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value) ? context?.source : value,
		) as unknown;
	} catch {
		return undefined;
	}
}

function toQueryObject(query: URLSearchParams): Record<string, string | string[]> {
	const object: Record<string, string | string[]> = {};
	for (const key of new Set(query.keys())) {
		const values = query.getAll(key);
		object[key] = values.length > 1 ? values : (values[0] ?? '');
	}
	return object;
}
