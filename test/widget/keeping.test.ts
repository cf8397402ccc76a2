import { KEEP_UNSENT_MS } from '../../contract/limits.ts';
import { equal, ok, until } from './support/assert.ts';
import { clean, fill, fillAll, find, heard, input, mount, newSite, reload, send } from './support/fixture.ts';
import { makeForm } from './support/make-form.ts';
import { leadsOf, tell } from './support/mock-worker.ts';

const OUTBOX = 'doorstep-outbox';

/** Mounts a form for a site that can't be reached, and sends. */
async function sendInVain() {
	const site = newSite();
	await tell(site, { leads: [{ reset: true }] });
	const element = await mount(makeForm(site));
	fillAll(element);
	const failed = heard(element, 'doorstep-failed');
	send(element);
	await failed;
	await element.updateComplete;
	return { site, element };
}

const back = () => window.dispatchEvent(new Event('online'));

describe('a lead that nobody answered', () => {
	afterEach(clean);

	it('is said to be kept, and goes out by itself with the same id when the network is back', async () => {
		const { site, element } = await sendInVain();
		ok(find(element, '[role="alert"]').textContent?.includes('kept on this device'), 'not said');
		await tell(site, {});
		const submitted = heard(element, 'doorstep-submitted');
		back();
		const { id } = (await submitted).detail;
		await until(() => element.shadowRoot?.querySelector('[part="sent"]'), 'the thank-you');
		const leads = await leadsOf(site);
		equal(leads.at(-1), leads[0]);
		equal(leads[0].id, id);
		equal(localStorage.getItem(OUTBOX), null);
	});

	it('goes out by itself after a while where the Worker was down', async () => {
		const site = newSite();
		await tell(site, { leads: [{ status: 503 }] });
		const element = await mount(makeForm(site));
		fillAll(element);
		const submitted = heard(element, 'doorstep-submitted');
		send(element);
		await submitted;
		equal((await leadsOf(site)).length, 2);
	});

	it('goes out after a reload, and the form says so', async () => {
		const { site, element } = await sendInVain();
		const fresh = await reload(element);
		await until(() => fresh.shadowRoot?.querySelector('[role="alert"]')?.textContent?.includes('kept'), 'the words');
		equal(input(fresh, 'name').value, 'Ana García');
		await tell(site, {});
		back();
		await until(() => fresh.shadowRoot?.querySelector('[part="sent"]'), 'the thank-you');
		const leads = await leadsOf(site);
		equal(leads.at(-1), leads[0]);
	});

	it("goes out from the site's next page that carries the script", async () => {
		const { site, element } = await sendInVain();
		element.remove();
		await tell(site, {});
		const submitted = heard(document.documentElement, 'doorstep-submitted');
		const other = await mount(makeForm(site), 'listing="EB-2"');
		const { id } = (await submitted).detail;
		equal((await leadsOf(site)).at(-1).id, id);
		ok(other.shadowRoot?.querySelector('form'), 'the other form is thanked for what it did not send');
	});

	it('is erased after a day', async () => {
		const { site, element } = await sendInVain();
		element.remove();
		const [kept] = JSON.parse(localStorage.getItem(OUTBOX) ?? '[]');
		localStorage.setItem(OUTBOX, JSON.stringify([{ ...kept, at: kept.at - KEEP_UNSENT_MS }]));
		const before = (await leadsOf(site)).length;
		const other = await mount(makeForm(site), 'listing="EB-2"');
		await until(() => localStorage.getItem(OUTBOX) === null, 'the erasure');
		equal((await leadsOf(site)).length, before);
		ok(other.shadowRoot?.querySelector('form'), 'no form');
	});

	it('gives its place to other words', async () => {
		const { site, element } = await sendInVain();
		fill(element, 'message', 'Something else');
		await tell(site, {});
		send(element);
		await until(() => element.shadowRoot?.querySelector('[part="sent"]'), 'the thank-you');
		equal(localStorage.getItem(OUTBOX), null);
		equal((await leadsOf(site)).at(-1).message, 'Something else');
	});

	it('is not kept once the Worker has refused it', async () => {
		const site = newSite();
		await tell(site, { leads: [{ status: 403, body: { code: 'foreign_origin' } }] });
		const element = await mount(makeForm(site));
		fillAll(element);
		const failed = heard(element, 'doorstep-failed');
		send(element);
		await failed;
		equal(localStorage.getItem(OUTBOX), null);
	});

	it('says that it could not be sent where the page may not store', async () => {
		const { setItem } = Storage.prototype;
		Storage.prototype.setItem = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
		try {
			const { element } = await sendInVain();
			ok(find(element, '[role="alert"]').textContent?.includes('could not be sent yet'), 'it claims to be kept');
		} finally {
			Storage.prototype.setItem = setItem;
		}
	});
});

describe('what is typed', () => {
	afterEach(clean);

	it('is there again after a reload, but for the consent', async () => {
		const element = await mount();
		fillAll(element);
		fill(element, 'message', 'Is it quiet?');
		await until(() => Object.keys(sessionStorage).some((key) => key.startsWith('doorstep-draft')), 'the draft');
		fill(element, 'message', 'Is it very quiet?');
		const fresh = await reload(element);
		await until(() => input(fresh, 'name').value === 'Ana García', 'the draft');
		equal(input(fresh, 'message').value, 'Is it very quiet?');
		equal(input(fresh, 'consent.contact').checked, false);
	});

	it('is erased when it is sent', async () => {
		const element = await mount();
		fillAll(element);
		send(element);
		await until(() => element.shadowRoot?.querySelector('[part="sent"]'), 'the thank-you');
		equal(
			Object.keys(sessionStorage).filter((key) => key.startsWith('doorstep-draft')),
			[],
		);
	});

	it('stays with its listing', async () => {
		const form = makeForm(newSite());
		const element = await mount(form);
		fill(element, 'name', 'Ana');
		await until(() => Object.keys(sessionStorage).some((key) => key.startsWith('doorstep-draft')), 'the draft');
		const other = await mount(form, 'listing="EB-2"');
		equal(input(other, 'name').value, '');
	});
});
