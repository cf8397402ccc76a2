import { equal, ok, until } from './support/assert.ts';
import { clean, fillAll, find, heard, mount, newSite, reload, send } from './support/fixture.ts';
import { makeForm } from './support/make-form.ts';
import { leadsOf, tell } from './support/mock-worker.ts';

const OUTBOX = 'doorstep-outbox';
const back = () => window.dispatchEvent(new Event('online'));
const kept = () => JSON.parse(localStorage.getItem(OUTBOX) ?? '[]')[0];

/** Sends to a Worker that asks for patience. */
async function sendAndWait(status = 429, code = 'too_many_requests') {
	const site = newSite();
	await tell(site, { leads: [{ status, body: { code }, retryAfter: '600' }] });
	const element = await mount(makeForm(site));
	fillAll(element);
	const failed = heard(element, 'doorstep-failed');
	const before = Date.now();
	send(element);
	await failed;
	await element.updateComplete;
	return { site, element, before };
}

/** Lets the time pass for which the Worker asked. */
function pass(): void {
	localStorage.setItem(OUTBOX, JSON.stringify([{ ...kept(), notBefore: Date.now() - 1 }]));
}

describe('a lead for which the Worker asks to wait', () => {
	afterEach(clean);

	for (const [status, code] of [
		[429, 'too_many_requests'],
		[503, 'unavailable'],
	] as const) {
		it(`is said to be kept after ${status}, and holds the time before which it is not sent again`, async () => {
			const { element, before } = await sendAndWait(status, code);
			ok(find(element, '[role="alert"]').textContent?.includes('goes out by itself in a few minutes'), 'not said');
			const { notBefore } = kept();
			ok(notBefore >= before + 600_000 && notBefore <= Date.now() + 600_000, String(notBefore - before));
		});
	}

	it('is not sent again by itself before then, though the network comes back', async () => {
		const { site, element } = await sendAndWait();
		const other = newSite();
		back();
		// A lead of another form goes its whole way meanwhile.
		const free = await mount(makeForm(other), 'listing="EB-2"');
		fillAll(free);
		send(free);
		await until(() => free.shadowRoot?.querySelector('[part="sent"]'), 'the other thank-you');
		equal((await leadsOf(site)).length, 1);
		pass();
		back();
		await until(() => element.shadowRoot?.querySelector('[part="sent"]'), 'the thank-you');
		equal((await leadsOf(site)).length, 2);
	});

	it('waits as long after a reload, and says so', async () => {
		const { site, element } = await sendAndWait();
		const fresh = await reload(element);
		await until(
			() => fresh.shadowRoot?.querySelector('[role="alert"]')?.textContent?.includes('in a few minutes'),
			'the words',
		);
		back();
		const other = await mount(makeForm(newSite()), 'listing="EB-2"');
		fillAll(other);
		send(other);
		await until(() => other.shadowRoot?.querySelector('[part="sent"]'), 'the other thank-you');
		equal((await leadsOf(site)).length, 1);
		pass();
		back();
		await until(() => fresh.shadowRoot?.querySelector('[part="sent"]'), 'the thank-you');
		const [first, second] = await leadsOf(site);
		equal(second, first);
	});

	it('goes out at once where the visitor wants to try again', async () => {
		const { site, element } = await sendAndWait();
		send(element);
		await until(() => element.shadowRoot?.querySelector('[part="sent"]'), 'the thank-you');
		equal((await leadsOf(site)).length, 2);
	});
});
