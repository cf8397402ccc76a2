import { BODY_MAX_BYTES } from '../../contract/limits.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import { readBytes } from '../guard/body.ts';
import { isTooDeep } from '../guard/json-depth.ts';

/** The content types that carry JSON here. `text/plain` makes a request simple, so that it needs no preflight. */
const JSON_TYPES = new Set(['application/json', 'text/plain', '']);

/**
 * JSON is UTF-8 (RFC 8259 §8.1). Another encoding is refused: read all the same, a name would lose its letters. Whole texts
 * leave nothing behind in a decoder, so that one does for all.
 */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** A request's content type without its parameters, in lower case; empty when there is none. */
export function toMediaType(request: Request): string {
	return request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
}

/** Reads a JSON body under the size cap; or says which problem it has. */
export async function readJson(
	request: Request,
): Promise<{ ok: true; value: unknown } | { ok: false; code: ProblemCode }> {
	if (!JSON_TYPES.has(toMediaType(request))) return { ok: false, code: 'unsupported_type' };
	const bytes = await readBytes(request, BODY_MAX_BYTES);
	if (bytes === undefined) return { ok: false, code: 'too_large' };
	try {
		const text = utf8.decode(bytes);
		if (isTooDeep(text)) return { ok: false, code: 'invalid_json' };
		return { ok: true, value: JSON.parse(text) };
	} catch {
		return { ok: false, code: 'invalid_json' };
	}
}
