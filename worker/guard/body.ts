/**
 * Reads a request's body. A length that the client announced is all that can follow (RFC 9112 §6.3, RFC 9113 §8.1.1);
 * without one it is counted while it comes.
 * @returns the bytes, or undefined as soon as there are more than `maxBytes`
 */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array | undefined> {
	const announced = request.headers.get('content-length');
	if (Number(announced) > maxBytes) return undefined;
	if (announced !== null) {
		const bytes = new Uint8Array(await request.arrayBuffer());
		return bytes.byteLength > maxBytes ? undefined : bytes;
	}
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
		length += chunk.byteLength;
		if (length > maxBytes) return undefined;
		chunks.push(chunk);
	}
	const bytes = new Uint8Array(length);
	let at = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, at);
		at += chunk.byteLength;
	}
	return bytes;
}

/** Reads a request's body as UTF-8 text, under the same cap; bytes that are none become U+FFFD. */
export async function readBody(request: Request, maxBytes: number): Promise<string | undefined> {
	const bytes = await readBytes(request, maxBytes);
	return bytes && new TextDecoder().decode(bytes);
}
