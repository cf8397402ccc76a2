import { suggestEmail } from '../../widget/desk/suggest-email.ts';
import { equal, ok, until } from './support/assert.ts';
import { clean, errorAt, fill, fillAll, input, mount, newSite, send } from './support/fixture.ts';
import { makeForm } from './support/make-form.ts';
import { leadsOf } from './support/mock-worker.ts';

describe('suggestEmail', () => {
	for (const [typed, meant] of [
		['ana@gmial.com', 'ana@gmail.com'],
		['ana@gmail.con', 'ana@gmail.com'],
		['ana@hotmal.com', 'ana@hotmail.com'],
		['Ana.B@yahooo.com', 'Ana.B@yahoo.com'],
	] as const) {
		it(`takes ${typed} for ${meant}`, () => equal(suggestEmail(typed), meant));
	}

	for (const typed of ['ana@gmail.com', 'ana@sol.example', 'ana@mail.com', 'ana@', 'gmial.com']) {
		it(`has nothing against ${typed}`, () => equal(suggestEmail(typed), undefined));
	}
});

describe('a likely slip in the address', () => {
	afterEach(clean);

	it('is hinted when the field is left, and mended only if the visitor says so', async () => {
		const element = await mount();
		fill(element, 'email', 'ana@gmial.com');
		const suggestion = await until(
			() => element.shadowRoot?.querySelector<HTMLElement>('[part="suggestion"] button'),
			'the suggestion',
		);
		equal(suggestion.parentElement?.textContent?.trim(), 'Did you mean ana@gmail.com?');
		equal(input(element, 'email').value, 'ana@gmial.com');
		suggestion.click();
		await element.updateComplete;
		equal(input(element, 'email').value, 'ana@gmail.com');
		equal(element.shadowRoot?.querySelector('[part="suggestion"]'), null);
	});

	it('does not keep anybody from sending', async () => {
		const site = newSite();
		const element = await mount(makeForm(site));
		fillAll(element);
		fill(element, 'email', 'ana@gmial.com');
		send(element);
		equal((await until(async () => (await leadsOf(site))[0], 'the lead')).email, 'ana@gmial.com');
	});
});

describe('a number of another country', () => {
	afterEach(clean);

	it('is read with its prefix, and with metadata that comes only then', async () => {
		const element = await mount();
		fill(element, 'phone', '+351 912 345 678');
		await until(() => element.shadowRoot?.querySelector('[part="display"]'), 'the number in its display form');
		fill(element, 'phone', '+351 912 345');
		await until(() => errorAt(element, 'phone'), 'the error');
	});

	it('is not refused where one cannot tell', async () => {
		const site = newSite();
		const element = await mount(makeForm(site));
		fillAll(element);
		fill(element, 'phone', '+81 3 1234 5678');
		send(element);
		equal((await until(async () => (await leadsOf(site))[0], 'the lead')).phone, '+81 3 1234 5678');
	});

	it('is asked for where a number without prefix does not fit, and goes with the lead', async () => {
		const site = newSite();
		const element = await mount(makeForm(site));
		fillAll(element);
		fill(element, 'phone', '91 234 5678');
		fill(element, 'phone', '912 345 678');
		const country = await until(
			() => element.shadowRoot?.querySelector<HTMLSelectElement>('[name="phoneCountry"]'),
			'the choice of country',
		);
		equal(country.selectedOptions[0]?.text, 'Mexico');
		country.value = 'PT';
		country.dispatchEvent(new Event('change', { bubbles: true }));
		const display = await until(() => element.shadowRoot?.querySelector('[part="display"]'), 'the number');
		equal(display.textContent, '+351 912 345 678');
		equal(errorAt(element, 'phone'), undefined);
		send(element);
		const lead = await until(async () => (await leadsOf(site))[0], 'the lead');
		equal([lead.phone, lead.phoneCountry], ['912 345 678', 'PT']);
	});

	it('offers the common countries in the words of the language', async () => {
		const element = await mount(makeForm(newSite(), 'es'));
		fill(element, 'phone', '12');
		const country = await until(
			() => element.shadowRoot?.querySelector<HTMLSelectElement>('[name="phoneCountry"]'),
			'the choice of country',
		);
		ok(
			[...country.options].some(({ text }) => text === 'Alemania'),
			'Germany is missing',
		);
	});
});
