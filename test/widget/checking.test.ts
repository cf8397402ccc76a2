import { equal, ok, until } from './support/assert.ts';
import { clean, errorAt, fill, fillAll, find, heard, input, mount, newSite, send } from './support/fixture.ts';
import { makeForm } from './support/make-form.ts';
import { leadsOf, tell } from './support/mock-worker.ts';

describe('what is wrong', () => {
	afterEach(clean);

	it('is said at each field on submit, and nothing is sent', async () => {
		const site = newSite();
		const element = await mount(makeForm(site));
		const invalid = heard(element, 'doorstep-invalid');
		send(element);
		equal((await invalid).detail, { fields: ['name', 'email', 'consent.contact'] });
		await element.updateComplete;
		equal(errorAt(element, 'name'), 'Please fill this in.');
		ok(errorAt(element, 'email')?.includes('e-mail address or a phone number'), 'the group is not explained');
		ok(errorAt(element, 'consent.contact'), 'the consent is not asked for');
		equal(await leadsOf(site), []);
	});

	it('is listed in a summary that takes the focus and leads to the fields', async () => {
		const element = await mount();
		send(element);
		const summary = await until(() => element.shadowRoot?.activeElement, 'the focus');
		ok(summary.matches('.summary'), 'the focus is elsewhere');
		equal(find(element, '#summary-title').textContent, '3 answers need a look.');
		find(element, '.summary a').click();
		await until(() => element.shadowRoot?.activeElement === input(element, 'name'), 'the field to have the focus');
		equal(location.hash, '');
	});

	it('is counted in the plural form of the language', async () => {
		const element = await mount(makeForm(newSite(), 'es'));
		fillAll(element);
		input(element, 'consent.contact').click();
		send(element);
		await until(() => element.shadowRoot?.querySelector('.summary'), 'the summary');
		equal(find(element, '#summary-title').textContent, 'Hay una respuesta por revisar.');
	});

	it('is said when an edited field is left, not before and not in untouched ones', async () => {
		const element = await mount();
		const email = input(element, 'email');
		email.focus();
		email.value = 'ana@';
		email.dispatchEvent(new Event('input', { bubbles: true }));
		await element.updateComplete;
		equal(errorAt(element, 'email'), undefined, 'while typing');
		email.blur();
		await until(() => errorAt(element, 'email'), 'the error');
		equal(errorAt(element, 'name'), undefined, 'untouched');
	});

	it('goes as soon as the answer is right', async () => {
		const element = await mount();
		fill(element, 'email', 'ana@');
		await until(() => errorAt(element, 'email'), 'the error');
		const email = input(element, 'email');
		email.value = 'ana@sol.example';
		email.dispatchEvent(new Event('input', { bubbles: true }));
		await element.updateComplete;
		equal(errorAt(element, 'email'), undefined);
	});

	it('goes from the whole group when one of it is answered', async () => {
		const element = await mount();
		send(element);
		await until(() => errorAt(element, 'email'), 'the error');
		fill(element, 'phone', '55 1234 5678');
		await element.updateComplete;
		equal(errorAt(element, 'email'), undefined);
	});

	it('does not move the button away between press and release', async () => {
		const element = await mount();
		const email = input(element, 'email');
		email.focus();
		email.value = 'ana@';
		email.dispatchEvent(new Event('input', { bubbles: true }));
		const button = find(element, '[part~="submit"]');
		const before = button.getBoundingClientRect().top;
		button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
		email.blur();
		await element.updateComplete;
		equal(button.getBoundingClientRect().top, before);
	});

	it('lands on its field when the Worker says it', async () => {
		const site = newSite();
		await tell(site, {
			leads: [
				{
					status: 422,
					body: {
						code: 'invalid_lead',
						issues: [
							{ field: 'email', code: 'invalid_email' },
							{ field: 'consent.contact', code: 'consent_required' },
						],
					},
				},
			],
		});
		const element = await mount(makeForm(site));
		fillAll(element);
		send(element);
		await until(() => errorAt(element, 'email'), 'the error');
		equal(errorAt(element, 'email'), 'Write the address like name@example.com.');
		ok(errorAt(element, 'consent.contact'), 'the consent is not pointed at');
		await until(() => element.shadowRoot?.activeElement?.matches('.summary'), 'the focus');
		equal(input(element, 'name').value, 'Ana García');
	});

	it('keeps the id when a refused lead is mended', async () => {
		const site = newSite();
		await tell(site, {
			leads: [{ status: 422, body: { code: 'invalid_lead', issues: [{ field: 'email', code: 'invalid_email' }] } }],
		});
		const element = await mount(makeForm(site));
		fillAll(element);
		send(element);
		await until(() => errorAt(element, 'email'), 'the error');
		fill(element, 'email', 'ana@luna.example');
		send(element);
		await until(() => element.shadowRoot?.querySelector('[part="sent"]'), 'the thank-you');
		const [first, second] = await leadsOf(site);
		equal(second.id, first.id);
		equal(second.email, 'ana@luna.example');
	});
});
