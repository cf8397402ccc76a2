import { equal, ok, until } from './support/assert.ts';
import { clean, errorAt, fill, find, input, mount, newSite, place, send } from './support/fixture.ts';
import { makeForm } from './support/make-form.ts';

/** How far from the left the first character is that matches, in CSS pixels. */
function xOf(element: HTMLElement, what: RegExp): number {
	const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
	while (texts.nextNode()) {
		const at = texts.currentNode.textContent?.search(what) ?? -1;
		if (at < 0) continue;
		const range = document.createRange();
		range.setStart(texts.currentNode, at);
		range.setEnd(texts.currentNode, at + 1);
		return range.getBoundingClientRect().left;
	}
	throw new Error(`no ${what} in the element`);
}

describe('the form on the screen', () => {
	afterEach(clean);

	it('renders the fields of its form as native inputs with labels, in one native form', async () => {
		const element = await mount();
		equal(element.shadowRoot?.querySelectorAll('form').length, 1);
		const labels = ['name', 'email', 'phone', 'message'].map((name) =>
			input(element, name).labels?.[0]?.textContent.trim(),
		);
		equal(
			labels.map((label) => label?.replace(/\s+/g, ' ')),
			['Name', 'Email', 'Phone', 'Message (optional)'],
		);
	});

	it('tells browsers what may be filled in, and which keyboard to show', async () => {
		const element = await mount();
		equal(input(element, 'name').autocomplete, 'name');
		equal([input(element, 'email').type, input(element, 'email').autocomplete], ['email', 'email']);
		equal([input(element, 'phone').type, input(element, 'phone').autocomplete], ['tel', 'tel']);
		equal(input(element, 'name').getAttribute('enterkeyhint'), 'send');
	});

	it('shows words that run the other way than the form in their own order', async () => {
		const agent = { name: 'Herrera & Co.' };
		const form = makeForm(newSite(), 'en', { language: 'ar', direction: 'rtl', agent });
		place('<script type="application/ld+json">{"@type":"House","sku":"EB-3","name":"House EB-3!"}</script>');
		const element = await mount(form, '');
		for (const [selector, first, last] of [
			['[part="agent"]', /H/, /\./],
			['[part="consent"]', /T/, /\./],
			['[part="about"]', /H/, /!/],
		] as const) {
			const [from, to] = [first, last].map((what) => xOf(find(element, selector), what));
			ok(Number(to) > Number(from), `the end of ${selector} stands at ${to}, its beginning at ${from}`);
		}
	});

	it('never ticks a consent', async () => {
		const element = await mount();
		equal(input(element, 'consent.contact').checked, false);
	});

	it('writes the message about the listing, for the visitor to change', async () => {
		const element = await mount();
		equal(input(element, 'message').value, 'I am interested in EB-1. Please tell me more.');
		element.listing = 'EB-2';
		await element.updateComplete;
		equal(input(element, 'message').value, 'I am interested in EB-2. Please tell me more.');
	});

	it('leaves the message alone once the visitor has changed it', async () => {
		const element = await mount();
		fill(element, 'message', 'Is it quiet?');
		element.listing = 'EB-2';
		await element.updateComplete;
		equal(input(element, 'message').value, 'Is it quiet?');
	});

	it('leaves the message empty where the page tells of no listing', async () => {
		const element = await mount(undefined, '');
		equal(input(element, 'message').value, '');
	});

	it('does not rewrite what is typed', async () => {
		const element = await mount();
		fill(element, 'phone', ' (55) 1234-5678 ');
		await until(() => element.shadowRoot?.querySelector('[part="display"]'), 'the number in its display form');
		equal(input(element, 'phone').value, ' (55) 1234-5678 ');
		equal(find(element, '[part="display"]').textContent, '+52 55 1234 5678');
	});

	it('renders every kind of field, and reads numbers as people write them', async () => {
		const site = newSite();
		const option = (value: string) => ({ value, label: value });
		const element = await mount(
			makeForm(site, 'en', {
				anyOf: [],
				consent: [],
				steps: [
					{
						id: 'wishes',
						fields: [
							{
								name: 'intent',
								kind: 'choice',
								label: 'I want to',
								options: [option('buy'), option('rent')],
								required: true,
							},
							{ name: 'wishes.types', kind: 'chips', label: 'Kind', options: [option('house'), option('land')] },
							{ name: 'wishes.timeFrame', kind: 'select', label: 'When', options: [option('now'), option('later')] },
							{ name: 'wishes.priceMax', kind: 'money', label: 'Up to', unit: 'EUR' },
							{ name: 'wishes.bedroomsMin', kind: 'number', label: 'Bedrooms', max: 9 },
							{ name: 'wishes.moveIn', kind: 'date', label: 'From' },
						],
					},
				],
			}),
		);
		await until(() => element.shadowRoot?.querySelector('[value="buy"]'), 'the part with the options');
		find(element, '[value="buy"]').click();
		find(element, '[value="land"]').click();
		fill(element, 'wishes.timeFrame', 'later');
		fill(element, 'wishes.priceMax', '320.000');
		fill(element, 'wishes.bedroomsMin', '12');
		fill(element, 'wishes.moveIn', '2027-01-31');
		send(element);
		await until(() => errorAt(element, 'wishes.bedroomsMin'), 'the error');
		equal(errorAt(element, 'wishes.bedroomsMin'), 'This number is too large.');
		fill(element, 'wishes.bedroomsMin', '2');
		send(element);
		const lead = await sentLead(site);
		equal(lead.intent, ['buy']);
		equal(lead.wishes, { types: ['land'], timeFrame: 'later', priceMax: 320000, bedroomsMin: 2, moveIn: '2027-01-31' });
	});

	it('asks a conditional field only while its condition holds, and sends only what is asked', async () => {
		const site = newSite();
		const option = (value: string) => ({ value, label: value });
		const element = await mount(
			makeForm(site, 'en', {
				anyOf: [],
				consent: [],
				steps: [
					{
						id: 'wishes',
						fields: [
							{ name: 'intent', kind: 'choice', label: 'I want to', options: [option('buy'), option('rent')] },
							{ name: 'wishes.pets', kind: 'text', label: 'Pets', when: { field: 'intent', is: ['rent'] } },
							{ name: 'name', kind: 'text', label: 'Name' },
						],
					},
				],
			}),
		);
		equal(element.shadowRoot?.querySelector('[name="wishes.pets"]'), null);
		fill(element, 'name', 'Ana');
		await until(() => element.shadowRoot?.querySelector('[value="rent"]'), 'the part with the options');
		find(element, '[value="rent"]').click();
		await until(() => element.shadowRoot?.querySelector('[name="wishes.pets"]'), 'the conditional field');
		fill(element, 'wishes.pets', 'a cat');
		equal(input(element, 'name').value, 'Ana');
		find(element, '[value="buy"]').click();
		await element.updateComplete;
		send(element);
		equal((await sentLead(site)).wishes, undefined);
	});

	it('stays within a window of 320 pixels', async () => {
		const form = makeForm(newSite(), 'es');
		const element = await mount(form);
		const box = element.parentElement as HTMLElement;
		box.className = 'narrow';
		const sheet = new CSSStyleSheet();
		sheet.replaceSync('.narrow { inline-size: 320px }');
		document.adoptedStyleSheets.push(sheet);
		send(element);
		await element.updateComplete;
		ok(box.scrollWidth <= 320, `it is ${box.scrollWidth} pixels wide`);
		document.adoptedStyleSheets.pop();
	});

	it('reads the page’s listings once before it shows the form', async () => {
		const { querySelectorAll } = document;
		let reads = 0;
		document.querySelectorAll = ((selector: string) => {
			if (selector.includes('ld+json')) reads++;
			return querySelectorAll.call(document, selector);
		}) as typeof querySelectorAll;
		try {
			await mount();
			equal(reads, 1);
		} finally {
			Reflect.deleteProperty(document, 'querySelectorAll');
		}
	});

	it('shows the plain form of the light DOM where no form can be had', async () => {
		const box = place(`<doorstep-form site="${newSite()}"><p>Plain</p></doorstep-form>`);
		await until(() => box.querySelector('p')?.assignedSlot, 'the slot');
	});

	it('takes the place of the light DOM where there is a form', async () => {
		const element = await mount();
		element.innerHTML = '<form><input name="name"></form>';
		equal(element.querySelector('form')?.getBoundingClientRect().height, 0);
		element.requestUpdate();
		await element.updateComplete;
		equal(element.querySelector('form'), null);
	});
});

async function sentLead(site: string) {
	const { leadsOf } = await import('./support/mock-worker.ts');
	return until(async () => (await leadsOf(site))[0], 'the lead');
}
