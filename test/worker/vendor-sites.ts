import { defineSite, type Site } from '../../worker/site/define-site.ts';
import type { Destination } from '../../worker/site/destination.ts';
import { secret, variable } from '../../worker/site/secret.ts';
import { apimo } from '../../worker/vendors/apimo/index.ts';
import { easyBroker } from '../../worker/vendors/easybroker/index.ts';
import { lofty } from '../../worker/vendors/lofty/index.ts';
import { maxwork } from '../../worker/vendors/maxwork/index.ts';
import { propexo } from '../../worker/vendors/propexo/index.ts';
import { webhook } from '../../worker/vendors/webhook/index.ts';

/** Patience that ends within a test’s time, and is not lost on a busy machine. */
const patience = { timeoutMs: 3000, settleMs: 100 };
const at = (path: string) => variable('VENDORS_URL', 'http://localhost:8788/vendors', path);

/** Every vendor as its sandbox knows it. */
const DESTINATIONS: readonly Destination[] = [
	easyBroker({
		mode: 'partner',
		country: 'MX',
		source: 'sol.example',
		apiKey: secret('SOL_EASYBROKER_KEY'),
		baseUrl: at('/easybroker'),
		...patience,
	}),
	maxwork({
		mode: 'qualification',
		token: secret('MAR_MAXWORK_TOKEN'),
		user: secret('MAR_MAXWORK_USER'),
		baseUrl: at('/maxwork'),
		...patience,
	}),
	propexo({
		integrationId: 'int_demo_resman',
		leadSourceId: 'ls_demo_website',
		employeeId: 'emp_demo_agent',
		defaultPropertyId: 'prop_oak_austin',
		visitAsEvent: true,
		token: secret('OAK_PROPEXO_TOKEN'),
		baseUrl: at('/propexo'),
		...patience,
	}),
	lofty({
		auth: 'token',
		source: 'elm.example',
		leadRouting: true,
		callsPerMinute: 500,
		visitAsActivity: true,
		apiKey: secret('ELM_LOFTY_KEY'),
		baseUrl: at('/lofty'),
		...patience,
	}),
	apimo({
		agencyId: '1234',
		provider: secret('LYS_APIMO_PROVIDER'),
		token: secret('LYS_APIMO_TOKEN'),
		baseUrl: at('/apimo'),
		...patience,
	}),
	webhook({
		url: at('/webhook/leads/'),
		secret: secret('SOL_WEBHOOK_SECRET'),
		// Set while the secret is being changed.
		previousSecret: secret('SOL_WEBHOOK_PREVIOUS_SECRET'),
		...patience,
	}),
];

/** One site for each vendor, by the vendor's name. Each has an outbox of its own, so none waits for another. */
export const vendorSites: Site[] = DESTINATIONS.map((destination) =>
	defineSite({
		id: destination.name,
		name: destination.name,
		origins: ['https://www.sol.example'],
		language: 'en',
		country: 'US',
		currency: 'USD',
		timeZone: 'America/Denver',
		deliverTo: [destination],
		form: { mode: 'contact', consent: [] },
		// Some tests send hundreds.
		limits: { perMinute: 10_000 },
	}),
);
