import { defineSite } from '../worker/site/define-site.ts';
import { secret, variable } from '../worker/site/secret.ts';
import { propexo } from '../worker/vendors/propexo/index.ts';

/** The demo's rental site in Texas: apartments managed in ResMan, reached through Propexo. */
export const oak = defineSite({
	id: 'oak',
	name: 'Mueller Oak Leasing',
	origins: ['https://www.oak.example', 'http://localhost:8788'],
	language: 'en',
	country: 'US',
	currency: 'USD',
	timeZone: 'America/Chicago',
	deliverTo: [
		propexo({
			integrationId: 'int_demo_resman',
			leadSourceId: 'ls_demo_website',
			employeeId: 'emp_demo_agent',
			properties: { 'OAK-2B-214': 'prop_oak_mueller' },
			defaultPropertyId: 'prop_oak_austin',
			units: { 'OAK-2B-214/214': 'unit_oak_214' },
			floorPlans: { 'OAK-2B-214/2B': 'fp_oak_2b' },
			visitAsEvent: true,
			token: secret('OAK_PROPEXO_TOKEN'),
			// For a real account leave this line out: the vendor's documented address is the default.
			baseUrl: variable('VENDORS_URL', 'http://localhost:8788/vendors', '/propexo'),
		}),
	],
	form: {
		mode: 'qualify',
		labels: { 'wishes.priceMax': { en: 'Rent up to, per month' } },
		consent: [
			{
				purpose: 'contact',
				required: true,
				wordingId: 'oak-contact-1',
				text: { en: 'I agree that Mueller Oak Leasing may use my details to answer this enquiry.' },
			},
		],
	},
	agent: {
		name: 'Jordan Ellis',
		photo: 'http://localhost:8788/photos/oak-agent.svg',
		phone: '+15125550142',
	},
});
