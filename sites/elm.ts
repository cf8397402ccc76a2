import { defineSite } from '../worker/site/define-site.ts';
import { secret, variable } from '../worker/site/secret.ts';
import { lofty } from '../worker/vendors/lofty/index.ts';

/** The demo's American site for sales: a team in Denver that works with Lofty. */
export const elm = defineSite({
	id: 'elm',
	name: 'Elm & Ridge Realty',
	origins: ['https://www.elm.example', 'http://localhost:8788'],
	language: 'en',
	country: 'US',
	currency: 'USD',
	timeZone: 'America/Denver',
	deliverTo: [
		lofty({
			auth: 'token',
			source: 'elm.example',
			leadRouting: true,
			callsPerMinute: 500,
			tags: ['Website lead'],
			visitAsActivity: true,
			apiKey: secret('ELM_LOFTY_KEY'),
			// For a real account leave this line out: the vendor's documented address is the default.
			baseUrl: variable('VENDORS_URL', 'http://localhost:8788/vendors', '/lofty'),
		}),
	],
	form: {
		mode: 'qualify',
		require: ['name'],
		consent: [
			{
				purpose: 'contact',
				required: true,
				wordingId: 'elm-contact-1',
				text: { en: 'I agree that Elm & Ridge Realty may use my details to answer this enquiry.' },
			},
		],
	},
	agent: {
		name: 'Dana Whitfield',
		photo: 'http://localhost:8788/photos/elm-agent.svg',
		phone: '+13035550119',
	},
});
