import { defineSite } from '../worker/site/define-site.ts';
import { secret, variable } from '../worker/site/secret.ts';
import { easyBroker } from '../worker/vendors/easybroker/index.ts';
import { webhook } from '../worker/vendors/webhook/index.ts';

/** The demo's Mexican site: a portal that is an EasyBroker integration partner. */
export const sol = defineSite({
	id: 'sol',
	name: 'Sol Inmobiliaria',
	origins: ['https://www.sol.example', 'http://localhost:8788'],
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
			// For a real account leave this line out: the vendor's documented address is the default.
			baseUrl: variable('VENDORS_URL', 'http://localhost:8788/vendors', '/easybroker'),
		}),
		// A second destination, with a state of its own: whatever the agency's own systems want to know of a lead.
		webhook({
			url: variable('VENDORS_URL', 'http://localhost:8788/vendors', '/webhook/leads/'),
			secret: secret('SOL_WEBHOOK_SECRET'),
		}),
	],
	form: {
		mode: 'contact',
		require: ['name'],
		consent: [
			{
				purpose: 'contact',
				required: true,
				wordingId: 'sol-contact-1',
				text: {
					es: 'Acepto que Sol Inmobiliaria use mis datos para responder a esta solicitud.',
					en: 'I agree that Sol Inmobiliaria may use my details to answer this enquiry.',
				},
			},
		],
	},
	agent: {
		name: 'Lucía Herrera',
		photo: 'http://localhost:8788/photos/sol-agent.svg',
		phone: '+525555551234',
		whatsapp: '+525555551234',
	},
});
