import { DoorstepForm } from '../../widget/doorstep-form.ts';
import { equal, ok, until } from './support/assert.ts';
import { bootForm, clean, fill, fillAll, input, mount, newSite, place, send } from './support/fixture.ts';
import { makeForm } from './support/make-form.ts';
import { leadsOf, requestsOf, tell } from './support/mock-worker.ts';

describe("as a guest in somebody's page", () => {
	afterEach(clean);

	it('works twice on a page, each form for itself', async () => {
		const site = newSite();
		const [one, two] = [await mount(makeForm(site)), await mount(makeForm(site), 'listing="EB-2"')];
		fill(one, 'name', 'Ana');
		equal(input(two, 'name').value, '');
		fillAll(two);
		send(two);
		const lead = await until(async () => (await leadsOf(site))[0], 'the lead');
		equal(lead.listing.reference, 'EB-2');
		equal(input(one, 'name').value, 'Ana');
	});

	it('serves two sites on one page', async () => {
		const [sol, luna] = [makeForm(newSite(), 'es'), makeForm(newSite(), 'en')];
		const [one, two] = [await mount(sol), await mount(luna)];
		equal(one.shadowRoot?.querySelector('h2')?.textContent, 'Pregunta por este inmueble');
		equal(two.shadowRoot?.querySelector('h2')?.textContent, 'Ask about this home');
	});

	it('shows a form whose script comes after the element was given up', async () => {
		const site = newSite();
		const box = place(`<doorstep-form site="${site}"></doorstep-form>`);
		await until(async () => (await requestsOf(site)).length, 'the request for the form');
		bootForm(makeForm(site));
		await until(() => box.firstElementChild?.shadowRoot?.querySelector('form'), 'the form');
	});

	it('does not mind the script twice', async () => {
		const site = newSite();
		const element = await mount(makeForm(site));
		bootForm(makeForm(site));
		await element.updateComplete;
		equal(element.shadowRoot?.querySelectorAll('form').length, 1);
		ok(customElements.get('doorstep-form') === DoorstepForm, 'the definition changed');
	});

	it('keeps what was typed when the page takes it off and puts it elsewhere', async () => {
		const element = await mount();
		fill(element, 'name', 'Ana');
		fill(element, 'message', 'Is it quiet?');
		const box = place('');
		element.remove();
		box.append(element);
		await element.updateComplete;
		equal([input(element, 'name').value, input(element, 'message').value], ['Ana', 'Is it quiet?']);
		equal(element.shadowRoot?.querySelectorAll('form').length, 1);
	});

	it('asks for nothing where the script brought a form in the language of the page', async () => {
		const site = newSite();
		document.documentElement.lang = 'es-MX';
		await mount(makeForm(site, 'es'));
		equal(await requestsOf(site), []);
	});

	it('asks for the form in the language of the page where the script brought another', async () => {
		const site = newSite();
		document.documentElement.lang = 'es';
		await tell(site, { forms: { es: makeForm(site, 'es') } });
		const element = await mount(makeForm(site, 'en'));
		equal(input(element, 'name').labels?.[0]?.textContent?.trim(), 'Nombre');
		equal((await requestsOf(site)).length, 1);
	});

	it("falls back to the script's form where the other language can't be had", async () => {
		const site = newSite();
		const element = await mount(makeForm(site, 'en'), 'lang="es"');
		equal(input(element, 'name').labels?.[0]?.textContent?.trim(), 'Name');
	});

	it('changes its language in place, and keeps what was typed', async () => {
		const site = newSite();
		await tell(site, { forms: { es: makeForm(site, 'es') } });
		const element = await mount(makeForm(site, 'en'));
		fill(element, 'name', 'Ana');
		element.lang = 'es';
		await until(() => input(element, 'name').labels?.[0]?.textContent?.includes('Nombre'), 'the Spanish label');
		equal(input(element, 'name').value, 'Ana');
	});

	it('works under a strict content security policy with Trusted Types', async () => {
		const site = newSite();
		await tell(site, { form: makeForm(site) });
		const frame = document.createElement('iframe');
		frame.src = `/page/${site}`;
		place('').append(frame);
		const host = await until(() => {
			const found = frame.contentDocument?.querySelector('doorstep-form');
			return found?.shadowRoot?.querySelector('form') && found;
		}, 'the form in the frame');
		fillAll(host);
		fill(host, 'phone', '55 1234 5678');
		await until(() => host.shadowRoot?.querySelector('[part="display"]'), 'the phone part');
		send(host);
		await until(async () => (await leadsOf(site))[0], 'the lead');
		const button = host.shadowRoot?.querySelector('[part~="again"]');
		const look = getComputedStyle(
			(await until(() => button ?? host.shadowRoot?.querySelector('button'), 'a button')) as Element,
		);
		ok(Number.parseFloat(look.minHeight) >= 44, 'the styles are not applied');
		equal((frame.contentWindow as unknown as { violations: string[] }).violations, []);
	});

	it('shows twenty forms, each for itself, and asks for its parts once', async () => {
		const form = makeForm(newSite());
		const all = [];
		for (let at = 0; at < 20; at++) all.push(await mount(form, `listing="EB-${at}"`));
		for (const element of all) fill(element, 'name', element.listing ?? '');
		await until(() => Object.keys(sessionStorage).some((key) => key.startsWith('doorstep-draft')), 'the parts');
		equal(
			all.map((element) => input(element, 'name').value),
			all.map(({ listing }) => listing),
		);
		const asked = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/desk/desk.ts'));
		equal(asked.length, 1);
	});

	it('takes every listener, timer and look with it when it is removed', async () => {
		const held = new Map<string, number>();
		const count = (target: EventTarget, type: string, by: number) => {
			const key = `${target === window ? 'window' : 'document'} ${type}`;
			if (target === window || target === document) held.set(key, (held.get(key) ?? 0) + by);
		};
		const { addEventListener, removeEventListener } = EventTarget.prototype;
		EventTarget.prototype.addEventListener = function (this: EventTarget, type: string, ...rest: unknown[]) {
			count(this ?? window, type, 1);
			return Reflect.apply(addEventListener, this ?? window, [type, ...rest]);
		} as typeof addEventListener;
		EventTarget.prototype.removeEventListener = function (this: EventTarget, type: string, ...rest: unknown[]) {
			count(this ?? window, type, -1);
			return Reflect.apply(removeEventListener, this ?? window, [type, ...rest]);
		} as typeof removeEventListener;
		try {
			for (const appearance of ['inline', 'dialog', 'bar'] as const) {
				const element = await mount(undefined, 'listing="1"');
				element.appearance = appearance;
				await element.updateComplete;
				await element.open();
				fill(element, 'name', 'Ana');
				await until(() => Object.keys(sessionStorage).some((key) => key.startsWith('doorstep-draft')), 'the parts');
				clean();
			}
		} finally {
			Object.assign(EventTarget.prototype, { addEventListener, removeEventListener });
		}
		const left = [...held].filter(([key, listeners]) => listeners !== 0 && /online|pagehide|click|storage/.test(key));
		equal(left, []);
	});

	it('leaves no global but the element', async () => {
		const before = new Set(Object.getOwnPropertyNames(window));
		const element = await mount();
		fillAll(element);
		send(element);
		await until(() => element.shadowRoot?.querySelector('[part="sent"]'), 'the thank-you');
		const left = Object.getOwnPropertyNames(window).filter(
			(name) => !before.has(name) && !/^(lit|reactive)/.test(name),
		);
		equal(left, []);
	});
});
