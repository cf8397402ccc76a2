import type { Intent } from '../contract/field.ts';
import type { Destination } from '../worker/site/destination.ts';
import { secret } from '../worker/site/secret.ts';
import { findTexts } from '../worker/texts/index.ts';
import type { Language } from '../worker/texts/texts.ts';
import { apimo } from '../worker/vendors/apimo/index.ts';
import { easyBroker } from '../worker/vendors/easybroker/index.ts';
import { lofty } from '../worker/vendors/lofty/index.ts';
import { maxwork } from '../worker/vendors/maxwork/index.ts';
import { propexo } from '../worker/vendors/propexo/index.ts';
import type { VendorCall } from '../worker/vendors/vendor.ts';
import { webhook } from '../worker/vendors/webhook/index.ts';

/** Every vendor in every mode that changes what it is sent, set up as an agency of its market would. */

/** One vendor in one mode. */
export interface VendorMode {
	/** As in its docs page, and the mode: `maxwork-lead`. */
	id: string;
	/** For people. */
	title: string;
	destination: Destination;
	/** What the lead wants, where the vendor reads a lead differently by it. */
	intent: Intent;
	/** Where the agency is: decides language, currency and units. */
	language: Language;
	country: string;
	currency: string;
	timeZone: string;
}

const ref = secret('DOCS_SECRET');
const portugal = { language: 'pt', country: 'PT', currency: 'EUR', timeZone: 'Europe/Lisbon' } as const;
const america = { language: 'en', country: 'US', currency: 'USD', timeZone: 'America/Denver' } as const;
const mexico = { language: 'es', country: 'MX', currency: 'MXN', timeZone: 'America/Mexico_City' } as const;
const france = { language: 'fr', country: 'FR', currency: 'EUR', timeZone: 'Europe/Paris' } as const;

const toMaxwork = (mode: 'lead' | 'qualification') =>
	maxwork({ mode, baseUrl: 'https://maxwork.example', token: ref, user: ref });
const toLofty = lofty({ auth: 'token', source: 'elm.example', leadRouting: true, apiKey: ref });
const toEasyBroker = (mode: 'partner' | 'account') =>
	easyBroker({ mode, country: 'MX', source: 'sol.example', apiKey: ref });

/** The settings of Propexo that a full lead's names lead to. */
const toPropexo = propexo({
	integrationId: 'int_demo_resman',
	leadSourceId: 'ls_demo_website',
	employeeId: 'emp_demo_agent',
	properties: { 'OAK-2B-214': 'prop_oak_mueller', 'OAK-1A': 'prop_oak_austin' },
	defaultPropertyId: 'prop_oak_austin',
	units: { '214': 'unit_oak_214' },
	floorPlans: { '2B': 'fp_oak_2b' },
	token: ref,
});

export const VENDOR_MODES: readonly VendorMode[] = [
	{ id: 'maxwork-lead', title: 'Maxwork, lead', destination: toMaxwork('lead'), intent: 'buy', ...portugal },
	{
		id: 'maxwork-qualification',
		title: 'Maxwork, qualification',
		destination: toMaxwork('qualification'),
		intent: 'buy',
		...portugal,
	},
	{ id: 'propexo', title: 'Propexo (ResMan)', destination: toPropexo, intent: 'rent', ...america },
	{ id: 'lofty-looks', title: 'Lofty, buys or rents', destination: toLofty, intent: 'buy', ...america },
	{ id: 'lofty-offers', title: 'Lofty, sells or lets', destination: toLofty, intent: 'sell', ...america },
	{
		id: 'easybroker-partner',
		title: 'EasyBroker, partner',
		destination: toEasyBroker('partner'),
		intent: 'buy',
		...mexico,
	},
	{
		id: 'easybroker-account',
		title: 'EasyBroker, account',
		destination: toEasyBroker('account'),
		intent: 'buy',
		...mexico,
	},
	{
		id: 'apimo',
		title: 'Apimo',
		destination: apimo({ agencyId: '1234', provider: ref, token: ref, titles: { Mme: '2', 'M.': '1' } }),
		intent: 'buy',
		...france,
	},
	{
		id: 'webhook',
		title: 'Webhook',
		destination: webhook({ url: 'https://hooks.example/leads/', secret: ref }),
		intent: 'buy',
		...mexico,
	},
];

/** A value that every vendor takes for a secret; the webhook wants base64. */
export const MODE_SECRET = 'whsec_ZG8gbm90IHNob3cgdGhpcyBzZWNyZXQsIGV2ZXIgMDE=';

/**
 * What a call of this mode needs beside the lead.
 * @param now epoch milliseconds
 */
export function toModeCall(mode: VendorMode, now: number): VendorCall<unknown> {
	const { destination, language, country, currency, timeZone } = mode;
	return {
		settings: destination.settings,
		secrets: Object.fromEntries(Object.keys(destination.secrets).map((role) => [role, MODE_SECRET])),
		baseUrl: typeof destination.baseUrl === 'string' ? destination.baseUrl : '',
		context: {
			site: 'docs',
			siteName: 'Docs',
			language,
			country,
			currency,
			timeZone,
			number: 7,
			now,
			texts: findTexts(language),
		},
	};
}
