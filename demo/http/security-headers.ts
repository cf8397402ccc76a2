/**
 * The policy of a careful site: scripts from itself and the form's Worker, styles from itself, Trusted Types
 * demanded. A guest that needs more than this works on no such site.
 */
export function toSecurityHeaders(workerUrl: string): Record<string, string> {
	const policy = [
		"default-src 'self'",
		`script-src 'self' ${workerUrl}`,
		"style-src 'self'",
		`connect-src 'self' ${workerUrl}`,
		`frame-src 'self' ${workerUrl}`,
		"img-src 'self' data:",
		`form-action 'self' ${workerUrl}`,
		"base-uri 'none'",
		"object-src 'none'",
		"frame-ancestors 'self'",
		"require-trusted-types-for 'script'",
	];
	return {
		'Content-Security-Policy': policy.join('; '),
		'Referrer-Policy': 'strict-origin-when-cross-origin',
		'X-Content-Type-Options': 'nosniff',
	};
}
