import type { Environment } from '../site/secret.ts';
import type { NoAnswer, VendorAnswer, VendorRequest } from '../vendors/vendor.ts';
import { sendMail } from './send-mail.ts';

/** Most bytes read of a vendor's answer. A list page of 50 leads is about 100 kB; nobody needs more. */
export const ANSWER_MAX_BYTES = 512 * 1024;

/**
 * Sends one request to a vendor and reads the answer, up to a cap. Redirects are not followed. Never throws.
 * An address that starts with `mailto:` goes out by e-mail.
 * @param timeoutMs for the whole of it: connecting, sending, waiting, reading
 */
export async function sendRequest(
	request: VendorRequest,
	timeoutMs: number,
	env: Environment,
): Promise<VendorAnswer | NoAnswer> {
	if (request.url.startsWith('mailto:')) return sendMail(request, env);
	// Not AbortSignal.timeout: its timer can't be cleared, and would keep the object awake, and billed, to its end.
	const abort = new AbortController();
	const timer = setTimeout(() => abort.abort(), timeoutMs);
	try {
		const response = await fetch(request.url, {
			method: request.method,
			headers: request.headers,
			body: request.body ?? null,
			redirect: 'manual',
			signal: abort.signal,
		});
		const { text, truncated } = await readText(response, ANSWER_MAX_BYTES);
		return { status: response.status, header: (name) => response.headers.get(name), text, truncated };
	} catch {
		// The error's own message may quote the address, and with it a secret.
		return { reason: abort.signal.aborted ? `no answer within ${timeoutMs / 1000} s` : 'the connection failed' };
	} finally {
		clearTimeout(timer);
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
