/**
 * Every naughty string through every door, over real HTTP to the real Worker, and on to the vendors' sandboxes; a sample
 * typed into a real browser. Every field by itself, and every vendor's payload: test/worker/intake.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { LINE_MAX_LENGTH } from '../../contract/limits.ts';
import { readPath } from '../../contract/path.ts';
import type { Problem } from '../../contract/problem.ts';
import { createPortal, type Portal } from '../../demo/portal.ts';
import { launchChromium } from '../support/browser.ts';
import { DEMO_ENV } from '../support/demo-env.ts';
import { keptOfLine, keptOfText, NAUGHTY_STRINGS } from '../support/naughty-strings.ts';
import { until } from '../support/until.ts';
import { PAGE_ORIGIN, startTestWorker, type TestWorker } from '../support/worker.ts';

/** The vendors, with a listing each knows; the first three have no limit of calls, the others get a sample. */
const REFERENCES: Record<string, string> = {
	webhook: 'any',
	easybroker: 'EB-AB1234',
	maxwork: '129991025-5',
	lofty: 'ELM-1042',
	propexo: 'OAK-2B-214',
	apimo: 'VA1234',
};
const UNLIMITED = ['webhook', 'easybroker', 'maxwork'];
const SAMPLED = ['lofty', 'propexo', 'apimo'];
/** Every so many strings also go to one of the others. */
const SAMPLE_EVERY = 24;
/** Requests at once. */
const AT_ONCE = 8;

/** Free fields of one line, as a form's names; each arrives in a field of the vendor's or in the details block. */
const LINES = [
	'address.street',
	'wishes.place',
	'wishes.subtype',
	'wishes.pets',
	'listing.title',
	'attribution.utm_term',
];
const STRINGS = NAUGHTY_STRINGS.map((typed, i) => ({
	typed,
	vendor: UNLIMITED[i % UNLIMITED.length] as string,
})).concat(
	NAUGHTY_STRINGS.filter((_, i) => i % SAMPLE_EVERY === 0).map((typed, i) => ({
		typed,
		vendor: SAMPLED[i % SAMPLED.length] as string,
	})),
);

let portal: Portal;
let worker: TestWorker;
let browser: Browser;
let workerUrl: string;

before(async () => {
	portal = await createPortal({ port: 0 });
	worker = await startTestWorker(portal.vendorsUrl);
	workerUrl = new URL((await worker.fetch('/v1/health')).url).origin;
	browser = await launchChromium();
});
after(async () => {
	await browser?.close();
	await worker?.close();
	await portal?.close();
});

/** What was accepted at a door: where it went, and what has to be there. */
interface Sent {
	vendor: string;
	email: string;
	typed: string;
	/** The fields the string was typed into. */
	names: string[];
}

/** Does something for each item, a few at once. */
async function forEach<T>(items: readonly T[], run: (item: T, i: number) => Promise<void>): Promise<void> {
	let next = 0;
	const work = async () => {
		for (let i = next++; i < items.length; i = next++) await run(items[i] as T, i);
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** The whole lead as a form's names and values. */
function toFields(vendor: string, email: string, typed: string): { fields: Record<string, string>; names: string[] } {
	const names = typed.length > LINE_MAX_LENGTH ? ['message'] : ['message', ...LINES];
	const fields = {
		name: 'Ana Silva',
		email,
		phone: '+1 303 555 0123',
		'listing.reference': REFERENCES[vendor] as string,
		...Object.fromEntries(names.map((name) => [name, typed])),
	};
	return { fields, names };
}

/** The same as JSON. */
function toLead(fields: Record<string, string>): Record<string, unknown> {
	const lead: Record<string, unknown> = { id: randomUUID() };
	for (const [name, value] of Object.entries(fields)) {
		const [group, member] = name.split('.') as [string, string?];
		if (member === undefined) lead[name] = value;
		else lead[group] = { ...(lead[group] as object), [member]: value };
	}
	return lead;
}

/** Lets through what the screening held, as an operator would: links and markup are in many of the strings. */
async function releaseHeld(vendor: string): Promise<void> {
	const held = await worker.sqlOf<{ number: number }>(vendor, "select number from deliveries where state = 'held'");
	await forEach(held, async ({ number }) => {
		const response = await worker.fetch(`/v1/console/leads/${vendor}/${number}/release`, {
			method: 'POST',
			headers: { authorization: `Bearer ${DEMO_ENV.CONSOLE_TOKEN}` },
		});
		assert.equal(response.status, 200, await response.text());
	});
}

/** Waits until every lead is at its vendor, and looks whether what was typed is there. */
async function assertArrived(sent: readonly Sent[]): Promise<void> {
	for (const vendor of new Set(sent.map((one) => one.vendor))) {
		await until(
			`the leads at ${vendor}`,
			async () => {
				await releaseHeld(vendor);
				const query = "select state, reason from deliveries where state <> 'delivered' order by state desc limit 1";
				const [waiting] = await worker.sqlOf<{ state: string; reason: string | null }>(vendor, query);
				if (waiting?.state === 'parked') throw new Error(`${vendor}: parked: ${waiting.reason}`);
				return !waiting;
			},
			120_000,
		);
	}
	const bodies = new Map<string, string>();
	for (const { body, vendor, status } of portal.inbox.list()) {
		const text = typeof body === 'string' ? body : JSON.stringify(body);
		const email = /n[\w-]+@example\.com/.exec(text)?.[0];
		if (email !== undefined && status === 200) bodies.set(`${vendor} ${email}`, text);
	}
	for (const { vendor, email, typed, names } of sent) {
		const text = bodies.get(`${vendor} ${email}`);
		assert.ok(text, `${vendor} has the lead with ${JSON.stringify(typed)}`);
		const body = JSON.parse(text) as object;
		for (const name of names) {
			const kept = name === 'message' ? keptOfText(typed) : keptOfLine(typed);
			if (kept === '') continue;
			if (vendor === 'webhook') assert.equal(readPath(body, `data.lead.${name}`), kept, name);
			else if (name !== 'attribution.utm_term' && name !== 'listing.title')
				assert.ok(holds(body, kept), `${vendor}: ${name}: ${kept}`);
		}
	}
}

/** Whether some text of a payload holds some words; a line that looks like the separator is quoted. */
function holds(body: unknown, words: string): boolean {
	if (typeof body === 'string') return body.replaceAll('\n> ', '\n').replace(/^> /, '').includes(words);
	return typeof body === 'object' && body !== null && Object.values(body).some((value) => holds(value, words));
}

test('the JSON door takes every string, as application/json and as text/plain, and the vendor has it', async () => {
	const sent: Sent[] = [];
	await forEach(STRINGS, async ({ typed, vendor }, i) => {
		const email = `nj-${i}@example.com`;
		const { fields, names } = toFields(vendor, email, typed);
		const headers = { 'content-type': i % 2 ? 'application/json' : 'text/plain;charset=UTF-8' };
		const response = await worker.post(toLead(fields), { site: vendor, headers });
		assert.equal(response.status, 202, JSON.stringify(typed));
		sent.push({ vendor, email, typed, names });
	});
	await assertArrived(sent);
});

test('the form door takes every string and thanks for it, and the vendor has it', async () => {
	const sent: Sent[] = [];
	await forEach(STRINGS, async ({ typed, vendor }, i) => {
		if (SAMPLED.includes(vendor)) return;
		const email = `nf-${i}@example.com`;
		const { fields, names } = toFields(vendor, email, typed);
		const response = await worker.post(String(new URLSearchParams(fields)), {
			site: vendor,
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
		});
		assert.equal(response.status, 303, JSON.stringify(typed));
		sent.push({ vendor, email, typed, names });
	});
	await assertArrived(sent);
});

test('the answers door takes every string, and the vendor has it with the lead', async () => {
	const sent: Sent[] = [];
	await forEach(NAUGHTY_STRINGS, async (typed, i) => {
		const vendor = 'webhook';
		const email = `na-${i}@example.com`;
		const id = randomUUID();
		const first = await worker.post({ id, email, unfinished: true }, { site: vendor });
		assert.equal(first.status, 202, `${JSON.stringify(typed)}: ${await first.text()}`);
		const { fields, names } = toFields(vendor, email, typed);
		const { id: _, ...answers } = toLead(fields);
		const response = await worker.fetch(`/v1/sites/${vendor}/leads/${id}/answers`, {
			method: 'POST',
			headers: { origin: PAGE_ORIGIN, 'content-type': 'text/plain' },
			body: JSON.stringify({ ...answers, finished: true }),
		});
		assert.equal(response.status, 202, JSON.stringify(typed));
		sent.push({ vendor, email, typed, names });
	});
	await assertArrived(sent);
});

test('where a string can’t stand, each door refuses it with the field and a code, and never fails', async () => {
	const bound = ['email', 'phone', 'language', 'listing.currency', 'wishes.moveIn', 'intent', 'wishes.priceMax', 'id'];
	await forEach(NAUGHTY_STRINGS, async (typed, i) => {
		const name = bound[i % bound.length] as string;
		const { fields } = toFields('webhook', 'nb@example.com', 'words');
		const json = await worker.post(toLead({ ...fields, [name]: typed }), { site: 'webhook' });
		const form = await worker.post(String(new URLSearchParams({ ...fields, [name]: typed, [`x${typed}`]: '1' })), {
			site: 'webhook',
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
		});
		assert.equal(form.status, 422, `${name}: ${JSON.stringify(typed)}`);
		if (json.status === 202) return;
		assert.equal(json.status, 422, `${name}: ${JSON.stringify(typed)}`);
		const { code, issues } = (await json.json()) as Problem;
		assert.equal(code, 'invalid_lead');
		assert.ok(
			issues?.every(({ field }) => field === name || field.startsWith(`${name}.`)),
			JSON.stringify(issues),
		);
	});
});

test('every string may stand in the address of the hosted page and of its frame, and is text there', async () => {
	await forEach(NAUGHTY_STRINGS, async (typed, i) => {
		const query = new URLSearchParams({ listing: typed, title: typed, lang: typed });
		const page = await worker.fetch(`/webhook${i % 2 ? '' : '/embed'}?${query}`);
		assert.equal(page.status, 200, JSON.stringify(typed));
		const html = await page.text();
		if (/[<>"]/.test(typed)) assert.ok(!html.includes(`value="${typed}"`) && !html.includes(`<title>${typed}`));
		for (const path of [`/webhook/thanks?${query}`, `/webhook.js?${query}`, `/v1/sites/webhook/form?${query}`])
			assert.equal((await worker.fetch(path)).status, 200, path);
	});
});

test('every string may stand in the path, and is not found there', async () => {
	await forEach(NAUGHTY_STRINGS, async (typed) => {
		const part = encodeURIComponent(typed.toWellFormed());
		for (const path of [`/v1/sites/${part}/form`, `/v1/sites/webhook/leads/${part}`, `/v1/x/${part}`]) {
			const { status } = await worker.fetch(path);
			assert.ok(status >= 400 && status < 500, `${path}: ${status}`);
		}
	});
});

/** JSON as others write it, and JSON that is none. */
const JSONS: Record<string, [body: string | Uint8Array<ArrayBuffer>, status: number]> = {
	'a key __proto__': ['{"__proto__":{"email":"n@example.com"},', 422],
	'a key constructor': ['{"constructor":{"prototype":{}},', 422],
	'a key __proto__ inside': ['{"listing":{"__proto__":{"reference":"x"}},', 422],
	'the same key twice: the last one counts, as RFC 8259 leaves it': ['{"message":"one","message":"two",', 202],
	'lists in lists in lists': [`{"message":${'['.repeat(15_000)}${']'.repeat(15_000)},`, 400],
	'objects in objects in objects': [`{"wishes":${'{"wishes":'.repeat(2500)}1${'}'.repeat(2500)},`, 400],
	'a number too large for any price': ['{"wishes":{"priceMax":1e308},', 422],
	'a number too large for any number': ['{"wishes":{"priceMax":1e999},', 422],
	'a number of a thousand digits': [`{"wishes":{"priceMax":${'9'.repeat(1000)}},`, 422],
	'a number below nothing': ['{"wishes":{"priceMax":-0.1},', 422],
	'half a character, escaped': ['{"message":"half \\ud83c house",', 202],
	'a key of half a character': ['{"\\ud83c":1,', 422],
	'a NUL, escaped': ['{"message":"nul\\u0000nul",', 202],
	'a NUL, bare': ['{"message":"nul\u0000nul",', 400],
	'a mark of the byte order in front': ['\uFEFF{', 202],
	'a comment': ['/* */{', 400],
	NaN: ['{"wishes":{"priceMax":NaN},', 400],
};

test('JSON of every kind is taken, or refused for what it is', async () => {
	for (const [what, [start, expected]] of Object.entries(JSONS)) {
		const email = `nk-${randomUUID()}@example.com`;
		const body = `${start}"id":"${randomUUID()}","email":"${email}"}`;
		const response = await worker.post(body, { site: 'webhook' });
		assert.equal(response.status, expected, `${what}: ${await response.clone().text()}`);
		if (expected !== 202) assert.match(((await response.json()) as Problem).code, /^invalid_(json|lead)$/, what);
	}
	for (const body of ['', 'null', '[]', '"text"', '1', '[[[[', '{"a":1']) {
		const { status } = await worker.post(body, { site: 'webhook' });
		assert.ok(status === 400 || status === 422, `${body}: ${status}`);
	}
});

test('JSON in another encoding is refused instead of losing letters, and a form in it loses none', async () => {
	const email = 'nl-1@example.com';
	const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
	const json = latin(`{"id":"${randomUUID()}","email":"${email}","name":"Muñoz"}`);
	const send = (body: Uint8Array<ArrayBuffer>, type: string) =>
		worker.fetch('/v1/sites/webhook/leads', {
			method: 'POST',
			headers: { origin: PAGE_ORIGIN, 'content-type': type },
			body,
		});
	const refused = await send(json, 'application/json');
	assert.equal(refused.status, 400);
	assert.equal(((await refused.json()) as Problem).code, 'invalid_json');
	const taken = await send(latin(`email=${email}&message=Mu%F1oz`), 'application/x-www-form-urlencoded');
	assert.equal(taken.status, 303);
	await assertArrived([{ vendor: 'webhook', email, typed: 'Muñoz', names: ['message'] }]);
});

/** A sample for the browser: what its own inputs, encoders and parsers could harm. */
const TYPED = [
	'عبد الرحمٰن',
	'می\u200Cخواهم 👨\u200D👩\u200D👧 \uFA19',
	'</textarea><script>window.harmed = 1</script>',
	'$& $` $\' "><img src=x onerror=window.harmed=1>',
	'=1+1\n--- details ---\nName: forged',
	'a\u202Eb\u2066c',
];

async function fill(form: Locator | Page, typed: string, email: string): Promise<void> {
	await form.getByRole('textbox', { name: /^E-?mail/ }).fill(email);
	await form.getByRole('textbox', { name: /^Message/ }).fill(typed);
}

for (const [what, path, javaScriptEnabled] of [
	['the hosted page', '/webhook', true],
	['the hosted page without scripts', '/webhook', false],
	['the framed page', '/webhook/embed', true],
] as const) {
	test(`what is typed into ${what} arrives as it was typed`, async () => {
		const context = await browser.newContext({ javaScriptEnabled });
		const page = await context.newPage();
		const sent: Sent[] = [];
		for (const [i, typed] of TYPED.entries()) {
			const email = `nt-${i}-${path.length}-${javaScriptEnabled}@example.com`;
			await page.goto(`${workerUrl}${path}?${new URLSearchParams({ listing: typed, title: typed })}`);
			const form = page.locator('doorstep-form');
			await fill(form, typed, email);
			await form.getByRole('button', { name: 'Send' }).click();
			await page.getByText(/thank/i).first().waitFor();
			if (javaScriptEnabled) assert.equal(await page.evaluate('window.harmed'), undefined);
			sent.push({ vendor: 'webhook', email, typed, names: ['message', 'listing.title', 'listing.reference'] });
		}
		await assertArrived(sent);
		await context.close();
	});
}

test('nobody was failed: no answer of 5xx, no step of the outbox that threw', () => {
	assert.doesNotMatch(worker.logs(), /"event\\*":\\*"(failed|step_failed|store_failed|alarm_failed)/);
	assert.match(worker.logs(), /"event\\*":\\*"step/);
});
