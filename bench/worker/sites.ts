import { defineSite, type Site } from '../../worker/site/define-site.ts';
import type { Destination } from '../../worker/site/destination.ts';
import { secret, type VariableRef, variable } from '../../worker/site/secret.ts';
import { apimo } from '../../worker/vendors/apimo/index.ts';
import { easyBroker } from '../../worker/vendors/easybroker/index.ts';
import { lofty } from '../../worker/vendors/lofty/index.ts';
import { maxwork } from '../../worker/vendors/maxwork/index.ts';
import { propexo } from '../../worker/vendors/propexo/index.ts';
import { webhook } from '../../worker/vendors/webhook/index.ts';

/** Short manners: a call may take a second, and its vendor be at work on it for half a second more. */
const MANNERS = { timeoutMs: 1000, settleMs: 500 } as const;

/** The limit of `limited`, which an outage of 10,000 leads can be worked off under in minutes: 40 a second. */
export const LIMIT = { calls: 400, perMs: 10_000 } as const;

const at = (path: string): VariableRef => variable('VENDORS_URL', 'http://localhost:8788/vendors', path);

const mexican = () =>
	easyBroker({
		mode: 'partner',
		country: 'MX',
		source: 'bench.example',
		apiKey: secret('SOL_EASYBROKER_KEY'),
		baseUrl: at('/easybroker'),
		...MANNERS,
	});

const portuguese = (mode: 'lead' | 'qualification', path: string) =>
	maxwork({
		mode,
		token: secret('MAR_MAXWORK_TOKEN'),
		user: secret('MAR_MAXWORK_USER'),
		baseUrl: at(path),
		...MANNERS,
	});

function site(id: string, deliverTo: Destination[], more: Pick<Site, 'fallback'> = {}): Site {
	return defineSite({
		id,
		name: 'Bench',
		origins: ['https://bench.example'],
		language: 'en',
		country: 'US',
		currency: 'USD',
		timeZone: 'America/Denver',
		deliverTo,
		form: { mode: 'contact', consent: [] },
		// The benches flood on purpose.
		limits: { perMinute: 1_000_000, perDay: 1_000_000 },
		...more,
	});
}

const hook = (name?: string) =>
	webhook({
		url: at('/webhook/leads/'),
		secret: secret('SOL_WEBHOOK_SECRET'),
		...(name !== undefined && { name }),
		...MANNERS,
	});

/** One site for every vendor and way of using it. */
export const sites: Site[] = [
	site('easybroker', [mexican()]),
	site('apimo', [
		apimo({
			agencyId: '1234',
			callsPerDay: 10_000_000,
			provider: secret('LYS_APIMO_PROVIDER'),
			token: secret('LYS_APIMO_TOKEN'),
			baseUrl: at('/apimo'),
			...MANNERS,
		}),
	]),
	site('lofty', [
		lofty({
			auth: 'token',
			source: 'bench.example',
			leadRouting: true,
			// The benches ask how often a lead goes out, not how patiently.
			callsPerMinute: 100_000,
			apiKey: secret('ELM_LOFTY_KEY'),
			baseUrl: at('/lofty'),
			...MANNERS,
		}),
	]),
	site('webhook', [hook()]),
	site('maxwork', [portuguese('qualification', '/maxwork')]),
	site('maxwork-lead', [portuguese('lead', '/maxwork-lead')]),
	site('propexo', [
		propexo({
			integrationId: 'int_demo_resman',
			callsPerMinute: 100_000,
			leadSourceId: 'ls_demo_website',
			employeeId: 'emp_demo_agent',
			properties: {},
			defaultPropertyId: 'prop_oak_austin',
			token: secret('OAK_PROPEXO_TOKEN'),
			baseUrl: at('/propexo'),
			...MANNERS,
		}),
	]),
	site('backlog', [mexican()], { fallback: { afterMinutes: 24 * 60, to: hook() } }),
	site('limited', [{ ...mexican(), manners: { ...mexican().manners, limit: LIMIT } }], {
		fallback: { afterMinutes: 24 * 60, to: hook() },
	}),
];
