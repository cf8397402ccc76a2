import { equal, ok, until } from './support/assert.ts';
import { clean, errorAt, fill, find, input, mount, newSite, send } from './support/fixture.ts';
import { makeForm } from './support/make-form.ts';
import { leadsOf } from './support/mock-worker.ts';

/** Whether the browser has asked for the phone part. */
const phonePartAsked = () =>
	performance.getEntriesByType('resource').some(({ name }) => name.includes('/phone/phone.ts'));

describe('the phone field', () => {
	afterEach(clean);

	it('fetches its metadata when it is first entered, not before', async () => {
		const element = await mount();
		input(element, 'name').focus();
		await element.updateComplete;
		equal(phonePartAsked(), false, 'asked before');
		input(element, 'phone').focus();
		await until(phonePartAsked, 'the phone part');
	});

	for (const typed of ['12', '55 1234 567', '+52 55 1234 5678 9999 999', 'no phone']) {
		it(`refuses ${JSON.stringify(typed)}, which is impossible`, async () => {
			const element = await mount();
			fill(element, 'phone', typed);
			await until(() => errorAt(element, 'phone'), 'the error');
			ok(errorAt(element, 'phone')?.includes('too few or too many digits'), 'not explained');
		});
	}

	for (const typed of [
		'5512345678',
		'(55) 1234-5678',
		'+52 55 1234 5678',
		'+1 (415) 555-2671',
		'55.1234.5678',
		'0052 55 1234 5678',
	]) {
		it(`takes ${JSON.stringify(typed)}, and sends it as typed`, async () => {
			const site = newSite();
			const element = await mount(makeForm(site));
			fill(element, 'name', 'Ana');
			fill(element, 'phone', typed);
			await until(() => element.shadowRoot?.querySelector('[part="display"]'), 'the number in its display form');
			find(element, '[type="checkbox"]').click();
			send(element);
			const lead = await until(async () => (await leadsOf(site))[0], 'the lead');
			equal(lead.phone, typed);
		});
	}
});
