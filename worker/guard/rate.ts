import type { Environment } from '../site/secret.ts';
import { toNetwork } from './to-network.ts';

/**
 * The brake before anything is read: Cloudflare's rate-limit binding, twice. It counts in each of Cloudflare's places for
 * itself and roughly; exact caps are the outbox's. Where a binding is absent nothing is counted.
 */

/** How soon a braked caller may come back, in seconds: the bindings' period, in which their windows roll over. */
export const RATE_PERIOD_SECONDS = 60;

/** https://developers.cloudflare.com/workers/runtime-apis/bindings/rate-limit/ */
interface RateLimiter {
	limit(options: { key: string }): Promise<{ success: boolean }>;
}

/** Whether a caller, or all callers of a site together, have sent too much. */
export async function isOverRate(env: Environment, site: string, headers: Headers): Promise<boolean> {
	const { RATE_CLIENT, RATE_SITE } = env as { RATE_CLIENT?: RateLimiter; RATE_SITE?: RateLimiter };
	const network = toNetwork(headers.get('cf-connecting-ip') ?? '');
	const [client, all] = await Promise.all([
		network === undefined ? undefined : RATE_CLIENT?.limit({ key: `${site} ${network}` }),
		RATE_SITE?.limit({ key: site }),
	]);
	return client?.success === false || all?.success === false;
}
