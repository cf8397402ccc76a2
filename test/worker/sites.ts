import { defineSite, type Site } from '../../worker/site/define-site.ts';
import { secret, variable } from '../../worker/site/secret.ts';
import { easyBroker } from '../../worker/vendors/easybroker/index.ts';
import { email } from '../../worker/vendors/email/index.ts';
import { webhook } from '../../worker/vendors/webhook/index.ts';
import { screenSites } from './screen-sites.ts';
import { shardSites } from './shard-sites.ts';
import { vendorSites } from './vendor-sites.ts';

const consent: Site['form']['consent'] = [
	{
		purpose: 'contact',
		required: true,
		wordingId: 'test-contact-1',
		text: { es: 'Acepto que me contacten.', en: 'I agree to be contacted.' },
	},
];

/** The tests' sites. Patience is short, so that a look-up after an unanswered call is due within a test's time. */
export const sites: Site[] = [
	defineSite({
		id: 'sol',
		name: 'Sol',
		origins: ['https://www.sol.example'],
		language: 'es',
		country: 'MX',
		currency: 'MXN',
		timeZone: 'America/Mexico_City',
		deliverTo: [
			easyBroker({
				mode: 'partner',
				country: 'MX',
				source: 'sol.example',
				apiKey: secret('SOL_EASYBROKER_KEY'),
				baseUrl: variable('VENDORS_URL', 'http://localhost:8788/vendors', '/easybroker'),
				timeoutMs: 1000,
				settleMs: 200,
			}),
		],
		form: { mode: 'contact', require: ['name'], consent },
		agent: { name: 'Lucía Herrera', phone: '+525555551234' },
		// Some tests send hundreds.
		limits: { perMinute: 10_000 },
		fallback: {
			afterMinutes: 60,
			to: webhook({
				url: variable('VENDORS_URL', 'http://localhost:8788/vendors', '/webhook/leads/'),
				secret: secret('SOL_WEBHOOK_SECRET'),
			}),
		},
	}),
	defineSite({
		id: 'correo',
		name: 'Casas Correo',
		origins: ['https://www.sol.example'],
		language: 'es',
		country: 'MX',
		currency: 'MXN',
		timeZone: 'America/Mexico_City',
		deliverTo: [email({ to: 'ana@agencia.example', from: 'leads@correo.example' })],
		form: { mode: 'contact', consent },
	}),
	// Asks for each purpose and channel apart, and has changed its words once.
	defineSite({
		id: 'canales',
		name: 'Casas por Canal',
		origins: ['https://www.sol.example'],
		language: 'es',
		country: 'MX',
		currency: 'MXN',
		timeZone: 'America/Mexico_City',
		deliverTo: [
			webhook({
				url: variable('VENDORS_URL', 'http://localhost:8788/vendors', '/webhook/leads/'),
				secret: secret('SOL_WEBHOOK_SECRET'),
			}),
		],
		form: {
			mode: 'contact',
			consent: [
				{
					purpose: 'contact',
					required: true,
					wordingId: 'contacto-2',
					text: { es: 'Acepto que Casas por Canal me responda.', en: 'Casas por Canal may answer me.' },
					earlier: [{ wordingId: 'contacto-1', text: { es: 'Acepto que me contacten.' } }],
				},
				{
					purpose: 'call',
					required: false,
					wordingId: 'llamada-1',
					text: { es: 'Acepto llamadas sobre este inmueble.' },
				},
				{
					purpose: 'marketing.text',
					required: false,
					wordingId: 'sms-1',
					text: { es: 'Acepto ofertas por SMS.', en: 'I accept offers by text message.' },
				},
			],
		},
	}),
	...vendorSites,
	...screenSites,
	...shardSites,
];
