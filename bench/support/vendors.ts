import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { listenOnLocalhost } from '../../demo/http/listen.ts';
import { readBody } from '../../demo/http/read-body.ts';
import { Inbox } from '../../demo/inbox.ts';
import { createSandboxes } from '../../demo/vendors/index.ts';
import { createMaxwork } from '../../demo/vendors/maxwork.ts';
import type { Sandbox } from '../../demo/vendors/sandbox.ts';
import { createSandboxServer } from '../../demo/vendors/serve-sandbox.ts';

/** What happens to one call. Times in milliseconds. */
export interface Fate {
	/** How long the vendor works before it takes the call. It goes on when its caller has died. */
	before: number;
	/** `fail`: 500 and nothing taken. `reset`: the connection ends once the call is taken. */
	end: 'answer' | 'fail' | 'reset';
}

/** One call a vendor got. */
export interface Call {
	vendor: string;
	method: string;
	/** Epoch milliseconds. */
	at: number;
	/** The lead's id, where the call named one. */
	leadId: string | undefined;
}

/** The sandboxes of every vendor, and a second Maxwork for leads without a key, behind a fault injector. */
export interface Vendors {
	/** What `VENDORS_URL` is set to. */
	url: string;
	calls: Call[];
	/** How many calls are being worked on. */
	open: () => number;
	/** Every record a vendor holds, as JSON. */
	held: (vendor: string) => string[];
	/** Changes a sandbox's manners, as `_behave` does. */
	behave: (vendor: string, manners: object) => Promise<void>;
	clear: (vendor: string) => void;
	/** Decides about each call from now on. */
	fateOf: (decide: (vendor: string, method: string) => Fate) => void;
	close: () => Promise<void>;
}

/** A vendor in its best mood. */
export const WELL: Fate = { before: 0, end: 'answer' };

/** What a lead's id looks like in anything a vendor gets or holds. */
export const LEAD_ID = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/;

/** Starts the vendors on a free port of this machine. */
export async function startVendors(): Promise<Vendors> {
	const ending = new AbortController();
	const second = { ...createMaxwork(), name: 'maxwork-lead' };
	const sandboxes = new Map<string, Sandbox>([...createSandboxes(), second].map((one) => [one.name, one]));
	const servers = new Map(
		// An inbox of its own for each, and none of them read: what counts is what is held.
		[...sandboxes].map(([name, sandbox]) => [name, createSandboxServer(sandbox, new Inbox(), ending.signal)]),
	);
	const calls: Call[] = [];
	let decide: (vendor: string, method: string) => Fate = () => WELL;
	let open = 0;

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = new URL(request.url ?? '/', 'http://localhost');
		const [, , vendor = '', ...rest] = url.pathname.split('/');
		const server = servers.get(vendor);
		if (!server) throw new Error(`no vendor at ${url.pathname}`);
		const path = `/${rest.join('/')}`;
		const text = await readBody(request);
		const method = request.method ?? '';
		if (!path.startsWith('/_')) {
			calls.push({ vendor, method, at: Date.now(), leadId: LEAD_ID.exec(text)?.[0] });
		}
		const fate = path.startsWith('/_') ? WELL : decide(vendor, method);
		if (fate.before > 0) await sleep(fate.before);
		if (fate.end === 'fail') return void response.writeHead(500).end('{}');
		await server.serve(replay(request, text), fate.end === 'reset' ? deaf(request, response) : response, path, url);
	}

	/** Counts a call until the vendor is done with it, whether or not its caller is still there. */
	async function work(request: IncomingMessage, response: ServerResponse): Promise<void> {
		open++;
		await answer(request, response).catch(() => response.destroy());
		open--;
	}

	const { port, servers: listening } = await listenOnLocalhost(0, (request, response) => void work(request, response));
	const url = `http://localhost:${port}/vendors`;
	return {
		url,
		calls,
		open: () => open,
		held: (vendor) => ((sandboxes.get(vendor)?.held() ?? []) as unknown[]).map((record) => JSON.stringify(record)),
		async behave(vendor, manners) {
			const response = await fetch(`${url}/${vendor}/_behave`, { method: 'POST', body: JSON.stringify(manners) });
			if (!response.ok) throw new Error(`${vendor} can't be told ${JSON.stringify(manners)}: ${await response.text()}`);
		},
		clear: (vendor) => sandboxes.get(vendor)?.clear(),
		fateOf: (next) => {
			decide = next;
		},
		async close() {
			ending.abort();
			for (const server of listening) {
				server.close();
				server.closeAllConnections();
			}
		},
	};
}

/** A request whose body was read already, to be read again. The caller may be dead by now. */
function replay(request: IncomingMessage, text: string): IncomingMessage {
	const { method, headers, url, socket } = request;
	return Object.assign(Readable.from([Buffer.from(text)]), {
		method,
		headers,
		url,
		socket,
	}) as unknown as IncomingMessage;
}

/** A response that ends the connection instead of answering. */
function deaf(request: IncomingMessage, response: ServerResponse): ServerResponse {
	return new Proxy(response, {
		get(target, name) {
			if (name === 'writeHead') return () => deaf(request, target);
			if (name === 'end') return () => request.socket.resetAndDestroy();
			const value = Reflect.get(target, name) as unknown;
			return typeof value === 'function' ? value.bind(target) : value;
		},
	});
}
