import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Child, startChild } from '../../../scripts/child.ts';
import { findTexts } from '../../../worker/texts/index.ts';
import { webhookVendor } from '../../../worker/vendors/webhook/index.ts';
import { until } from '../../support/until.ts';

const SECRET = 'whsec_dGhlIG5ldyBzZWNyZXQgb2YgdGhlIHRlc3RzLCAwMDE=';
const ID = '3f2b8a52-5a6e-4a0b-9a9e-0a4f7c1f2d11';

let receiver: Child;
let url: string;

before(async () => {
	const page = readFileSync(new URL('../../../docs/vendors/webhook.md', import.meta.url), 'utf8');
	const code = /```js\n(.*?)```/s.exec(page)?.[1] ?? '';
	// Inside the project, so that it finds the library as an installed one would.
	const folder = fileURLToPath(new URL('../../../out/', import.meta.url));
	mkdirSync(folder, { recursive: true });
	writeFileSync(`${folder}webhook-receiver.mjs`, code);
	receiver = startChild(process.execPath, [`${folder}webhook-receiver.mjs`], {
		env: { WEBHOOK_SECRET: SECRET, PORT: '0' },
	});
	const port = await until('the receiver', () => /listening on (\d+)/.exec(receiver.output())?.[1]);
	url = `http://localhost:${port}/`;
});
after(() => receiver.stop());

function post(secret: string) {
	const lead = { id: ID, receivedAt: Date.now(), name: 'Ana Núñez', email: 'ana@example.com' };
	const { headers, body } = webhookVendor.toRequest(lead, {
		settings: {},
		secrets: { secret },
		baseUrl: url,
		context: {
			site: 'sol',
			language: 'es',
			country: 'MX',
			currency: 'MXN',
			timeZone: 'America/Mexico_City',
			siteName: 'Site',
			number: 1,
			now: Date.now(),
			texts: findTexts('es'),
		},
	});
	return fetch(url, { method: 'POST', headers, body: body as string });
}

test('the documentation’s receiver takes a lead once, however often it comes', async () => {
	assert.equal((await post(SECRET)).status, 204);
	assert.equal((await post(SECRET)).status, 204);
	await until('its line', () => receiver.output().includes('new lead'));
	assert.deepEqual(receiver.output().match(/new lead .*/g), [`new lead ${ID} from sol`]);
});

test('the documentation’s receiver refuses another’s signature', async () => {
	assert.equal((await post('whsec_dGhlIG9sZCBzZWNyZXQgb2YgdGhlIHRlc3RzLCAwMDA=')).status, 401);
});
