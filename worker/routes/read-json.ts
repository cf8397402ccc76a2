import { BODY_MAX_BYTES } from '../../contract/limits.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import { readBody } from '../guard/body.ts';

/** The content types that carry JSON here. `text/plain` makes a request simple, so that it needs no preflight. */
const JSON_TYPES = new Set(['application/json', 'text/plain', '']);

/** A request's content type without its parameters, in lower case; empty when there is none. */
export function toMediaType(request: Request): string {
	return request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
}

/** Reads a JSON body under the size cap; or says which problem it has. */
export async function readJson(
	request: Request,
): Promise<{ ok: true; value: unknown } | { ok: false; code: ProblemCode }> {
	if (!JSON_TYPES.has(toMediaType(request))) return { ok: false, code: 'unsupported_type' };
	const body = await readBody(request, BODY_MAX_BYTES);
	if (body === undefined) return { ok: false, code: 'too_large' };
	try {
		return { ok: true, value: JSON.parse(body) };
	} catch {
		return { ok: false, code: 'invalid_json' };
	}
}
