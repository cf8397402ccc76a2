import { PRIVATE_PAGE_HEADERS } from '../../pages/security-headers.ts';

/** A door, for the tab. */
const ICON = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#0b5c4a" d="M3 1h10v14H3z"/><circle cx="10.5" cy="8.5" r="1.2" fill="#fff"/></svg>')}`;

/**
 * The console holds everything an operator may do, so its page allows one thing: scripts of ours, which style it by
 * sheets they construct. Nothing inline, no other origin, no frame around it, no text that turns into markup.
 */
const POLICY = [
	`default-src 'none'`,
	`script-src 'self'`,
	`connect-src 'self'`,
	`img-src data:`,
	`form-action 'none'`,
	`base-uri 'none'`,
	`frame-ancestors 'none'`,
	`require-trusted-types-for 'script'`,
	`trusted-types lit-html`,
].join('; ');

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<title>Doorstep console</title><link rel="icon" href="${ICON}">
<script type="module" src="/console/console.js"></script>
</head>
<body><doorstep-console><noscript>The console needs scripts. The API works without: docs/console.md.</noscript></doorstep-console></body></html>`;

/** `GET /console`: the operator's page. It holds nothing; what it shows comes from `/v1/console/…`, to who may see it. */
export function consolePage(): Response {
	return new Response(PAGE, {
		headers: {
			...PRIVATE_PAGE_HEADERS,
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': POLICY,
			'referrer-policy': 'no-referrer',
		},
	});
}
