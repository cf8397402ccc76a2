import { log } from '../log.ts';
import type { Environment } from '../site/secret.ts';
import { holds } from './bloom-filter.ts';

/** Where the build puts the filter among the static files (scripts/disposable-domains.ts). */
export const DISPOSABLE_DOMAINS_PATH = '/screen/disposable-domains.bin';

/** Reads static files: the Worker's binding to them. */
interface Assets {
	fetch(url: string): Promise<Response>;
}

/** The filter once it is read; `none` where there is none. Plain bytes: requests may not share what is being read. */
let filter: Uint8Array | 'none' | undefined;

/**
 * Whether an e-mail address is at a provider of throw-away addresses, by a list of some 120,000 domains. The list is read
 * from the static files, once an isolate; without it nothing is disposable. One honest domain in a thousand is
 * taken for one of them, which is why this alone never holds a lead.
 */
export async function isDisposable(env: Environment, email: string | undefined): Promise<boolean> {
	const domain = email?.slice(email.lastIndexOf('@') + 1).toLowerCase();
	if (!domain) return false;
	filter ??= await readFilter(env);
	if (filter === 'none') return false;
	const bits = filter;
	// Some providers hand out subdomains: whatever is under a listed domain is listed.
	const labels = domain.split('.');
	return labels.slice(0, -1).some((_, i) => holds(bits, labels.slice(i).join('.')));
}

async function readFilter(env: Environment): Promise<Uint8Array | 'none'> {
	try {
		const response = await (env.ASSETS as Assets | undefined)?.fetch(
			`https://assets.invalid${DISPOSABLE_DOMAINS_PATH}`,
		);
		if (!response?.ok) return 'none';
		return new Uint8Array(await response.arrayBuffer());
	} catch (error) {
		log('disposable_failed', { reason: error instanceof Error ? error.name : '' }, 'warn');
		return 'none';
	}
}
