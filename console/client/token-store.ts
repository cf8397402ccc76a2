/**
 * Where the token is kept: in `sessionStorage`, for this tab and until it closes, so that a reload doesn't sign out. Not
 * in `localStorage`, where it would outlive the visit, nor in a cookie, which other sites' pages could make the browser
 * send. A script that got into the page could read it; the page's policy lets none in but ours.
 */
const KEY = 'doorstep-console-token';

/** The token kept in this tab. */
export function readToken(): string | undefined {
	return sessionStorage.getItem(KEY) ?? undefined;
}

/** Keeps a token, or forgets the one that is kept. */
export function keepToken(token: string | undefined): void {
	if (token === undefined) sessionStorage.removeItem(KEY);
	else sessionStorage.setItem(KEY, token);
}
