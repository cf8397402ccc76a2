import type { IncomingMessage } from 'node:http';

/** Largest body the portal reads, in bytes: far above any lead, so that nothing the Worker sends is cut. */
const BODY_MAX_BYTES = 4 * 1024 * 1024;

/**
 * Reads a request's whole body as UTF-8.
 * @throws when it is larger than the portal takes
 */
export async function readBody(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > BODY_MAX_BYTES) throw new Error(`a body of more than ${BODY_MAX_BYTES} bytes`);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
}
