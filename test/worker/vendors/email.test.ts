import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Lead } from '../../../contract/lead.ts';
import { es } from '../../../worker/texts/es.ts';
import { emailVendor } from '../../../worker/vendors/email/index.ts';
import type { VendorAnswer, VendorCall } from '../../../worker/vendors/vendor.ts';
import { validLead } from '../../support/lead.ts';
import { until } from '../../support/until.ts';
import { startTestWorker, type TestWorker } from '../../support/worker.ts';

let worker: TestWorker;
before(async () => {
	worker = await startTestWorker('http://localhost:9/vendors');
});
after(() => worker.close());

const lead = { ...validLead({ wishes: { priceMax: 3_000_000 } }), phoneE164: '+525512345678', receivedAt: 0 } as Lead;

function call(change: Partial<VendorCall<never>['context']> = {}): Parameters<typeof emailVendor.toRequest>[1] {
	return {
		settings: { to: 'ana+leads@agencia.example', from: 'leads@sol.example' },
		secrets: {},
		baseUrl: 'mailto:',
		context: {
			site: 'sol',
			siteName: 'Sol',
			language: 'es',
			country: 'MX',
			currency: 'MXN',
			timeZone: 'America/Mexico_City',
			number: 1,
			now: 0,
			texts: es,
			...change,
		},
	};
}
const answer = (status: number): VendorAnswer => ({ status, header: () => null, text: '', truncated: false });

test('a mail holds the person, the words and everything else, and an answer goes to the person', () => {
	const { url, headers, body } = emailVendor.toRequest(lead, call());
	assert.equal(url, 'mailto:ana%2Bleads%40agencia.example');
	assert.deepEqual(headers, {
		from: 'leads@sol.example',
		subject: 'Solicitud: Departamento en Roma Norte',
		'reply-to': 'ana@example.com',
	});
	assert.match(
		body ?? '',
		/^Ana Silva\nana@example\.com\n55 1234 5678\n\nQuisiera visitarlo el sábado\. Soy la visita \d+\.\n\n--- detalles ---\n/,
	);
	assert.ok(body?.includes('Precio hasta: 3000000') && body.includes(lead.id));
});

test('a mail by the second way says where the lead has not arrived', () => {
	const { body } = emailVendor.toRequest(lead, call({ lateAt: 'easybroker' }));
	assert.match(body ?? '', /^Esta solicitud aún no ha llegado a easybroker/);
});

test('a line break typed into a title cannot become a header of the mail', () => {
	const forged = { ...lead, listing: { title: 'Casa\r\nBcc: all@example.com' } };
	for (const value of Object.values(emailVendor.toRequest(forged, call()).headers)) assert.ok(!/[\r\n]/.test(value));
});

test('a missing binding stops the destination and says what to add; a refused mail is parked', () => {
	assert.deepEqual(emailVendor.readResponse(answer(403), lead, call()), {
		outcome: 'refused',
		scope: 'destination',
		reason: 'no e-mail binding: add [[send_email]] name = "EMAIL"',
	});
	assert.equal(emailVendor.readResponse(answer(422), lead, call()).outcome, 'refused');
});

test('a lead of an agency without a CRM goes out by the real binding', async () => {
	const sent = validLead();
	assert.equal((await worker.post(sent, { site: 'correo' })).status, 202);
	await until('the delivery', async () => {
		const [row] = await worker.sqlOf<{ state: string; reason: string | null }>(
			'correo',
			'select state, reason from deliveries',
		);
		if (row?.reason) throw new Error(row.reason);
		return row?.state === 'delivered';
	});
});
