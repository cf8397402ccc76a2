import { defineSite } from '../worker/site/define-site.ts';
import { secret, variable } from '../worker/site/secret.ts';
import { apimo } from '../worker/vendors/apimo/index.ts';

/** The demo's French site: an agency in Lyon that works with Apimo. */
export const lys = defineSite({
	id: 'lys',
	name: 'Lys Immobilier',
	origins: ['https://www.lys.example', 'http://localhost:8788'],
	language: 'fr',
	country: 'FR',
	currency: 'EUR',
	timeZone: 'Europe/Paris',
	deliverTo: [
		apimo({
			agencyId: '1234',
			provider: secret('LYS_APIMO_PROVIDER'),
			token: secret('LYS_APIMO_TOKEN'),
			// For a real account leave this line out: the vendor's documented address is the default.
			baseUrl: variable('VENDORS_URL', 'http://localhost:8788/vendors', '/apimo'),
		}),
	],
	form: {
		mode: 'qualify',
		require: ['name'],
		// Apimo has no field for it, so it arrives in the message: an agency wants to know when a buyer means to buy.
		ask: ['wishes.timeFrame'],
		consent: [
			{
				purpose: 'contact',
				required: true,
				wordingId: 'lys-contact-1',
				text: {
					fr: 'J’accepte que Lys Immobilier utilise mes données pour répondre à cette demande.',
					en: 'I agree that Lys Immobilier may use my details to answer this enquiry.',
				},
			},
		],
	},
	agent: {
		name: 'Camille Rey',
		photo: 'http://localhost:8788/photos/lys-agent.svg',
		phone: '+33612345678',
		whatsapp: '+33612345678',
	},
});
