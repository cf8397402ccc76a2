import 'axe-core';
import type { AxeResults } from 'axe-core';
import { equal, until } from './support/assert.ts';
import { keys } from './support/commands.ts';
import { clean, errorAt, fill, fillAll, find, heard, input, mount, newSite, send } from './support/fixture.ts';
import { makeForm } from './support/make-form.ts';
import { leadsOf, tell } from './support/mock-worker.ts';

declare global {
	/** axe-core is a script, not a module: it leaves this global. */
	var axe: { run(where: Element, options: object): Promise<AxeResults> };
}

/** What axe finds in the element, as `rule: node` lines. */
async function findings(element: HTMLElement): Promise<string[]> {
	const { violations } = await axe.run(element.parentElement as HTMLElement, { resultTypes: ['violations'] });
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id}: ${target}: ${failureSummary}`),
	);
}

/** Gives the page dark paper and light ink, as a host would. */
function darken(): () => void {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync('html { background: #14181b; color: #eceae4 }');
	document.adoptedStyleSheets.push(sheet);
	return () => void document.adoptedStyleSheets.pop();
}

describe('for everybody', () => {
	afterEach(clean);

	for (const dark of [false, true]) {
		const where = dark ? ' on a dark page' : '';

		it(`has nothing for axe to find while one types${where}`, async () => {
			const element = await mount();
			const lighten = dark ? darken() : undefined;
			fill(element, 'phone', '5512345678');
			await until(() => element.shadowRoot?.querySelector('[part="display"]'), 'the phone part');
			equal(await findings(element), []);
			lighten?.();
		});

		it(`has nothing for axe to find when answers need a look${where}`, async () => {
			const element = await mount();
			const lighten = dark ? darken() : undefined;
			send(element);
			await until(() => errorAt(element, 'name'), 'the errors');
			await settled(element);
			equal(await findings(element), []);
			lighten?.();
		});

		it(`has nothing for axe to find when the lead did not get through${where}`, async () => {
			const site = newSite();
			await tell(site, { leads: [{ status: 503 }] });
			const element = await mount(makeForm(site, 'en', { agent: { phone: '+525512345678' } }));
			const lighten = dark ? darken() : undefined;
			fillAll(element);
			const failed = heard(element, 'doorstep-failed');
			send(element);
			await failed;
			await settled(element);
			equal(await findings(element), []);
			lighten?.();
		});

		it(`has nothing for axe to find when the lead is sent${where}`, async () => {
			const element = await mount();
			const lighten = dark ? darken() : undefined;
			fillAll(element);
			send(element);
			await until(() => element.shadowRoot?.querySelector('[part="sent"]'), 'the thank-you');
			equal(await findings(element), []);
			lighten?.();
		});
	}

	for (const appearance of ['dialog', 'bar'] as const) {
		it(`has nothing for axe to find as a ${appearance}`, async () => {
			const agent = { name: 'Lucía', phone: '+525512345678', whatsapp: '+525512345678' };
			const element = await mount(makeForm(newSite(), 'en', { agent }), 'listing="1"');
			element.appearance = appearance;
			await element.updateComplete;
			await element.open();
			await settled(element);
			equal(await findings(element), []);
		});
	}

	it('has nothing for axe to find where a slip is hinted and a country asked for', async () => {
		const element = await mount();
		fill(element, 'email', 'ana@gmial.com');
		fill(element, 'phone', '12');
		await until(() => element.shadowRoot?.querySelector('[name="phoneCountry"]'), 'the country');
		equal(await findings(element), []);
	});

	it('has nothing for axe to find in a further step', async () => {
		const form = makeForm(newSite());
		const options = ['buy', 'rent'].map((value) => ({ value, label: value }));
		form.steps.push({
			id: 'wishes',
			title: 'Wishes',
			fields: [
				{ name: 'intent', kind: 'choice', label: 'I want to', required: true, options },
				{ name: 'wishes.types', kind: 'chips', label: 'Kind', options: [{ value: 'house', label: 'House' }] },
				{ name: 'wishes.timeFrame', kind: 'select', label: 'When', options: [{ value: 'now', label: 'Now' }] },
				{ name: 'wishes.priceMax', kind: 'money', label: 'Up to', unit: 'MXN' },
				{ name: 'wishes.moveIn', kind: 'date', label: 'From' },
			],
		});
		const element = await mount(form);
		fillAll(element);
		send(element);
		await until(() => element.shadowRoot?.querySelector('[value="buy"]'), 'the step');
		equal(await findings(element), []);
		send(element);
		await until(() => element.shadowRoot?.querySelector('.summary'), 'the summary');
		await settled(element);
		equal(await findings(element), []);
	});

	it('is filled in and sent with the keyboard alone', async () => {
		const site = newSite();
		const element = await mount(makeForm(site));
		input(element, 'name').focus();
		await keys({ type: 'Ana' }, { press: 'Tab' }, { type: 'ana@sol.example' }, { press: 'Tab' }, { press: 'Tab' });
		await keys({ type: ' Is it quiet?' }, { press: 'Tab' }, { press: ' ' }, { press: 'Tab' }, { press: 'Enter' });
		await until(() => element.shadowRoot?.activeElement?.matches('h2'), 'the thank-you');
		const [lead] = await leadsOf(site);
		equal([lead.name, lead.email, lead.consent[0].given], ['Ana', 'ana@sol.example', true]);
		equal(lead.message.includes(' Is it quiet?'), true, 'the message');
	});

	it('sends on Enter in a line', async () => {
		const site = newSite();
		const element = await mount(makeForm(site));
		fillAll(element);
		input(element, 'email').focus();
		await keys({ press: 'Enter' });
		await until(async () => (await leadsOf(site))[0], 'the lead');
	});

	it('gives fingers at least 44 pixels', async () => {
		const element = await mount();
		const targets = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[part="input"], button, .consent') ?? [])];
		equal(
			targets.filter((target) => target.getBoundingClientRect().height < 44).map(({ outerHTML }) => outerHTML),
			[],
		);
	});

	it('runs from right to left where the language does', async () => {
		const element = await mount(
			makeForm(newSite(), 'en', { language: 'ar', direction: 'rtl' }),
			'listing="1" lang="ar"',
		);
		const look = getComputedStyle(input(element, 'email'));
		equal([look.direction, look.textAlign], ['ltr', 'right']);
		equal(getComputedStyle(find(element, '.card')).direction, 'rtl');
	});
});

/** Lets transitions end: axe looks at the colours of the moment. */
async function settled(element: HTMLElement): Promise<void> {
	await Promise.all(element.shadowRoot?.getAnimations().map(({ finished }) => finished.catch(() => {})) ?? []);
}
