import type { DeskHost } from './desk-host.ts';

/** Moves the focus to the first of the form's nodes that the selector finds, once what is due is on the screen. */
export async function focusOn(host: DeskHost, selector: string): Promise<void> {
	await host.updateComplete;
	host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
}
