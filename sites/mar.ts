import { defineSite } from '../worker/site/define-site.ts';
import { secret, variable } from '../worker/site/secret.ts';
import { maxwork } from '../worker/vendors/maxwork/index.ts';

/** The demo's Portuguese site: an agency of RE/MAX Portugal, whose leads arrive qualified in Maxwork. */
export const mar = defineSite({
	id: 'mar',
	name: 'Mar Imóveis',
	origins: ['https://www.mar.example', 'http://localhost:8788'],
	language: 'pt',
	country: 'PT',
	currency: 'EUR',
	timeZone: 'Europe/Lisbon',
	deliverTo: [
		maxwork({
			mode: 'qualification',
			token: secret('MAR_MAXWORK_TOKEN'),
			user: secret('MAR_MAXWORK_USER'),
			// For a real account: the address Maxwork gave you with the credentials.
			baseUrl: variable('VENDORS_URL', 'http://localhost:8788/vendors', '/maxwork'),
		}),
	],
	form: {
		mode: 'qualify',
		// People in Portugal count homes by typology: a T2 has two bedrooms.
		labels: {
			'wishes.bedroomsMin': { pt: 'Tipologia desde (T2 = 2)', en: 'Bedrooms (T2 = 2), at least' },
			'wishes.bedroomsMax': { pt: 'Tipologia até (T3 = 3)', en: 'Bedrooms (T3 = 3), at most' },
		},
		consent: [
			{
				purpose: 'contact',
				required: true,
				wordingId: 'mar-contact-1',
				text: {
					pt: 'Aceito que a Mar Imóveis use os meus dados para responder a este pedido.',
					en: 'I agree that Mar Imóveis may use my details to answer this enquiry.',
				},
			},
		],
	},
	agent: {
		name: 'Marta Azevedo',
		photo: 'http://localhost:8788/photos/mar-agent.svg',
		phone: '+351912345678',
		whatsapp: '+351912345678',
	},
});
