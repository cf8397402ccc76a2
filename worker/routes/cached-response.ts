import { sha256 } from '../intake/hash.ts';

/** How long a page may use its copy, in seconds, and how long it may use it while it fetches the next. */
const CACHE_CONTROL = 'public, max-age=300, stale-while-revalidate=86400';

/** A body that is the same for everybody, encoded once, with the tag it is known by. */
export interface CachedBody {
	bytes: Uint8Array;
	etag: string;
}

/** Encodes a text and tags it. */
export async function toCachedBody(text: string): Promise<CachedBody> {
	return { bytes: new TextEncoder().encode(text), etag: `"${(await sha256(text)).slice(0, 32)}"` };
}

/**
 * Answers 200 with the body, or 304 where the caller has it already (RFC 9110 §13.1.2).
 * @param ifNoneMatch the request's header
 */
export function cachedResponse(
	{ bytes, etag }: CachedBody,
	ifNoneMatch: string | undefined,
	headers: Record<string, string>,
): Response {
	const all = { etag, 'cache-control': CACHE_CONTROL, 'x-content-type-options': 'nosniff', ...headers };
	const known = ifNoneMatch?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
	return known ? new Response(null, { status: 304, headers: all }) : new Response(bytes, { headers: all });
}
