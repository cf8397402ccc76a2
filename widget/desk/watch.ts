import { loadPhone } from '../phone/load-phone.ts';
import type { Answers } from './answers.ts';
import type { DeskHost } from './desk-host.ts';

/** What happens inside the form that is looked at. */
const EVENTS = ['input', 'focusin', 'focusout', 'pointerdown'];

/**
 * How long a send waits for phone metadata that is on its way, in milliseconds. Without it the Worker finds the wrong
 * number a moment later.
 */
const PHONE_PATIENCE_MS = 2_000;

/**
 * Watches the visitor type: takes every edit, checks a field when it is left after one, and gets what it takes to read
 * a phone number when its field is entered.
 */
export class Watch implements EventListenerObject {
	/** Phone numbers in their display form, shown beside what was typed, by the field's name. */
	readonly displayed = new Map<string, string>();
	#host: DeskHost;
	#answers: Answers;
	#onTyped: () => void;
	#pressing = false;

	/** @param onTyped is called after every edit */
	constructor(host: DeskHost, answers: Answers, onTyped: () => void) {
		this.#host = host;
		this.#answers = answers;
		this.#onTyped = onTyped;
		for (const type of EVENTS) host.renderRoot.addEventListener(type, this);
	}

	handleEvent({ type, target }: Event): void {
		const input = target as HTMLInputElement;
		if (type === 'pointerdown') this.#pressing = !!input.closest('button,a');
		else if (type === 'input') this.#onInput(input);
		else if (type === 'focusin') this.#onFocus(input);
		else void this.#onLeave(input);
	}

	/** Takes up what was typed, and fields that were left, before this part came. */
	takeUp(): void {
		for (const input of (this.#host.nativeForm?.elements ?? []) as Iterable<HTMLInputElement>) {
			const { value, defaultValue = '', checked, defaultChecked, name } = input;
			if (value === defaultValue && checked === defaultChecked) continue;
			this.#answers.take(name);
			void this.#onLeave(input);
		}
		const active = (this.#host.renderRoot as ShadowRoot).activeElement;
		if (active) this.#onFocus(active as HTMLInputElement);
	}

	/** Does what the visitor asked for below a field: another address, or another country for the number. */
	async answerFor(name: string, value: string): Promise<void> {
		const input = this.#host.nativeForm?.elements.namedItem(name) as HTMLInputElement;
		if (name === 'email') {
			input.value = value;
			this.#onInput(input);
			return input.focus();
		}
		this.#answers.phoneCountry = value;
		this.#answers.errors.delete(name);
		await this.#onLeave(input);
	}

	/** Waits for phone metadata on its way, so that a wrong number is found before it is sent. */
	async waitForPhone(): Promise<void> {
		const typed = this.#answers.answerOf('phone');
		if (!typed) return;
		const patience = new Promise((resolve) => setTimeout(resolve, PHONE_PATIENCE_MS));
		await Promise.race([this.#getPhone(String(typed)), patience]);
	}

	#onInput({ name }: HTMLInputElement): void {
		if (name === 'phoneCountry') return;
		this.#answers.take(name);
		this.displayed.delete(name);
		this.#onTyped();
		this.#host.requestUpdate();
	}

	#onFocus({ type, value }: HTMLInputElement): void {
		this.#pressing = false;
		if (type === 'tel') void this.#getPhone(value);
	}

	async #onLeave(input: HTMLInputElement): Promise<void> {
		const { name, type, value } = input;
		const answers = this.#answers;
		// A message that appears between press and release would move the button away from under the finger.
		if (this.#pressing || !answers.typed.has(name)) return;
		if (type === 'tel') await this.#getPhone(value);
		if (input.matches(':focus')) return;
		const issue = answers.check().find(({ field, code }) => field === name && code !== 'contact_required');
		if (issue) answers.errors.set(name, issue.code);
		const display = type === 'tel' && answers.phone?.(value);
		if (display) this.displayed.set(name, display);
		this.#host.requestUpdate();
	}

	async #getPhone(typed: string): Promise<void> {
		const { form, phoneCountry } = this.#answers;
		this.#answers.phone = await loadPhone(phoneCountry ?? form.country, typed);
	}
}
