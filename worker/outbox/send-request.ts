import type { VendorAnswer, VendorRequest } from '../vendors/vendor.ts';

/** Most bytes read of a vendor's answer. A list page of 50 leads is about 100 kB; nobody needs more. */
export const ANSWER_MAX_BYTES = 512 * 1024;

/** A call that brought no whole answer. */
export interface NoAnswer {
	/** Short, for the operator; never the address, which may hold a secret. */
	reason: string;
}

/**
 * Sends one request to a vendor and reads the answer, up to a cap. Redirects are not followed. Never throws.
 * @param timeoutMs for the whole of it: connecting, sending, waiting, reading
 */
export async function sendRequest(request: VendorRequest, timeoutMs: number): Promise<VendorAnswer | NoAnswer> {
	try {
		const response = await fetch(request.url, {
			method: request.method,
			headers: request.headers,
			body: request.body ?? null,
			redirect: 'manual',
			signal: AbortSignal.timeout(timeoutMs),
		});
		const { text, truncated } = await readText(response, ANSWER_MAX_BYTES);
		return { status: response.status, header: (name) => response.headers.get(name), text, truncated };
	} catch (error) {
		// The error's own message may quote the address, and with it a secret.
		const name = error instanceof Error ? error.name : '';
		return { reason: name === 'TimeoutError' ? `no answer within ${timeoutMs / 1000} s` : 'the connection failed' };
	}
}

async function readText(response: Response, maxBytes: number): Promise<{ text: string; truncated: boolean }> {
	if (!response.body) return { text: '', truncated: false };
	const decoder = new TextDecoder();
	let text = '';
	let bytes = 0;
	for await (const chunk of response.body as ReadableStream<Uint8Array>) {
		bytes += chunk.byteLength;
		if (bytes > maxBytes) return { text, truncated: true };
		text += decoder.decode(chunk, { stream: true });
	}
	return { text: text + decoder.decode(), truncated: false };
}
