import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defineSite, type SiteDefinition } from '../../../worker/site/define-site.ts';
import { createRegistry } from '../../../worker/site/registry.ts';
import { secret } from '../../../worker/site/secret.ts';
import { easyBroker } from '../../../worker/vendors/easybroker/index.ts';

const key = secret('SOL_EASYBROKER_KEY');

function definition(change: Partial<SiteDefinition> = {}): SiteDefinition {
	return {
		id: 'sol',
		name: 'Sol',
		origins: ['https://www.sol.example'],
		language: 'es',
		country: 'MX',
		currency: 'MXN',
		timeZone: 'America/Mexico_City',
		deliverTo: [easyBroker({ mode: 'partner', country: 'MX', source: 'sol.example', apiKey: key })],
		form: { mode: 'contact', consent: [] },
		...change,
	};
}

const refuses = (change: Partial<SiteDefinition>, message: RegExp) =>
	assert.throws(() => defineSite(definition(change)), message);

test('a sound site is given back', () => {
	assert.equal(defineSite(definition()).id, 'sol');
});

test('an origin with a path is refused with the site, the setting and the remedy', () => {
	refuses(
		{ origins: ['https://www.sol.example/'] },
		/Site "sol".*\n.*origins: write "https:\/\/www\.sol\.example\/" as scheme, host and port only/,
	);
});

test('every fault is told at once', () => {
	refuses({ id: 'Sol!', country: 'Mexico', timeZone: 'Mexico' }, /id: .*\n.*country: .*\n.*timeZone: /);
});

test('a site may not take an address of the Worker', () => {
	refuses({ id: 'console' }, /"console" is an address of the Worker/);
});

test('a secret written out instead of named is refused, and not repeated in the message', () => {
	const apiKey = 'sk_live_123' as unknown as typeof key;
	const deliverTo = [easyBroker({ mode: 'partner', country: 'MX', source: 'sol.example', apiKey })];
	assert.throws(
		() => defineSite(definition({ deliverTo })),
		(error: Error) => /apiKey: write secret\(/.test(error.message) && !error.message.includes('sk_live_123'),
	);
});

test('a vendor’s setting that is misspelt or wrong is named with what to write', () => {
	const settings = { mode: 'portal', country: 'MX', sourse: 'sol.example', apiKey: key };
	const deliverTo = [easyBroker(settings as unknown as Parameters<typeof easyBroker>[0])];
	refuses({ deliverTo }, /easybroker\)\.mode: write one of partner, account/);
	refuses({ deliverTo }, /sourse: no such setting/);
	refuses({ deliverTo }, /source: write a string/);
});

test('a vendor address without https is refused', () => {
	const deliverTo = [
		easyBroker({ mode: 'partner', country: 'MX', source: 's', apiKey: key, baseUrl: 'http://api.example' }),
	];
	refuses({ deliverTo }, /baseUrl: write an address that starts with https/);
});

test('two destinations of one name are refused', () => {
	const one = easyBroker({ mode: 'partner', country: 'MX', source: 's', apiKey: key });
	refuses({ deliverTo: [one, one] }, /two destinations are called "easybroker"/);
});

test('a purpose asked for twice is refused, and its channels are not', () => {
	const ask = (...purposes: ('marketing' | 'marketing.text')[]) => ({
		form: {
			mode: 'contact' as const,
			consent: purposes.map((purpose) => ({ purpose, required: false, wordingId: 'w', text: { es: 'Sí.' } })),
		},
	});
	refuses(ask('marketing', 'marketing'), /form\.consent \(marketing\): this purpose is asked for twice/);
	assert.ok(defineSite(definition(ask('marketing', 'marketing.text'))));
});

test('two sites of one id are refused', () => {
	const site = defineSite(definition());
	assert.throws(() => createRegistry([site, site]), /Two sites are called "sol"/);
});

test('a wildcard stands for the first label of an origin, and is refused elsewhere with the remedy', () => {
	assert.equal(defineSite(definition({ origins: ['https://*.sol.example'] })).origins.length, 1);
	refuses({ origins: ['https://*'] }, /origins: write "https:\/\/\*" as scheme, host and port only; \* may stand for/);
});

test('what is wrong with limits, Turnstile and proof of work is told with what to write', () => {
	refuses(
		{ limits: { perMinute: 0, perDay: 1.5 } },
		/limits\.perMinute: write a whole number.*\n.*limits\.perDay: write/,
	);
	refuses(
		{ screen: { holdAt: 0, proofOfWork: { cost: 5 } } },
		/holdAt: write a number above 0.*\n.*cost: write a whole/,
	);
	const secretKey = '0x4AAA' as unknown as typeof key;
	refuses(
		{ screen: { turnstile: { siteKey: '', secretKey } } },
		/siteKey: write the site key.*\n.*secretKey: write secret\(/,
	);
});

test('shards are a whole number from 2 to 20, and there were fewer before', () => {
	assert.deepEqual(defineSite(definition({ shards: { count: 4, before: 1 } })).shards, { count: 4, before: 1 });
	for (const count of [1, 21, 2.5, Number.NaN]) {
		refuses({ shards: { count } }, /shards\.count: write a whole number from 2 to 20; without shards/);
	}
	for (const before of [0, 4, 5, 1.5]) {
		refuses({ shards: { count: 4, before } }, /shards\.before: write how many shards there were/);
	}
});
