import { brotliCompressSync } from 'node:zlib';
import { sha256 } from '../intake/hash.ts';

/** How long a page may use its copy, in seconds, and how long it may use it while it fetches the next. */
const CACHE_CONTROL = 'public, max-age=300, stale-while-revalidate=86400';

/** A body that is the same for everybody, encoded once, with the tag it is known by. */
export interface CachedBody {
	bytes: Uint8Array;
	/** The same in brotli, once it has been made. */
	brotli?: Uint8Array;
	/** Weak: the bytes differ by their coding (RFC 9110 §8.8.1). */
	etag: string;
}

/** Encodes a text and tags it. */
export async function toCachedBody(text: string): Promise<CachedBody> {
	return { bytes: new TextEncoder().encode(text), etag: `W/"${(await sha256(text)).slice(0, 32)}"` };
}

/** What of a request decides how a cached body is answered. */
export interface CacheRequest {
	/** The request itself. */
	raw: Request;
	/** Keeps the Worker alive for work after the answer. */
	waitUntil: (promise: Promise<unknown>) => void;
}

/**
 * Answers 200 with the body, or 304 where the caller has it already (RFC 9110 §13.1.2).
 *
 * Brotli at its best is made once an isolate, after the first answer, so that no visitor waits for it: the edge's own
 * compression, made anew for each answer, leaves about a tenth more.
 */
export function cachedResponse(body: CachedBody, request: CacheRequest, headers: Record<string, string>): Response {
	const { vary } = headers;
	const all = {
		'cache-control': CACHE_CONTROL,
		'x-content-type-options': 'nosniff',
		...headers,
		etag: body.etag,
		vary: vary === undefined ? 'Accept-Encoding' : `${vary}, Accept-Encoding`,
	};
	if (isKnown(body.etag, request.raw.headers.get('if-none-match')))
		return new Response(null, { status: 304, headers: all });
	if (!takesBrotli(request.raw)) return new Response(body.bytes, { headers: all });
	if (body.brotli === undefined) {
		request.waitUntil(compress(body));
		return new Response(body.bytes, { headers: all });
	}
	return new Response(body.brotli, { encodeBody: 'manual', headers: { ...all, 'content-encoding': 'br' } });
}

function isKnown(etag: string, ifNoneMatch: string | null): boolean {
	const toOpaque = (tag: string) => tag.trim().replace(/^W\//, '');
	return ifNoneMatch?.split(',').some((tag) => toOpaque(tag) === toOpaque(etag)) ?? false;
}

/** The edge writes its own wishes into the header and keeps the client's beside it. */
function takesBrotli({ cf, headers }: Request): boolean {
	const accepted = (cf?.clientAcceptEncoding as string | undefined) || headers.get('accept-encoding');
	return accepted?.split(',').some((coding) => /^br$|^br;q=(?!0(\.0*)?$)/.test(coding.trim())) ?? false;
}

async function compress(body: CachedBody): Promise<void> {
	// The answer leaves first.
	await scheduler.wait(0);
	body.brotli ??= brotliCompressSync(body.bytes);
}
