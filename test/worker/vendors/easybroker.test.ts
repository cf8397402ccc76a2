import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Lead } from '../../../contract/lead.ts';
import { easyBrokerAccountRequest, easyBrokerPartnerRequest } from '../../../demo/vendors/easybroker-request.ts';
import { findTexts } from '../../../worker/texts/index.ts';
import { easyBrokerVendor } from '../../../worker/vendors/easybroker/index.ts';
import { type EasyBrokerInput, easyBrokerSettings } from '../../../worker/vendors/easybroker/settings.ts';
import { UnsendableLead } from '../../../worker/vendors/unsendable-lead.ts';
import type { VendorAnswer } from '../../../worker/vendors/vendor.ts';

const ID = '3f2b8a52-5a6e-4a0b-9a9e-0a4f7c1f2d11';
const NOW = Date.UTC(2026, 0, 15, 10, 20, 30);

function toCall(change: Partial<EasyBrokerInput> = {}) {
	return {
		settings: easyBrokerSettings.parse({ mode: 'partner', country: 'MX', source: 'sol.example', ...change }),
		secrets: { apiKey: 'a-key' },
		baseUrl: 'https://api.easybroker.com/v1',
		context: {
			site: 'sol',
			siteName: 'Sol',
			language: 'es',
			country: 'MX',
			currency: 'MXN',
			timeZone: 'America/Mexico_City',
			number: 1516,
			now: NOW,
			texts: findTexts('es'),
		},
	};
}

const toLead = (change: Partial<Lead> = {}): Lead => ({
	id: ID,
	receivedAt: NOW,
	name: 'John Smith',
	email: 'john@example.com',
	phone: '+525559090909',
	phoneE164: '+525559090909',
	message: "I'm interested in this property. Please contact me.",
	listing: { reference: 'EB-XXXX01' },
	...change,
});

function send(change: Partial<Lead> = {}, settings: Partial<EasyBrokerInput> = {}) {
	const request = easyBrokerVendor.toRequest(toLead(change), toCall(settings));
	const schema = settings.mode === 'account' ? easyBrokerAccountRequest : easyBrokerPartnerRequest;
	return { request, body: schema.parse(JSON.parse(request.body as string)) as Record<string, unknown> };
}

const answer = (status: number, body: unknown): VendorAnswer => ({
	status,
	text: JSON.stringify(body),
	truncated: false,
	header: () => null,
});

suite('EasyBroker: the request', () => {
	test('the guide’s own example comes out of the lead behind it', () => {
		const { request, body } = send();
		assert.equal(request.url, 'https://api.easybroker.com/v1/integration_partners/contact_requests');
		assert.equal(request.headers['X-Authorization'], 'a-key');
		assert.equal(request.headers['Country-Code'], 'MX');
		assert.deepEqual(body, {
			property_id: 'EB-XXXX01',
			name: 'John Smith',
			email: 'john@example.com',
			phone: '+525559090909',
			message: `I'm interested in this property. Please contact me.\n\n--- detalles ---\nId de la solicitud: ${ID}`,
			source: 'sol.example',
			remote_id: 1516,
		});
	});

	test('account mode has another address, no country and no remote_id', () => {
		const { request, body } = send({}, { mode: 'account' });
		assert.equal(request.url, 'https://api.easybroker.com/v1/contact_requests');
		assert.equal(request.headers['Country-Code'], undefined);
		assert.equal('remote_id' in body, false);
		assert.equal(body.source, 'sol.example');
	});

	test('the property’s id is trimmed and in capitals, and stands in the block as the page wrote it', () => {
		const { body } = send({ listing: { reference: 'eb-xxxx01' } });
		assert.equal(body.property_id, 'EB-XXXX01');
		assert.match(String(body.message), /\nInmueble: eb-xxxx01\n/);
	});

	test('a visitor who wrote nothing sends a standard sentence', () => {
		assert.match(String(send({ message: undefined }).body.message), /^El visitante pide/);
	});

	test('a lead that names no listing cannot be sent in partner mode, and says why', () => {
		assert.throws(
			() => send({ listing: undefined }),
			(error) => error instanceof UnsendableLead && error.scope === 'lead' && /names no listing/.test(error.reason),
		);
		assert.equal('property_id' in send({ listing: undefined }, { mode: 'account' }).body, false);
	});

	test('the form asks for a name in account mode, and for the e-mail where the site says so', () => {
		const required = (settings: Partial<EasyBrokerInput>) =>
			easyBrokerVendor.fields(toCall(settings).settings).required;
		assert.deepEqual(required({}), []);
		assert.deepEqual(required({ mode: 'account' }), ['name']);
		assert.deepEqual(required({ requireEmail: true }), ['email']);
	});
});

suite('EasyBroker: the look-up', () => {
	const lookUp = (settings: Partial<EasyBrokerInput> = {}) =>
		easyBrokerVendor.find?.(toLead(), toCall(settings)) ?? assert.fail();
	const page = (content: unknown[], next: string | null = null) =>
		answer(200, { pagination: { next_page: next }, content });

	test('asks for the property’s requests since shortly before the lead came', () => {
		const { searchParams, pathname } = new URL(lookUp().request.url);
		assert.equal(pathname, '/v1/integration_partners/contact_requests');
		assert.equal(searchParams.get('property_id'), 'EB-XXXX01');
		assert.equal(searchParams.get('happened_after'), '2026-01-15T09:20:30.000Z');
	});

	test('knows its own by the number it sent, which comes back as a string', () => {
		assert.deepEqual(lookUp().read(page([{ remote_id: '1515' }, { remote_id: '1516' }])), {
			found: 'present',
			reference: '1516',
		});
	});

	test('knows its own in account mode by the lead’s id in the message', () => {
		assert.equal(lookUp({ mode: 'account' }).read(page([{ message: `… ${ID}` }])).found, 'present');
	});

	test('is absent only once the list was read to its end', () => {
		assert.deepEqual(lookUp().read(page([{ remote_id: '1' }])), { found: 'absent' });
		const finding = lookUp().read(page([{ remote_id: '1' }], 'https://evil.example/next'));
		assert.ok(finding.found === 'elsewhere');
		const next = new URL(finding.next.request.url);
		assert.deepEqual([next.host, next.searchParams.get('page')], ['api.easybroker.com', '2']);
	});

	test('says nothing where the list can’t be read', () => {
		for (const bad of [answer(500, {}), answer(200, []), answer(200, { content: 'none' })]) {
			assert.equal(lookUp().read(bad).found, 'unclear');
		}
	});
});
