/**
 * Reads a request's body as UTF-8 text, counting while it reads: the length a client announces proves nothing.
 * @returns the text, or undefined as soon as it is longer than `maxBytes`
 */
export async function readBody(request: Request, maxBytes: number): Promise<string | undefined> {
	if (Number(request.headers.get('content-length')) > maxBytes) return undefined;
	if (!request.body) return '';
	const decoder = new TextDecoder();
	let text = '';
	let bytes = 0;
	for await (const chunk of request.body as ReadableStream<Uint8Array>) {
		bytes += chunk.byteLength;
		if (bytes > maxBytes) return undefined;
		text += decoder.decode(chunk, { stream: true });
	}
	return text + decoder.decode();
}
