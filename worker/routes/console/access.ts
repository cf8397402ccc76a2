import type { JWTVerifyGetKey } from 'jose';
import { log } from '../../log.ts';
import { type Environment, readVariable } from '../../site/secret.ts';

/**
 * Cloudflare Access in front of the console (developers.cloudflare.com/cloudflare-one/access-controls/applications/
 * http-apps/authorization-cookie/validating-json): every request it lets through carries a JWT that the team's keys
 * sign. It is checked here, too: the Worker may have other addresses that Access does not stand before.
 */
export interface AccessSettings {
	/** Who signs: `https://<team>.cloudflareaccess.com`. */
	issuer: string;
	/** The application's audience tag. */
	audience: string;
}

/** The header in which Access hands its JWT on. */
export const ACCESS_HEADER = 'cf-access-jwt-assertion';

/** How Access signs (RS256, "Application token"); no token may choose another way. */
const ALGORITHMS = ['RS256'];

/** The team's keys, by issuer; the library keeps them for ten minutes and asks again where a token names an unknown one. */
const keys = new Map<string, JWTVerifyGetKey>();

/**
 * Reads the variables ACCESS_TEAM_DOMAIN (`acme`, `acme.cloudflareaccess.com`, or with `https://`) and ACCESS_AUD.
 * @returns undefined where neither is set; `'incomplete'` where one is missing, or the domain is none
 */
export function readAccessSettings(env: Environment): AccessSettings | 'incomplete' | undefined {
	const read = (name: string) => readVariable({ kind: 'variable', name, fallback: '', suffix: '' }, env);
	const [domain, audience] = [read('ACCESS_TEAM_DOMAIN'), read('ACCESS_AUD')];
	if (!domain && !audience) return undefined;
	const issuer = toIssuer(domain);
	return issuer && audience ? { issuer, audience } : 'incomplete';
}

/** The issuer a team's domain stands for. Plain `http` is for tests on this machine only. Pure. */
export function toIssuer(domain: string): string | undefined {
	if (/^[a-z0-9-]+$/i.test(domain)) return `https://${domain.toLowerCase()}.cloudflareaccess.com`;
	try {
		const url = new URL(domain.includes('://') ? domain : `https://${domain}`);
		const local = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
		return url.protocol === 'https:' || (url.protocol === 'http:' && local) ? url.origin : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Checks a JWT of Access: signature, issuer, audience, expiry.
 * @returns the operator's e-mail, or a service token's client id; undefined where the JWT is not good
 */
export async function verifyAccess(jwt: string, { issuer, audience }: AccessSettings): Promise<string | undefined> {
	// Only here, so that the library is not run where leads are taken; part by part, for the whole weighs three times as much.
	const [{ createRemoteJWKSet }, { JOSEError }, { jwtVerify }] = await Promise.all([
		import('jose/jwks/remote'),
		import('jose/errors'),
		import('jose/jwt/verify'),
	]);
	let teamKeys = keys.get(issuer);
	if (!teamKeys) {
		teamKeys = createRemoteJWKSet(new URL(`${issuer}/cdn-cgi/access/certs`));
		keys.set(issuer, teamKeys);
	}
	try {
		const { payload } = await jwtVerify(jwt, teamKeys, {
			issuer,
			audience,
			algorithms: ALGORITHMS,
			requiredClaims: ['exp'],
		});
		const who = [payload.email, payload.common_name, payload.sub].find((name) => typeof name === 'string' && name);
		return who as string | undefined;
	} catch (error) {
		log('console_refused', { code: error instanceof JOSEError ? error.code : 'access_failed' }, 'warn');
		return undefined;
	}
}
