import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { FieldName } from '../../../contract/field.ts';
import type { Form, FormField } from '../../../contract/form.ts';
import { leadInput } from '../../../contract/lead.ts';
import { findForm } from '../../../worker/form/form-cache.ts';
import { defineSite, type SiteDefinition, type SiteForm } from '../../../worker/site/define-site.ts';
import type { Destination } from '../../../worker/site/destination.ts';
import { secret } from '../../../worker/site/secret.ts';
import { apimo } from '../../../worker/vendors/apimo/index.ts';
import { easyBroker } from '../../../worker/vendors/easybroker/index.ts';
import { lofty } from '../../../worker/vendors/lofty/index.ts';
import { maxwork } from '../../../worker/vendors/maxwork/index.ts';
import { propexo } from '../../../worker/vendors/propexo/index.ts';
import { webhook } from '../../../worker/vendors/webhook/index.ts';
import { TEXTS_ENV } from '../../support/texts-env.ts';

const key = secret('A_KEY');
const TO = {
	easybroker: easyBroker({ mode: 'partner', country: 'MX', source: 's.example', apiKey: key }),
	maxwork: maxwork({ mode: 'qualification', baseUrl: 'https://m.example', token: key, user: key }),
	propexo: propexo({ integrationId: 'i', leadSourceId: 'l', employeeId: 'e', defaultPropertyId: 'p', token: key }),
	lofty: lofty({ auth: 'token', source: 's.example', leadRouting: true, apiKey: key }),
	apimo: apimo({ agencyId: '1', provider: key, token: key }),
	webhook: webhook({ url: 'https://w.example/', secret: key }),
};

type Change = Partial<Omit<SiteDefinition, 'form' | 'deliverTo'>> & {
	form?: Partial<SiteForm>;
	deliverTo?: Destination[];
};

function formOf(to: keyof typeof TO, { form, ...change }: Change = {}, language = 'en', mode?: string): Promise<Form> {
	const site = defineSite({
		id: 'site',
		name: 'Site',
		origins: ['https://s.example'],
		language: 'en',
		country: 'US',
		currency: 'USD',
		timeZone: 'America/Denver',
		deliverTo: [TO[to]],
		form: { mode: 'qualify', consent: [], ...form },
		...change,
	});
	return findForm(site, TEXTS_ENV, { lang: language, mode });
}

const fieldsOf = (form: Form): FormField[] => form.steps.flatMap(({ fields }) => fields);
const namesOf = (form: Form, step?: number) =>
	(step === undefined ? fieldsOf(form) : (form.steps[step]?.fields ?? [])).map(({ name }) => name);
const fieldOf = (form: Form, name: FieldName) => fieldsOf(form).find((field) => field.name === name);

test('a form asked for in `contact` mode is the first step of the site’s own', async () => {
	const own = await formOf('maxwork');
	const contact = await formOf('maxwork', {}, 'en', 'contact');
	assert.ok(own.steps.length > 1);
	assert.deepEqual([contact.mode, contact.steps], ['contact', own.steps.slice(0, 1)]);
});

test('a form asked for in `qualify` mode has all that the vendors can use, though the site’s own has it not', async () => {
	const site = { form: { mode: 'contact' } } as const;
	const qualify = await formOf('maxwork', site, 'en', 'qualify');
	assert.equal((await formOf('maxwork', site)).steps.length, 1);
	assert.deepEqual(qualify, await formOf('maxwork'));
});

suite('the contact step', () => {
	test('asks Maxwork’s visitors for name, e-mail and phone, and takes no blank for any', async () => {
		const form = await formOf('maxwork');
		assert.deepEqual(namesOf(form, 0), ['name', 'email', 'phone', 'message']);
		const required = form.steps[0]?.fields.filter((field) => field.required).map(({ name }) => name);
		assert.deepEqual(required, ['name', 'email', 'phone']);
		assert.deepEqual(form.anyOf, []);
	});

	test('asks Propexo’s visitors for both names', async () => {
		const form = await formOf('propexo');
		assert.deepEqual(namesOf(form, 0), ['firstName', 'lastName', 'email', 'phone', 'message']);
		assert.ok(fieldOf(form, 'firstName')?.required && fieldOf(form, 'lastName')?.required);
	});

	test('asks for one of e-mail and phone where the vendor needs only one', async () => {
		for (const vendor of ['easybroker', 'lofty', 'apimo', 'propexo', 'webhook'] as const) {
			assert.deepEqual((await formOf(vendor)).anyOf, [['email', 'phone']], vendor);
		}
	});

	test('meets all needs of several destinations', async () => {
		const form = await formOf('lofty', { deliverTo: [TO.webhook, TO.maxwork] });
		assert.ok(fieldOf(form, 'email')?.required && fieldOf(form, 'phone')?.required);
		assert.deepEqual(form.anyOf, []);
	});

	test('is all there is in contact mode, with what the site asks besides', async () => {
		const form = await formOf('lofty', { form: { mode: 'contact', ask: ['wishes.moveIn'] } });
		assert.equal(form.steps.length, 1);
		assert.deepEqual(namesOf(form), ['name', 'email', 'phone', 'wishes.moveIn', 'message']);
	});
});

suite('the further steps', () => {
	test('ask what the vendor can use and nothing else', async () => {
		for (const [vendor, destination] of Object.entries(TO)) {
			const form = await formOf(vendor as keyof typeof TO);
			const { asks } = destination.vendor.fields(destination.settings);
			assert.deepEqual(
				new Set(form.steps.slice(1).flatMap((step) => step.fields.map(({ name }) => name))),
				new Set(asks),
				vendor,
			);
		}
	});

	test('follow the site’s own wishes: more, or less', async () => {
		const form = await formOf('lofty', { form: { ask: ['wishes.pets', 'title'], omit: ['wishes.types'] } });
		assert.ok(fieldOf(form, 'wishes.pets'));
		assert.ok(!fieldOf(form, 'wishes.types'));
		assert.ok(namesOf(form, 0).includes('title'), 'a form of address belongs to the person');
	});

	test('have few questions each, a title, and never part a range', async () => {
		const all = Object.keys(leadInput.shape.wishes.def.innerType.shape).map((name) => `wishes.${name}` as FieldName);
		const form = await formOf('webhook', { form: { ask: all } });
		assert.equal(namesOf(form).length, all.length + 4);
		for (const { title, fields } of form.steps.slice(1)) {
			assert.ok(title);
			assert.ok(fields.length <= 4, `${title} has ${fields.length}`);
			for (const { name } of fields.filter((field) => field.name.endsWith('Min'))) {
				const max = name.replace('Min', 'Max') as FieldName;
				assert.ok(
					fields.some((field) => field.name === max),
					`${name} without ${max}`,
				);
			}
		}
	});

	test('bear ids of their own', async () => {
		const { steps } = await formOf('lofty');
		assert.equal(new Set(steps.map(({ id }) => id)).size, steps.length);
		assert.equal(steps[0]?.id, 'contact');
	});
});

suite('conditions', () => {
	test('ask move-in and term only of who rents or lets, and the time frame of who buys or sells', async () => {
		const form = await formOf('apimo', { form: { ask: ['wishes.timeFrame'] } });
		const rental = { field: 'intent', is: ['rent', 'let'] };
		assert.deepEqual(fieldOf(form, 'wishes.moveIn')?.when, rental);
		assert.deepEqual(fieldOf(form, 'wishes.leaseMonths')?.when, rental);
		assert.deepEqual(fieldOf(form, 'wishes.timeFrame')?.when, { field: 'intent', is: ['buy', 'sell'] });
	});

	test('ask move-in and term of everyone at a vendor of rentals, and no intent', async () => {
		const form = await formOf('propexo');
		assert.ok(!fieldOf(form, 'intent'));
		for (const name of ['wishes.moveIn', 'wishes.leaseMonths'] as const) {
			assert.ok(fieldOf(form, name));
			assert.equal(fieldOf(form, name)?.when, undefined);
		}
	});

	test('are none where nobody is asked what they want', async () => {
		const form = await formOf('apimo', { form: { omit: ['intent'] } });
		assert.equal(fieldOf(form, 'wishes.moveIn')?.when, undefined);
	});

	test('leave out what cannot make sense, unless the site asks for it', async () => {
		const deliverTo = [TO.propexo, TO.lofty];
		assert.ok(!fieldOf(await formOf('lofty', { deliverTo }), 'wishes.timeFrame'));
		assert.ok(fieldOf(await formOf('lofty', { deliverTo, form: { ask: ['wishes.timeFrame'] } }), 'wishes.timeFrame'));
	});
});

suite('single fields', () => {
	test('show the site’s currency, and areas in the unit of its country', async () => {
		const american = await formOf('maxwork');
		assert.equal(fieldOf(american, 'wishes.priceMax')?.unit, 'USD');
		assert.equal(fieldOf(american, 'wishes.areaMin')?.unit, 'sq ft');
		const french = await formOf('apimo', { country: 'FR', currency: 'EUR' });
		assert.equal(fieldOf(french, 'wishes.areaMin')?.unit, 'm²');
	});

	test('take an area of any size', async () => {
		assert.ok((fieldOf(await formOf('maxwork'), 'wishes.areaMax')?.max ?? 0) > 100_000);
	});

	test('bear the site’s own words, in the languages it gives them in', async () => {
		const labels = { 'wishes.bedroomsMin': { pt: 'Tipologia' } } as const;
		const portuguese = await formOf('maxwork', { form: { labels } }, 'pt');
		assert.equal(fieldOf(portuguese, 'wishes.bedroomsMin')?.label, 'Tipologia');
		const english = await formOf('maxwork', { form: { labels } }, 'en');
		assert.equal(fieldOf(english, 'wishes.bedroomsMin')?.label, 'Bedrooms, at least');
	});
});

test('a site that omits what its vendor requires is refused, with the way out', async () => {
	await assert.rejects(
		async () => formOf('maxwork', { form: { omit: ['phone'] } }),
		/form\.omit: take phone out; .*maxwork.* requires it/,
	);
	await assert.rejects(
		async () => formOf('lofty', { form: { omit: ['email', 'phone'] } }),
		/form\.omit: leave one of email, phone/,
	);
});
