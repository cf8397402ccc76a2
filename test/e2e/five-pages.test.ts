/** Five markets, five vendors: every question of each page's form answered by hand, and all of it at the vendor. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import type { InboxEntry } from '../../demo/inbox.ts';
import { launchChromium } from '../support/browser.ts';
import { type Demo, startDemo } from '../support/demo.ts';
import { until } from '../support/until.ts';

let demo: Demo;
let browser: Browser;

before(async () => {
	demo = await startDemo();
	browser = await launchChromium();
});
after(async () => {
	await browser?.close();
	await demo?.stop();
});
beforeEach(() => fetch(`${demo.portalUrl}/inbox.json`, { method: 'DELETE' }));

/** The answers, by the field's name. Whatever a form asks beyond them is left open. */
const ANSWERS: Readonly<Record<string, string>> = {
	name: 'Inês Núñez-Østby',
	firstName: 'Inês',
	lastName: 'Núñez-Østby',
	email: 'ines+visita@example.com',
	message: 'Posso visitar? “Sábado”, 10h — obrigada.',
	'wishes.priceMin': '310000',
	'wishes.priceMax': '487500',
	'wishes.bedroomsMin': '2',
	'wishes.bedroomsMax': '4',
	'wishes.roomsMin': '3',
	'wishes.bathroomsMin': '1.5',
	'wishes.areaMin': '73',
	'wishes.areaMax': '128',
	'wishes.place': 'Graça, Lisboa',
	'wishes.moveIn': '2027-03-01',
	'wishes.leaseMonths': '13',
	'wishes.visitDate': '2027-02-06',
};

interface Market {
	vendor: string;
	path: string;
	phone: string;
	/** Checks what the vendor was sent. */
	check: (body: Record<string, unknown>, text: string) => void;
}

const MARKETS: readonly Market[] = [
	{
		vendor: 'maxwork',
		path: '/pt/apartamento-graca-lisboa',
		phone: '912 345 678',
		check(body) {
			assert.equal(body.Public_Reference, '129991025-5');
			assert.deepEqual([body.Sender_Name, body.Sender_Email], [ANSWERS.name, ANSWERS.email]);
			assert.equal(body.Sender_Phone, '+351912345678');
			assert.deepEqual(
				[body.Price_Min, body.Price_Max, body.Area_Min, body.Area_Max],
				['310000', '487500', '73', '128'],
			);
			assert.deepEqual([body.Room_Min, body.Room_Max, body.Lead_Status], ['2', '4', 'New']);
		},
	},
	{
		vendor: 'propexo',
		path: '/us/apartment-austin',
		phone: '512-555-0123',
		check(body) {
			assert.deepEqual([body.first_name, body.last_name], [ANSWERS.firstName, ANSWERS.lastName]);
			assert.deepEqual(
				[body.property_id, body.email_1, body.phone_1],
				['prop_oak_mueller', ANSWERS.email, '+15125550123'],
			);
			assert.deepEqual(
				[body.desired_max_rent_in_cents, body.desired_num_bedrooms, body.desired_num_bathrooms],
				[48750000, 2, 1.5],
			);
			assert.deepEqual([body.desired_lease_term_in_months, body.target_move_in_date], [13, '2027-03-01T00:00:00Z']);
		},
	},
	{
		vendor: 'lofty',
		path: '/us/house-denver',
		phone: '(303) 555-0119',
		check(body) {
			assert.deepEqual([body.firstName, body.lastName], [ANSWERS.firstName, ANSWERS.lastName]);
			assert.deepEqual([body.emails, body.phones], [[ANSWERS.email], ['+13035550119']]);
			const inquiry = body.inquiry as Record<string, unknown>;
			assert.deepEqual([inquiry.priceMin, inquiry.priceMax, inquiry.bathroomsMin], [310000, 487500, '1.5']);
		},
	},
	{
		vendor: 'easybroker',
		path: '/mx/departamento-roma-norte',
		phone: '55 1234 5678',
		check(body) {
			assert.deepEqual([body.property_id, body.name, body.phone], ['EB-AB1234', ANSWERS.name, '+525512345678']);
		},
	},
	{
		vendor: 'apimo',
		path: '/fr/appartement-lyon',
		phone: '06 12 34 56 78',
		check(body) {
			assert.equal(body.property_reference, 'VA1234');
			assert.deepEqual([body.email, body.mobile], [ANSWERS.email, '+33612345678']);
			assert.deepEqual([body.room_min, body.bedroom_min, body.area_min, body.price_max], ['3', '2', '73', '487500']);
		},
	},
];

async function posts(vendor: string): Promise<InboxEntry[]> {
	const entries = (await (await fetch(`${demo.portalUrl}/inbox.json?vendor=${vendor}`)).json()) as InboxEntry[];
	return entries.filter(
		({ method, status, path }) => method === 'POST' && status === 200 && !/events|activity/.test(path),
	);
}

/** Answers every question on the screen; the first option where there are options. */
async function answerStep(form: Locator, phone: string, answered: Set<string>): Promise<void> {
	const names = await form
		.locator('input[name], textarea[name], select[name]')
		.evaluateAll((inputs) =>
			(inputs as HTMLInputElement[])
				.filter((input) => input.checkVisibility())
				.map(({ name, type, localName }) => ({ name, type: localName === 'select' ? 'select' : type })),
		);
	for (const { name, type } of names) {
		if (answered.has(name)) continue;
		const input = form.locator(`[name="${name}"]`).first();
		const words = name === 'phone' ? phone : ANSWERS[name];
		if (type === 'checkbox' || type === 'radio') await input.check();
		else if (type === 'select') await input.selectOption({ index: 1 });
		else if (words !== undefined) await input.fill(words);
		else continue;
		answered.add(name);
	}
}

/** Goes through the whole form, step by step. Returns the names of the fields that were answered. */
async function fillIn(page: Page, phone: string): Promise<Set<string>> {
	const form = page.locator('doorstep-form');
	const answered = new Set<string>();
	await form.locator('[name="email"]').waitFor();
	for (let step = 0; step < 8; step++) {
		await answerStep(form, phone, answered);
		const heading = await form.locator('h2, h3').first().textContent();
		await form.locator('button[part~="submit"]').click();
		await until('the next step or the thank-you', async () => {
			const now = await form.locator('h2, h3').first().textContent();
			return now !== heading;
		});
		if ((await form.locator('[part~="sent"]').count()) > 0) return answered;
	}
	throw new Error('the form has no end');
}

for (const { vendor, path, phone, check } of MARKETS) {
	test(`every question of the ${vendor} page answered arrives at the vendor, once and whole`, async () => {
		const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
		try {
			const page = await context.newPage();
			await page.goto(demo.portalUrl + path);
			const answered = await fillIn(page, phone);
			const [entry] = await until('the lead', async () => {
				const entries = await posts(vendor);
				return entries.length > 0 && entries;
			});
			const body = entry?.body as Record<string, unknown>;
			check(body, JSON.stringify(body));
			const text = JSON.stringify(Object.values(body));
			for (const name of answered) {
				const words = name === 'phone' ? phone : ANSWERS[name];
				// Names and amounts are told in the vendor's own form, which `check` looks at.
				if (words === undefined || /^(name|wishes\.(price|moveIn).*)$/.test(name)) continue;
				assert.ok(text.includes(JSON.stringify(words).slice(1, -1)), `${name}: ${words}`);
			}
			assert.equal((await posts(vendor)).length, 1);
		} finally {
			await context.close();
		}
	});
}
