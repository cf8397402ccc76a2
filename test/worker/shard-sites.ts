import { defineSite, type Site } from '../../worker/site/define-site.ts';
import type { Destination } from '../../worker/site/destination.ts';
import { secret, variable } from '../../worker/site/secret.ts';
import type { ShardSettings } from '../../worker/site/shards.ts';
import { easyBroker } from '../../worker/vendors/easybroker/index.ts';
import { webhook } from '../../worker/vendors/webhook/index.ts';

const CONSENT: Site['form']['consent'] = [
	{ purpose: 'contact', required: true, wordingId: 'gran-1', text: { es: 'Acepto que me contacten.' } },
];

/** Patience that a busy machine does not use up, and a test that ends a process can wait for. */
const MANNERS = { timeoutMs: 10_000, settleMs: 200 };

/** A very large site, at a vendor that wants the delivery's number. */
export function largeSite(shards?: ShardSettings): Site {
	const broker = easyBroker({
		mode: 'partner',
		country: 'MX',
		source: 'gran.example',
		apiKey: secret('SOL_EASYBROKER_KEY'),
		baseUrl: variable('VENDORS_URL', 'http://localhost:8788/vendors', '/easybroker'),
		...MANNERS,
	});
	return site('gran', broker, CONSENT, shards);
}

const hook = webhook({
	url: variable('VENDORS_URL', 'http://localhost:8788/vendors', '/webhook/leads/'),
	secret: secret('SOL_WEBHOOK_SECRET'),
	...MANNERS,
});
/** In an hour, so that nothing of it comes back while a test runs. */
const limited = { ...hook, manners: { ...hook.manners, limit: { calls: 80, perMs: 60 * 60 * 1000 } } };

function site(id: string, to: Destination, consent: Site['form']['consent'], shards?: ShardSettings): Site {
	return defineSite({
		id,
		name: 'Gran Portal',
		origins: ['https://www.sol.example'],
		language: 'es',
		country: 'MX',
		currency: 'MXN',
		timeZone: 'America/Mexico_City',
		deliverTo: [to],
		form: { mode: 'contact', require: ['name'], consent },
		// Hundreds at once, and no shard may hold one.
		limits: { perMinute: 100_000, perDay: 100_000 },
		...(shards && { shards }),
	});
}

/** The tests' sites with several outboxes: a large one, and one whose vendor has a limit. */
export const shardSites: Site[] = [largeSite({ count: 4 }), site('gran-lento', limited, [], { count: 4 })];
