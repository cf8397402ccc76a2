import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { suite, test } from 'node:test';
import type { FieldName } from '../../contract/field.ts';
import type { FormField } from '../../contract/form.ts';
import type { Lead } from '../../contract/lead.ts';
import { writePath } from '../../contract/path.ts';
import { DEMO_SECRETS } from '../../demo/demo-secrets.ts';
import { LISTINGS } from '../../demo/listings/index.ts';
import type { DemoListing } from '../../demo/listings/listing.ts';
import { createSandboxes } from '../../demo/vendors/index.ts';
import { answerRequest } from '../../demo/vendors/sandbox.ts';
import { sites } from '../../sites/index.ts';
import { findForm } from '../../worker/form/form-cache.ts';
import { parseLead } from '../../worker/intake/parse-lead.ts';
import type { Site } from '../../worker/site/define-site.ts';
import type { Destination } from '../../worker/site/destination.ts';
import { readSecret, readVariable } from '../../worker/site/secret.ts';
import { findTexts } from '../../worker/texts/index.ts';
import { TEXTS_ENV } from '../support/texts-env.ts';

const VENDORS = { sol: 'easybroker', mar: 'maxwork', oak: 'propexo', elm: 'lofty', lys: 'apimo' } as const;

const siteOf = (id: string) => sites.find((site) => site.id === id) as (typeof sites)[number];
async function asks(id: string): Promise<FieldName[]> {
	return (await findForm(siteOf(id), TEXTS_ENV)).steps.flatMap(({ fields }) => fields.map(({ name }) => name));
}

/** What the element reads from a portal's page. */
function toListing({ reference, title, address, price, currency, operation }: DemoListing) {
	const { street, city, region, postalCode, country } = address;
	return { reference, title, street, city, region, postalCode, country, price, currency, operation };
}

/** An answer of the field's kind. */
function toAnswer({ name, kind, options }: FormField): string | number | string[] {
	if (name === 'email') return 'ana@example.com';
	if (kind === 'tel') return '+351 912 345 678';
	if (kind === 'date') return '2026-03-01';
	if (kind === 'number' || kind === 'money') return 2;
	const first = options?.[0]?.value;
	if (kind === 'chips' || name === 'intent') return [first ?? ''];
	return first ?? 'Some words';
}

/** Sends a lead to a fresh sandbox of its vendor, with the demo's secrets. */
async function sendToSandbox(site: Site, destination: Destination, lead: Lead): Promise<'taken' | string> {
	const { vendor, settings, secrets } = destination;
	const sandbox = createSandboxes().find(({ name }) => name === vendor.name);
	assert.ok(sandbox);
	const baseUrl = readVariable(destination.baseUrl, {});
	const request = vendor.toRequest(lead, {
		settings,
		secrets: Object.fromEntries(
			Object.entries(secrets).map(([role, ref]) => [role, readSecret(ref, DEMO_SECRETS) ?? assert.fail(ref.name)]),
		),
		baseUrl,
		context: {
			...site,
			site: site.id,
			siteName: site.name,
			number: 1,
			now: Date.now(),
			texts: findTexts(site.language),
		},
	});
	const url = new URL(request.url);
	const { status, body, text } = answerRequest(
		sandbox,
		{
			method: request.method,
			path: url.pathname.slice(`/vendors/${vendor.name}`.length),
			query: url.searchParams,
			headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value])),
			text: request.body ?? '',
			baseUrl,
			now: Date.now(),
		},
		{ extras: {}, refusesRepeats: false },
	);
	return status === 200 ? 'taken' : `${status} ${text ?? JSON.stringify(body)}`;
}

for (const listing of LISTINGS) {
	suite(`the demo’s site ${listing.site}`, () => {
		const site = siteOf(listing.site);

		test('delivers to its market’s vendor', () => {
			assert.equal(site.deliverTo[0]?.vendor.name, VENDORS[listing.site]);
		});

		test('speaks its page’s language, and takes leads from the portal', () => {
			assert.equal(site.language, listing.language);
			assert.equal(site.currency, listing.currency);
			assert.equal(site.country, listing.address.country);
			assert.ok(site.origins.includes('http://localhost:8788'));
		});

		test('asks consent in the words of its page’s plain form', async () => {
			const form = await findForm(site, TEXTS_ENV, { lang: listing.language });
			assert.equal(form.consent.find(({ purpose }) => purpose === 'contact')?.text, listing.consent);
		});

		test('sends what every answer to its form makes, and its vendors take it', async () => {
			const form = await findForm(site, TEXTS_ENV);
			const lead = { id: randomUUID(), language: site.language, listing: toListing(listing) };
			for (const field of form.steps.flatMap(({ fields }) => fields)) writePath(lead, field.name, toAnswer(field));
			const consent = form.consent.map(({ purpose, wordingId }) => ({ purpose, wordingId, given: true }));
			const parsed = parseLead({ ...lead, consent }, form, Date.now());
			assert.ok(parsed.ok, JSON.stringify(parsed));
			for (const destination of site.deliverTo) {
				assert.equal(await sendToSandbox(site, destination, parsed.lead), 'taken', destination.name);
			}
		});

		test('shows the agent of its page', () => {
			assert.equal(site.agent?.name, listing.agent.name);
		});
	});
}

test('the American rental asks move-in and term', async () => {
	const asked = await asks('oak');
	assert.ok(asked.includes('wishes.moveIn') && asked.includes('wishes.leaseMonths'));
});

test('Portugal asks the typology', async () => {
	const form = await findForm(siteOf('mar'), TEXTS_ENV);
	const labels = form.steps.flatMap(({ fields }) => fields.map(({ label }) => label));
	assert.ok(labels.some((label) => label.startsWith('Tipologia')));
});

test('France asks pièces and chambres', async () => {
	const asked = await asks('lys');
	assert.ok(asked.includes('wishes.roomsMin') && asked.includes('wishes.bedroomsMin'));
});

test('the Mexican form stays on one page', async () => {
	assert.equal((await findForm(siteOf('sol'), TEXTS_ENV)).steps.length, 1);
});
