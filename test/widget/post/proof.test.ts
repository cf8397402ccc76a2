import type { Challenge } from '../../../contract/challenge.ts';
import { equal, ok, until } from '../support/assert.ts';
import { clean, fillAll, heard, mount, newSite, place, send } from '../support/fixture.ts';
import { makeForm } from '../support/make-form.ts';
import { leadsOf, tell } from '../support/mock-worker.ts';

type Render = (
	container: HTMLElement,
	options: { sitekey: string; action: string; callback(token: string): void },
) => string;
/** Stands for Cloudflare's script: one object for all tests, for the widget takes it once a page. */
const turnstile = { render: (() => 'id') as Render, remove() {} };

/** Puts it on the page. */
function render(how: Render): void {
	turnstile.render = how;
	(window as { turnstile?: unknown }).turnstile = turnstile;
}

/** Sends a filled form of a site with this challenge. @returns the lead as it arrived */
async function sendWith(challenge: Challenge, before?: (element: HTMLElement) => Promise<void>) {
	const site = newSite();
	await tell(site, { challenge });
	const element = await mount(makeForm(site));
	fillAll(element);
	await before?.(element);
	send(element);
	const lead = await until(async () => (await leadsOf(site))[0], 'the lead', 20_000);
	return { lead, site, element };
}

/** A real ALTCHA challenge that a key of our own signed, two hex digits to be found. */
const WORK = {
	parameters: {
		algorithm: 'PBKDF2/SHA-256',
		cost: 10,
		keyLength: 32,
		keyPrefix: '00',
		nonce: '0123456789abcdef0123456789abcdef',
		salt: 'fedcba9876543210fedcba9876543210',
	},
	signature: 'ab',
};

describe('what speaks for a visitor', () => {
	afterEach(() => {
		clean();
		delete (window as { turnstile?: unknown }).turnstile;
	});

	it('sends the time stamp back as it was', async () => {
		const { lead } = await sendWith({ stamp: 'abc.def.ghi' });
		equal(lead.proof, { stamp: 'abc.def.ghi' });
	});

	it('sends a lead without any where the Worker wants none', async () => {
		equal((await sendWith({})).lead.proof, undefined);
	});

	it('asks for another stamp for the next lead', async () => {
		const { site, element } = await sendWith({ stamp: 'first' });
		await tell(site, { challenge: { stamp: 'second' } });
		(await until(() => element.shadowRoot?.querySelector<HTMLElement>('[part="again"]'), 'the thank-you')).click();
		await until(() => element.shadowRoot?.querySelector('[name="name"]'), 'the form');
		fillAll(element);
		send(element);
		const second = await until(async () => (await leadsOf(site))[1], 'the second lead');
		equal(second.proof, { stamp: 'second' });
	});

	it('begins the next lead’s proof when its visitor begins, in the form that stands then', async () => {
		const boxes: HTMLElement[] = [];
		const inPlace: boolean[] = [];
		render((container, { callback }) => {
			boxes.push(container);
			inPlace.push(container.isConnected);
			callback('a token');
			return 'id';
		});
		const { site, element } = await sendWith({ turnstile: { siteKey: '1x00000000000000000000AA', action: 'lead' } });
		(await until(() => element.shadowRoot?.querySelector<HTMLElement>('[part="again"]'), 'the thank-you')).click();
		await until(() => element.shadowRoot?.querySelector('[name="name"]'), 'the form');
		fillAll(element);
		await until(() => boxes[1], 'Turnstile before anything is sent');
		const trap = element.shadowRoot?.querySelector<HTMLInputElement>('input[name="website"]');
		ok(trap, 'the new form has no trap');
		trap.value = 'https://spam.example';
		send(element);
		const second = await until(async () => (await leadsOf(site))[1], 'the second lead');
		equal(second.proof, { turnstile: 'a token', trap: 'https://spam.example' });
		equal(inPlace, [true, true]);
	});

	it('tells what a program wrote into the input that no person sees, and nothing where nothing is', async () => {
		const { lead } = await sendWith({ stamp: 'a' }, async (element) => {
			const find = () => element.shadowRoot?.querySelector<HTMLInputElement>('input[name="website"]');
			const trap = await until(find, 'the trap');
			equal([trap.tabIndex, trap.ariaHidden, trap.autocomplete], [-1, 'true', 'off']);
			ok(trap.getBoundingClientRect().width <= 1, 'it can be seen');
			trap.value = 'https://spam.example';
		});
		equal(lead.proof, { stamp: 'a', trap: 'https://spam.example' });
	});

	it('solves a proof of work whose key begins as it was asked', async () => {
		const { lead } = await sendWith({ work: WORK });
		const { challenge, solution } = JSON.parse(atob(lead.proof.solution));
		equal(challenge, WORK);
		ok(solution.derivedKey.startsWith('00'), solution.derivedKey);
		ok(Number.isInteger(solution.counter), 'no counter');
	});

	it('does so on a page under the strictest policy, without a violation and with its thread free for the visitor', async () => {
		const site = newSite();
		await tell(site, { form: makeForm(site), challenge: { work: WORK } });
		const frame = document.createElement('iframe');
		frame.src = `/page/${site}`;
		place('').append(frame);
		const host = await until(() => {
			const found = frame.contentDocument?.querySelector('doorstep-form');
			return found?.shadowRoot?.querySelector('form') && found;
		}, 'the form in the frame');
		let turns = 0;
		const count = setInterval(() => turns++);
		fillAll(host as HTMLElement);
		send(host as HTMLElement);
		const lead = await until(async () => (await leadsOf(site))[0], 'the lead', 20_000);
		clearInterval(count);
		ok(lead.proof.solution, 'nothing was solved');
		ok(turns > 0, 'the thread was never free');
		equal((frame.contentWindow as unknown as { violations: string[] }).violations, []);
	});

	it('asks Turnstile for a token, in the form, and takes its box away', async () => {
		let box: HTMLElement | undefined;
		let asked: unknown;
		render((container, { sitekey, action, callback }) => {
			box = container;
			asked = [sitekey, action, container.isConnected];
			callback('a token');
			return 'id';
		});
		const { lead } = await sendWith({ turnstile: { siteKey: '1x00000000000000000000AA', action: 'lead' } });
		equal(lead.proof, { turnstile: 'a token' });
		equal(asked, ['1x00000000000000000000AA', 'lead', true]);
		equal(box?.isConnected, false);
	});

	it('goes on with the id it is told, where the same words are a lead already', async () => {
		const site = newSite();
		await tell(site, { leads: [{ status: 202, body: { id: '00000000-0000-4000-8000-000000000001' } }] });
		const element = await mount(makeForm(site));
		fillAll(element);
		const submitted = heard(element, 'doorstep-submitted');
		send(element);
		equal((await submitted).detail.id, '00000000-0000-4000-8000-000000000001');
	});
});
