import type { Form } from '../../../contract/form.ts';
import { boot } from '../../../widget/boot.ts';
import type { DoorstepForm } from '../../../widget/doorstep-form.ts';
import '../../../widget/events.ts';
import { ok, until } from './assert.ts';
import { makeForm } from './make-form.ts';

const placed: HTMLElement[] = [];
let count = 0;

/** A site id that no other test uses. */
export function newSite(): string {
	return `site-${++count}-${crypto.randomUUID().slice(0, 8)}`;
}

/** Puts nodes into the page until `clean` takes them off. */
export function place(markup: string): HTMLElement {
	const box = document.createElement('div');
	box.innerHTML = markup;
	document.body.append(box);
	placed.push(box);
	return box;
}

/** Takes off everything the last test placed, and what it left on the device. */
export function clean(): void {
	for (const box of placed.splice(0)) box.remove();
	document.documentElement.lang = '';
	localStorage.clear();
	sessionStorage.clear();
}

/** Registers a form as a site's script would. The origin is the test server's own. */
export function bootForm(form: Form): void {
	boot(form, import.meta.url);
}

/** Places one element for a form, and waits until one can type. */
export async function mount(form: Form = makeForm(newSite()), attributes = 'listing="EB-1"'): Promise<DoorstepForm> {
	bootForm(form);
	const element = place(`<doorstep-form site="${form.site}" ${attributes}></doorstep-form>`).firstElementChild;
	await until(() => (element as DoorstepForm).shadowRoot?.querySelector('form'), 'the form');
	// What the widget put off until the page is idle comes before this.
	await new Promise((resolve) => window.requestIdleCallback?.(resolve) ?? setTimeout(resolve));
	return element as DoorstepForm;
}

/** The one node in the element's shadow root that the selector finds. */
export function find<T extends HTMLElement = HTMLElement>(element: HTMLElement, selector: string): T {
	const found = element.shadowRoot?.querySelector<T>(selector);
	ok(found, `nothing in the form is ${selector}`);
	return found;
}

/** The input of a field. */
export function input(element: HTMLElement, name: string): HTMLInputElement {
	return find<HTMLInputElement>(element, `[name="${name}"]`);
}

/** Fills a field as a visitor or autofill does: focus, value, events, leaving. */
export function fill(element: HTMLElement, name: string, value: string): void {
	const field = input(element, name);
	field.focus();
	field.value = value;
	field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
	field.blur();
}

/** Fills everything a lead needs, and ticks the consent. */
export function fillAll(element: HTMLElement): void {
	fill(element, 'name', 'Ana García');
	fill(element, 'email', 'ana@sol.example');
	input(element, 'consent.contact').click();
}

/** Presses the button. */
export function send(element: HTMLElement): void {
	find(element, '[part~="submit"]').click();
}

/** The words below a field that say what is wrong, as they are tied to it; nothing where nothing is. */
export function errorAt(element: HTMLElement, name: string): string | undefined {
	const field = input(element, name);
	if (field.getAttribute('aria-invalid') !== 'true') return undefined;
	const ids = field.getAttribute('aria-describedby')?.split(' ') ?? [];
	return ids.map((id) => element.shadowRoot?.getElementById(id)?.textContent.trim()).join(' ');
}

/** Takes the element off and places another for the same form, as a reload of the page would. */
export async function reload(element: DoorstepForm): Promise<DoorstepForm> {
	const markup = element.outerHTML;
	element.remove();
	const fresh = place(markup).firstElementChild as DoorstepForm;
	await until(() => fresh.shadowRoot?.querySelector('form'), 'the form');
	return fresh;
}

/** The next event of a kind from the element, as the page hears it. */
export function heard<T extends keyof HTMLElementEventMap>(
	element: HTMLElement,
	type: T,
): Promise<HTMLElementEventMap[T]> {
	return new Promise((resolve) => (element.parentElement ?? element).addEventListener(type, resolve, { once: true }));
}
