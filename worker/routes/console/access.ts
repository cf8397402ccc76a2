import { log } from '../../log.ts';
import { type Environment, readVariable } from '../../site/secret.ts';
import { readTeamKeys, TeamKeys, TeamKeysUnreachable } from './team-keys.ts';
import { type Claims, findFault, isSignedBy, type JwtFault, parseJwt } from './verify-jwt.ts';

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

/** The teams' keys, by issuer. */
const teams = new Map<string, TeamKeys>();

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
 * Checks a JWT of Access: signature, issuer, audience, expiry, and that it is valid already. Why it is refused is logged.
 * @param now milliseconds since 1970
 * @returns the operator's e-mail, or a service token's client id; undefined where the JWT is not good
 */
export async function verifyAccess(jwt: string, access: AccessSettings, now: number): Promise<string | undefined> {
	const claims = await readClaims(jwt, access, now);
	if (typeof claims === 'string') {
		log('console_refused', { code: claims }, 'warn');
		return undefined;
	}
	const names = [claims.email, claims.common_name, claims.sub];
	return names.find((name): name is string => typeof name === 'string' && name !== '');
}

/** What a good JWT says; else what is wrong with it. The team is asked for its keys only where nothing else is wrong. */
async function readClaims(
	text: string,
	access: AccessSettings,
	now: number,
): Promise<Claims | JwtFault | 'keys_unreachable'> {
	const jwt = parseJwt(text);
	if (!jwt) return 'jwt_malformed';
	const fault = findFault(jwt, access, now);
	if (fault) return fault;
	const team = teams.get(access.issuer) ?? new TeamKeys(() => readTeamKeys(access.issuer));
	teams.set(access.issuer, team);
	try {
		const key = await team.find(jwt.header.kid as string, now);
		if (!key) return 'jwt_unknown_key';
		return (await isSignedBy(key, jwt)) ? jwt.claims : 'jwt_signature';
	} catch (error) {
		if (error instanceof TeamKeysUnreachable) return 'keys_unreachable';
		throw error;
	}
}
