import type { Manners } from './behaviour.ts';
import type { Sandbox, SandboxAnswer } from './sandbox.ts';

/** Size of an `oversize` answer, in characters: more than any reader of an API's answer should take in. */
const OVERSIZE_LENGTH = 2 * 1024 * 1024;

/** A sign-in page with status 200: what proxies and expired sessions put in an API's place. */
const LOGIN_PAGE = `<!doctype html>
<html lang="en"><head><title>Sign in</title></head>
<body><h1>Sign in</h1><form method="post"><input name="user"><input name="password" type="password"></form></body></html>
`;

/**
 * The answer of a misbehaving vendor, or nothing where the mode has none (`ok`, `slow`, `hang`, …). A vendor's own
 * `faults` come first: the documents say how some of them refuse.
 */
export function toFault(sandbox: Pick<Sandbox, 'faults'>, manners: Manners): SandboxAnswer | undefined {
	const own = sandbox.faults[manners.mode];
	if (own) return own(manners, manners.extras);
	const retryAfter = manners.retryAfter === undefined ? {} : { 'Retry-After': manners.retryAfter };
	switch (manners.mode) {
		case '401':
			return { status: 401, body: { error: 'Unauthorized' } };
		case '403':
			return { status: 403, body: { error: 'Forbidden' } };
		case '429':
			return { status: 429, headers: retryAfter, body: { error: 'Too Many Requests' } };
		case '500':
			return { status: 500, body: { error: 'Internal Server Error' } };
		case '503':
			return { status: 503, headers: retryAfter, body: { error: 'Service Unavailable' } };
		case 'empty':
			return { status: 200, text: '' };
		case 'html':
			return { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, text: LOGIN_PAGE };
		case 'redirect':
			return { status: 302, headers: { Location: '/vendors/login' }, text: '' };
		case 'oversize':
			return { status: 200, body: { padding: 'x'.repeat(OVERSIZE_LENGTH) } };
		default:
			return undefined;
	}
}
