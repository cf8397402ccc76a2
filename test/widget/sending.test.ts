import { equal, ok, until } from './support/assert.ts';
import { clean, fill, fillAll, find, heard, input, mount, newSite, send } from './support/fixture.ts';
import { makeForm } from './support/make-form.ts';
import { leadsOf, requestsOf, tell } from './support/mock-worker.ts';

const UUID = /^[0-9a-f-]{36}$/;

describe('sending', () => {
	afterEach(clean);

	it('sends the lead in one request that needs no preflight', async () => {
		const site = newSite();
		const element = await mount(makeForm(site));
		fillAll(element);
		send(element);
		await until(() => element.shadowRoot?.querySelector('[part="sent"]'), 'the thank-you');
		const requests = await requestsOf(site);
		equal(requests.length, 1);
		equal([requests[0]?.method, requests[0]?.url], ['POST', `/v1/sites/${site}/leads`]);
		equal(requests[0]?.type.toLowerCase(), 'text/plain;charset=utf-8');
	});

	it('sends everything typed, the listing, the consent, the language and where the visitor came from', async () => {
		const site = newSite();
		const address = location.href;
		history.replaceState(null, '', `${address}&utm_source=portal&gclid=abc`);
		try {
			const element = await mount(makeForm(site));
			fillAll(element);
			send(element);
			const { id, attribution, listing, ...lead } = await until(async () => (await leadsOf(site))[0], 'the lead');
			ok(UUID.test(id), `no id: ${id}`);
			equal(lead, {
				name: 'Ana García',
				email: 'ana@sol.example',
				message: 'I am interested in EB-1. Please tell me more.',
				consent: [{ purpose: 'contact', given: true, wordingId: 'contact-1', wordingHash: 'a'.repeat(64) }],
				language: 'en',
			});
			equal(listing.reference, 'EB-1');
			equal([attribution.utm_source, attribution.gclid], ['portal', 'abc']);
			ok(attribution.page.startsWith(location.origin), 'the page is missing');
		} finally {
			history.replaceState(null, '', address);
		}
	});

	it('thanks the visitor, moves the focus there, and tells the page', async () => {
		const element = await mount();
		fillAll(element);
		const submitted = heard(element, 'doorstep-submitted');
		send(element);
		ok(UUID.test((await submitted).detail.id), 'no id');
		await until(() => element.shadowRoot?.activeElement?.matches('h2'), 'the focus');
		equal(element.shadowRoot?.activeElement?.textContent, 'Thank you');
	});

	it('starts anew for another message, with nothing left of the first', async () => {
		const site = newSite();
		const element = await mount(makeForm(site));
		fillAll(element);
		send(element);
		const again = await until(() => element.shadowRoot?.querySelector<HTMLElement>('[part="again"]'), 'the thank-you');
		again.click();
		await until(
			() => element.shadowRoot?.activeElement === element.shadowRoot?.querySelector('[name="name"]'),
			'the focus',
		);
		equal([input(element, 'name').value, input(element, 'consent.contact').checked], ['', false]);
		fillAll(element);
		send(element);
		await until(async () => (await leadsOf(site))[1], 'the second lead');
		const [first, second] = await leadsOf(site);
		ok(first.id !== second.id, 'both leads have one id');
	});

	it('sends once, however often the button is pressed', async () => {
		const site = newSite();
		const element = await mount(makeForm(site));
		fillAll(element);
		for (let press = 0; press < 3; press++) send(element);
		await until(() => element.shadowRoot?.querySelector('[part="sent"]'), 'the thank-you');
		equal((await leadsOf(site)).length, 1);
	});

	it('lets the page keep a lead from going out', async () => {
		const site = newSite();
		const element = await mount(makeForm(site));
		fillAll(element);
		element.addEventListener('doorstep-submit', (event) => event.preventDefault(), { once: true });
		send(element);
		await element.updateComplete;
		equal(await leadsOf(site), []);
		send(element);
		await until(async () => (await leadsOf(site))[0], 'the lead of the second press');
	});

	for (const [what, answer, code] of [
		['a server error', { status: 503, body: { code: 'unavailable' } }, 'unavailable'],
		['a server error in HTML', { status: 502, body: '<html>' }, 'http_502'],
		['a dropped connection', { reset: true }, 'unreachable'],
		['an answer of somebody else', { status: 200, body: 'log in' }, 'http_200'],
	] as const) {
		it(`says so after ${what}, keeps everything typed, and tries again with the same id`, async () => {
			const site = newSite();
			await tell(site, { leads: [answer] });
			const element = await mount(makeForm(site));
			fillAll(element);
			const failed = heard(element, 'doorstep-failed');
			send(element);
			equal((await failed).detail, { code });
			await element.updateComplete;
			const words = find(element, '[role="alert"]').textContent?.trim();
			ok(
				words?.startsWith(code === 'unreachable' ? 'You seem to be offline.' : 'Your message could not be sent yet.'),
				words ?? '',
			);
			equal(find(element, '[part~="submit"]').textContent?.trim(), 'Try again');
			equal(input(element, 'name').value, 'Ana García');
			await tell(site, {});
			send(element);
			await until(() => element.shadowRoot?.querySelector('[part="sent"]'), 'the thank-you');
			const leads = await leadsOf(site);
			equal(leads.at(-1), leads[0]);
		});
	}

	it('takes a new id for words changed after an unanswered send', async () => {
		const site = newSite();
		await tell(site, { leads: [{ status: 503, body: { code: 'unavailable' } }] });
		const element = await mount(makeForm(site));
		fillAll(element);
		const failed = heard(element, 'doorstep-failed');
		send(element);
		await failed;
		fill(element, 'message', 'Something else');
		send(element);
		await until(() => element.shadowRoot?.querySelector('[part="sent"]'), 'the thank-you');
		const [first, second] = await leadsOf(site);
		ok(first.id !== second.id, 'other words went out under the same id');
	});

	it('says what a refusal is about, and gives the agent as a last resort', async () => {
		const site = newSite();
		await tell(site, { leads: [{ status: 403, body: { code: 'foreign_origin' } }] });
		const element = await mount(makeForm(site, 'en', { agent: { phone: '+525512345678' } }));
		fillAll(element);
		const failed = heard(element, 'doorstep-failed');
		send(element);
		equal((await failed).detail, { code: 'foreign_origin' });
		await element.updateComplete;
		ok(find(element, '[role="alert"]').textContent?.includes('This form is not set up for this website.'), 'not said');
		equal(find<HTMLAnchorElement>(element, '[role="alert"] a').href, 'tel:+525512345678');
	});

	it('shows that it is sending, without taking the focus from the button', async () => {
		const site = newSite();
		await tell(site, { leads: [{ hangs: true }] });
		const element = await mount(makeForm(site));
		fillAll(element);
		const button = find(element, '[part~="submit"]');
		button.focus();
		send(element);
		await element.updateComplete;
		equal(find(element, '[role="status"]').textContent, 'Sending…');
		equal([button.getAttribute('aria-disabled'), element.shadowRoot?.activeElement === button], ['true', true]);
	});
});
