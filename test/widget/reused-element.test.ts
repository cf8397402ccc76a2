import type { Form } from '../../contract/form.ts';
import type { DoorstepForm } from '../../widget/doorstep-form.ts';
import { equal, ok, until } from './support/assert.ts';
import { clean, fill, fillAll, find, heard, input, mount, newSite, place, send } from './support/fixture.ts';
import { makeForm } from './support/make-form.ts';
import { answersOf, leadsOf, tell } from './support/mock-worker.ts';

/** Gives the element another listing, as a client-side router does that keeps it. */
async function goTo(element: DoorstepForm, listing: string): Promise<void> {
	element.listing = listing;
	await element.updateComplete;
}

const isThanked = (element: DoorstepForm) => element.shadowRoot?.querySelector('[part="sent"]');
const alertOf = (element: DoorstepForm) => find(element, '[role="alert"]').textContent?.trim();
const kept = () => JSON.parse(localStorage.getItem('doorstep-outbox') ?? '[]');

/** Sends, and waits for the thank-you. */
async function sendAll(element: DoorstepForm): Promise<void> {
	fillAll(element);
	send(element);
	await until(() => isThanked(element), 'the thank-you');
}

/** Sends to a Worker that can't be reached, and waits until that is said. */
async function sendInVain(site: string): Promise<DoorstepForm> {
	await tell(site, { leads: [{ reset: true }] });
	const element = await mount(makeForm(site));
	fillAll(element);
	send(element);
	await until(() => alertOf(element), 'the notice');
	return element;
}

/** Holds every lead on its way out until it is let go. */
function holdLeads(): { leaving: Promise<void>; letGo: () => void } {
	const { fetch } = window;
	const [leaving, gone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
	window.fetch = async (...request) => {
		if (String(request[0]).endsWith('/leads')) {
			leaving.resolve();
			await gone.promise;
		}
		return fetch(...request);
	};
	const letGo = () => {
		window.fetch = fetch;
		gone.resolve();
	};
	return { leaving: leaving.promise, letGo };
}

/** A form with a second step. */
function makeSteps(site: string): Form {
	const form = makeForm(site);
	const visit = { name: 'wishes.visitDate', kind: 'date', label: 'Day' } as const;
	return { ...form, mode: 'qualify', steps: [...form.steps, { id: 'visit', title: 'A visit', fields: [visit] }] };
}

describe('an element used again for another listing', () => {
	afterEach(clean);

	it('has an empty form for it after the thank-you for the last one, and sends that', async () => {
		const site = newSite();
		const element = await mount(makeForm(site));
		await sendAll(element);
		await goTo(element, 'EB-2');
		equal([input(element, 'name').value, input(element, 'consent.contact').checked], ['', false]);
		equal(input(element, 'message').value, 'I am interested in EB-2. Please tell me more.');
		await sendAll(element);
		equal(
			(await leadsOf(site)).map(({ listing }) => listing.reference),
			['EB-1', 'EB-2'],
		);
	});

	it('has what was typed for that listing before', async () => {
		const element = await mount();
		await goTo(element, 'EB-2');
		fill(element, 'message', 'Is it quiet?');
		await until(() => Object.keys(sessionStorage).some((key) => key.endsWith(':EB-2')), 'the draft');
		await goTo(element, 'EB-1');
		await sendAll(element);
		await goTo(element, 'EB-2');
		equal(input(element, 'message').value, 'Is it quiet?');
	});

	it('no longer says that the lead for the last one is kept, and has it again for that listing', async () => {
		const element = await sendInVain(newSite());
		const said = alertOf(element);
		await goTo(element, 'EB-2');
		equal(alertOf(element), '');
		equal(find(element, '[part~="submit"]').textContent?.trim(), 'Send');
		await goTo(element, 'EB-1');
		equal(alertOf(element), said);
	});

	it('does not thank for a lead of the last one that goes out from it, but tells the page', async () => {
		const site = newSite();
		const element = await sendInVain(site);
		const [{ id }] = kept();
		await goTo(element, 'EB-2');
		await tell(site, {});
		const submitted = heard(element, 'doorstep-submitted');
		window.dispatchEvent(new Event('online'));
		equal((await submitted).detail, { id });
		await element.updateComplete;
		ok(!isThanked(element), 'thanked');
	});

	it('keeps a send under way, and is another form once that has ended', async () => {
		const site = newSite();
		const element = await mount(makeForm(site));
		fillAll(element);
		const { leaving, letGo } = holdLeads();
		send(element);
		await leaving;
		await goTo(element, 'EB-2');
		equal(find(element, '[part~="submit"]').getAttribute('aria-disabled'), 'true');
		const submitted = heard(element, 'doorstep-submitted');
		letGo();
		await submitted;
		await element.updateComplete;
		equal([!!isThanked(element), input(element, 'name').value], [false, '']);
		equal((await leadsOf(site))[0].listing.reference, 'EB-1');
		equal(
			Object.keys(sessionStorage).filter((key) => key.startsWith('doorstep-draft')),
			[],
		);
	});

	it('begins anew in the midst of the steps, and says that no more answers come for the last one', async () => {
		const site = newSite();
		const element = await mount(makeSteps(site));
		fillAll(element);
		send(element);
		await until(() => element.shadowRoot?.querySelector('[type="date"]'), 'the second step');
		await goTo(element, 'EB-2');
		equal(input(element, 'name').value, '');
		equal((await until(async () => (await answersOf(site))[0], 'the end')).finished, true);
	});

	it('keeps its thank-you where the page tells its listing only by the time of sending', async () => {
		const site = newSite();
		const element = await mount(makeForm(site), '');
		fillAll(element);
		place('<script type="application/ld+json">{"@type":"House","sku":"EB-9"}</script>');
		send(element);
		await until(() => isThanked(element), 'the thank-you');
		element.requestUpdate();
		await element.updateComplete;
		ok(isThanked(element), 'the thank-you went');
		equal((await leadsOf(site))[0].listing.reference, 'EB-9');
	});
});
