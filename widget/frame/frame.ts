import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { Form } from '../../contract/form.ts';
import type { Kit } from '../kit.ts';
import { renderBar } from './render-bar.ts';
import { renderDialog } from './render-dialog.ts';

export { frameStyles as styles } from './frame.styles.ts';

/** The element, as its frame sees it. */
export interface FrameHost extends ReactiveControllerHost, HTMLElement {
	readonly appearance: 'inline' | 'dialog' | 'bar' | null;
	readonly renderRoot: HTMLElement | DocumentFragment;
}

/** What goes with the card where it is not simply in its place: the dialog around it, or the bar beside it. A lazy part. */
export class Frame implements ReactiveController {
	#host: FrameHost;
	#kit: Kit;
	/** Answers who asked for the dialog while its words were on the way. */
	#opened: (() => void) | undefined;

	constructor(host: FrameHost, kit: Kit) {
		this.#host = host;
		this.#kit = kit;
		host.addController(this);
		host.requestUpdate();
	}

	hostUpdated(): void {
		const dialog = this.#host.renderRoot.querySelector('dialog');
		if (!this.#opened || (!dialog && this.#host.appearance === 'dialog')) return;
		if (!dialog) this.#goToForm();
		else if (!dialog.open) {
			dialog.showModal();
			// The platform would begin at the way out.
			this.#goToForm();
		}
		this.#opened();
		this.#opened = undefined;
	}

	/** Renders the bar, or the dialog with the card in it; before the words for that are here, nothing. */
	render(form: Form, card: TemplateResult): TemplateResult | undefined {
		if (!this.#kit.say(form, 'close')) return undefined;
		return this.#host.appearance === 'bar'
			? renderBar(this.#kit, form, this.#goToForm)
			: renderDialog(this.#kit, form, card, this.close);
	}

	/**
	 * Opens the dialog, as soon as its words are here. Where they can't be had the form comes in its plain place, and is
	 * gone to.
	 */
	open(): Promise<void> {
		return new Promise((resolve) => {
			this.#opened = resolve;
			this.#host.requestUpdate();
		});
	}

	close = (): void => this.#host.renderRoot.querySelector('dialog')?.close();

	#goToForm = (): void =>
		this.#host.renderRoot.querySelector<HTMLElement>('input:not([type="hidden"]),select,textarea')?.focus();
}
