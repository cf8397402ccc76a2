import { toFirstForm } from '../../contract/first-form.ts';
import type { Form } from '../../contract/form.ts';
import type { DoorstepForm } from '../../widget/doorstep-form.ts';
import { equal, ok, until } from './support/assert.ts';
import { keys } from './support/commands.ts';
import { bootForm, clean, find, input, mount, newSite, place } from './support/fixture.ts';
import { makeForm } from './support/make-form.ts';
import { requestsOf, tell } from './support/mock-worker.ts';

const agent = { name: 'Lucía Herrera', phone: '+525555551234', whatsapp: '+525555551234' };

/** Mounts a form in a dialog, as a site's script brings it, and waits for its button. */
async function mountDialog(form: Form = makeForm(newSite())) {
	await tell(form.site, { form });
	bootForm(toFirstForm(form));
	const box = place(`<doorstep-form site="${form.site}" listing="EB-1" appearance="dialog"></doorstep-form>`);
	const element = box.firstElementChild as DoorstepForm;
	await until(() => element.shadowRoot?.querySelector('[part~="open"]'), 'the button');
	const isOpen = () => element.shadowRoot?.querySelector('dialog')?.open ?? false;
	return { element, site: form.site, opener: find(element, '[part~="open"]'), isOpen };
}

describe('the form in a dialog', () => {
	afterEach(clean);

	it('asks for nothing before somebody wants it open', async () => {
		const { element, site, opener } = await mountDialog();
		await element.updateComplete;
		equal(await requestsOf(site), []);
		equal([opener.textContent?.trim(), element.shadowRoot?.querySelector('form')], ['Ask about this home', null]);
	});

	it('is in its plain place, with the focus, where the words for the dialog cannot be had', async () => {
		const { element, site, opener } = await mountDialog();
		await tell(site, {});
		opener.click();
		await until(() => element.shadowRoot?.activeElement?.matches('[name="name"]'), 'the focus in the form');
		equal(element.shadowRoot?.querySelector('dialog'), null);
	});

	it("has the page's own words on its button", async () => {
		const { element } = await mountDialog();
		element.texts = { open: 'Write to us' };
		await element.updateComplete;
		equal(find(element, '[part~="open"]').textContent?.trim(), 'Write to us');
	});

	it('is opened by our button, and closed by Escape, which gives the focus back', async () => {
		const { element, opener, isOpen } = await mountDialog();
		opener.focus();
		equal(isOpen(), false);
		await keys({ press: 'Enter' });
		await until(isOpen, 'the dialog');
		ok(find(element, 'dialog').contains(element.shadowRoot?.activeElement ?? null), 'the focus is outside');
		await keys({ press: 'Escape' });
		await until(() => !isOpen(), 'the dialog to close');
		ok(element.shadowRoot?.activeElement === opener, 'the focus is elsewhere');
	});

	it("is opened by the page's own button, and by a call", async () => {
		const { element, isOpen } = await mountDialog();
		const own = place('<button data-doorstep-open>Write to us</button>').querySelector('button');
		own?.click();
		await until(isOpen, 'the dialog');
		element.close();
		equal(isOpen(), false);
		await element.open();
		equal(isOpen(), true);
	});

	it('is closed by its cross, and keeps what was typed', async () => {
		const { element, isOpen } = await mountDialog();
		await element.open();
		input(element, 'name').value = 'Ana';
		find(element, '[part="close"]').click();
		equal(isOpen(), false);
		await element.open();
		equal(input(element, 'name').value, 'Ana');
	});

	it('no longer listens once the page takes it off', async () => {
		const { element, site, isOpen } = await mountDialog();
		const own = place('<button data-doorstep-open>Write to us</button>').querySelector('button');
		element.remove();
		own?.click();
		await element.updateComplete;
		equal([isOpen(), await requestsOf(site)], [false, []]);
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

/** Opens a dialog on a page as small as a phone with its keyboard on the screen. */
async function openSmall() {
	const site = newSite();
	await tell(site, { form: makeForm(site, 'en', { agent }) });
	const frame = document.createElement('iframe');
	Object.assign(frame, { width: '360', height: '340', src: `/page/${site}?appearance=dialog` });
	place('').append(frame);
	const element = await until(() => {
		const found = frame.contentDocument?.querySelector('doorstep-form');
		return found?.shadowRoot?.querySelector('[part~="open"]') && found;
	}, 'the button');
	await element.open();
	const root = element.shadowRoot as ShadowRoot;
	/** Whether a finger on its first line meets it. */
	const isReachable = (target: HTMLElement) => {
		const { left, top, width, height } = target.getBoundingClientRect();
		return target.contains(root.elementFromPoint(left + width / 2, top + Math.min(height, 48) / 2));
	};
	return { element, dialog: find(element, 'dialog'), cross: find(element, '[part="close"]'), root, isReachable };
}

describe('the dialog on a small screen with its keyboard', () => {
	afterEach(clean);

	it('begins at the first field, with the way out right before it', async () => {
		const { element, root, cross } = await openSmall();
		ok(root.activeElement === input(element, 'name'), 'the focus is not in the first field');
		const [first] = root.querySelectorAll('dialog :is(button, a, input:not([type="hidden"]))');
		ok(first === cross, 'the way out is not first');
	});

	it('keeps the way out in reach at every field and at the end', async () => {
		const { element, dialog, cross, root, isReachable } = await openSmall();
		for (const name of ['name', 'email', 'phone', 'message', 'consent.contact']) {
			input(element, name).focus();
			// WebKit scrolls to what has the focus a moment later.
			await until(() => isReachable(input(element, name)), `${name} in sight`);
			ok(isReachable(cross), `the way out is covered at ${name}`);
		}
		const button = find(element, '[part~="submit"]');
		button.focus();
		await until(() => isReachable(button), 'the button in sight');
		dialog.scrollTo(0, dialog.scrollHeight);
		ok(dialog.scrollTop > 100, 'nothing to scroll');
		ok(isReachable(cross), 'the way out is covered at the end');
		ok(root.activeElement === button, 'the focus went');
	});

	it('shows a field whole that is scrolled to', async () => {
		const { element, cross } = await openSmall();
		input(element, 'email').scrollIntoView();
		ok(
			input(element, 'email').getBoundingClientRect().top >= cross.getBoundingClientRect().bottom,
			'the field lies beneath the header',
		);
	});
});

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

	it('stays off the page once the screen is large', async () => {
		const { element, look } = await mountBar(360);
		(element.ownerDocument.defaultView?.frameElement as HTMLIFrameElement).width = '1280';
		await until(() => look().display === 'none', 'the bar to go');
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

	it('becomes a form where a router brings it later and the page asks for that', async () => {
		const form = makeForm(newSite());
		bootForm(form);
		const box = place(`<div data-doorstep data-site="${form.site}" listing="EB-7"></div>`);
		equal(box.querySelector('doorstep-form'), null);
		// As docs/embed.md has it.
		(customElements.get('doorstep-form') as typeof DoorstepForm | undefined)?.upgrade();
		equal(box.querySelector('doorstep-form')?.listing, 'EB-7');
	});

	it('becomes one form however often the script runs', async () => {
		const form = makeForm(newSite());
		const box = place(`<div data-doorstep data-site="${form.site}"></div>`);
		bootForm(form);
		bootForm(form);
		equal(box.querySelectorAll('doorstep-form').length, 1);
	});
});
