import { toFirstForm } from '../../contract/first-form.ts';
import type { DoorstepForm } from '../../widget/doorstep-form.ts';
import { equal, ok, until } from './support/assert.ts';
import { keys } from './support/commands.ts';
import { bootForm, clean, find, input, mount, newSite, place } from './support/fixture.ts';
import { makeForm } from './support/make-form.ts';
import { tell } from './support/mock-worker.ts';

const agent = { name: 'Lucía Herrera', phone: '+525555551234', whatsapp: '+525555551234' };

/** Mounts a form in a dialog, and waits for its button. */
async function mountDialog() {
	const element = await mount(makeForm(newSite()), 'listing="EB-1" appearance="dialog"');
	return { element, opener: find(element, '[part="open"]'), dialog: find<HTMLDialogElement>(element, 'dialog') };
}

describe('the form in a dialog', () => {
	it('is in its plain place where the words for the dialog cannot be had', async () => {
		// The site's script came, and what it leaves out did not: the stand-in knows no form of this site.
		const form = toFirstForm(makeForm(newSite()));
		const element = await mount(form, 'listing="EB-1" appearance="dialog"');
		await until(() => element.shadowRoot?.querySelector('[name="email"]')?.checkVisibility(), 'the form');
		equal(element.shadowRoot?.querySelector('dialog'), null);
	});

	afterEach(clean);

	it('is opened by our button, and closed by Escape, which gives the focus back', async () => {
		const { element, opener, dialog } = await mountDialog();
		equal(dialog.open, false);
		opener.focus();
		await keys({ press: 'Enter' });
		await until(() => dialog.open, 'the dialog');
		ok(dialog.contains(element.shadowRoot?.activeElement ?? null), 'the focus is outside');
		await keys({ press: 'Escape' });
		await until(() => !dialog.open, 'the dialog to close');
		ok(element.shadowRoot?.activeElement === opener, 'the focus is elsewhere');
	});

	it("is opened by the page's own button, and by a call", async () => {
		const { element, dialog } = await mountDialog();
		const own = place('<button data-doorstep-open>Write to us</button>').querySelector('button');
		own?.click();
		await until(() => dialog.open, 'the dialog');
		element.close();
		equal(dialog.open, false);
		await element.open();
		equal(dialog.open, true);
	});

	it('is closed by its cross, and keeps what was typed', async () => {
		const { element, dialog } = await mountDialog();
		await element.open();
		input(element, 'name').value = 'Ana';
		find(element, '[part="close"]').click();
		equal(dialog.open, false);
		await element.open();
		equal(input(element, 'name').value, 'Ana');
	});

	it('no longer listens once the page takes it off', async () => {
		const { element, dialog } = await mountDialog();
		const own = place('<button data-doorstep-open>Write to us</button>').querySelector('button');
		element.remove();
		own?.click();
		equal(dialog.open, false);
	});
});

/** Shows a form with a bar on a page of that width, and waits for the bar. */
async function mountBar(width: number) {
	const site = newSite();
	await tell(site, { form: makeForm(site, 'en', { agent }) });
	const frame = document.createElement('iframe');
	frame.width = String(width);
	frame.src = `/page/${site}?appearance=bar`;
	place('').append(frame);
	const element = await until(() => {
		const found = frame.contentDocument?.querySelector('doorstep-form');
		return found?.shadowRoot?.querySelector('[part="bar"]') && found;
	}, 'the bar');
	return { element, bar: find(element, '[part="bar"]'), look: () => getComputedStyle(find(element, '[part="bar"]')) };
}

describe('the bar', () => {
	afterEach(clean);

	it('leads small screens to phone, WhatsApp and the form', async () => {
		const { element, bar, look } = await mountBar(360);
		equal(
			[...bar.querySelectorAll('a')].map(({ href }) => href),
			['tel:+525555551234', 'https://wa.me/525555551234'],
		);
		equal(look().position, 'fixed');
		find(element, '[part="bar"] button').click();
		ok(element.shadowRoot?.activeElement === input(element, 'name'), 'the form has not the focus');
	});

	it('is not there on large screens', async () => {
		const { look } = await mountBar(1280);
		equal(look().display, 'none');
	});
});

describe('who answers', () => {
	afterEach(clean);

	it('is shown by name', async () => {
		const element = await mount(makeForm(newSite(), 'en', { agent }));
		equal(find(element, '[part="agent"]').textContent?.trim(), 'Lucía Herrera');
	});

	it('is left out where the page wants that', async () => {
		const element = await mount(makeForm(newSite(), 'en', { agent }), 'agent="none"');
		equal(element.shadowRoot?.querySelector('[part="agent"]'), null);
	});
});

describe('a div in place of the element', () => {
	afterEach(clean);

	it('becomes a form, with its attributes bare or as data', async () => {
		const form = makeForm(newSite());
		const box = place(`<div data-doorstep data-site="${form.site}" listing="EB-7"><p>Plain</p></div>`);
		bootForm(form);
		const element = box.querySelector('doorstep-form') as DoorstepForm;
		await until(() => element.shadowRoot?.querySelector('form'), 'the form');
		equal([element.site, element.listing, box.querySelector('p')], [form.site, 'EB-7', null]);
	});

	it('becomes one form however often the script runs', async () => {
		const form = makeForm(newSite());
		const box = place(`<div data-doorstep data-site="${form.site}"></div>`);
		bootForm(form);
		bootForm(form);
		equal(box.querySelectorAll('doorstep-form').length, 1);
	});
});
