import type { ServerResponse } from 'node:http';
import type { Inbox } from '../inbox.ts';
import { maskRecord } from '../mask.ts';

/** How often an idle stream says that it is alive, in milliseconds; below the usual idle limits of proxies. */
const KEEP_ALIVE_MS = 25_000;

/** Streams the inbox as server-sent events: every record so far, then each change. Credentials are masked. */
export function streamInbox(response: ServerResponse, inbox: Inbox): void {
	response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
	const send = (event: string, data: unknown) => response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
	send('snapshot', inbox.records().map(maskRecord));
	const stop = inbox.subscribe((change) =>
		change === 'emptied' ? send('snapshot', []) : send('record', maskRecord(change)),
	);
	const timer = setInterval(() => response.write(': alive\n\n'), KEEP_ALIVE_MS);
	response.on('close', () => {
		clearInterval(timer);
		stop();
	});
}
