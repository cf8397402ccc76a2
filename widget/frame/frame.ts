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

/** What stands around the card where it is not simply in its place: a dialog, or a bar beside it. A lazy part. */
export class Frame implements ReactiveController {
	#host: FrameHost;
	#kit: Kit;

	constructor(host: FrameHost, kit: Kit) {
		this.#host = host;
		this.#kit = kit;
		host.addController(this);
		host.requestUpdate();
	}

	hostConnected(): void {
		this.#host.ownerDocument.addEventListener('click', this.#onPageClick);
	}

	hostDisconnected(): void {
		this.#host.ownerDocument.removeEventListener('click', this.#onPageClick);
	}

	/** Renders the card with its frame; before the words for that are here, without. */
	render(form: Form, card: TemplateResult): TemplateResult | undefined {
		if (!this.#kit.say(form, 'open')) return this.#host.appearance === 'bar' ? card : undefined;
		return this.#host.appearance === 'bar'
			? renderBar(this.#kit, form, card, this.#goToForm)
			: renderDialog(this.#kit, form, card, this);
	}

	open = async (): Promise<void> => {
		await this.#host.updateComplete;
		this.#host.renderRoot.querySelector<HTMLDialogElement>('dialog:not([open])')?.showModal();
	};

	close = (): void => this.#host.renderRoot.querySelector('dialog')?.close();

	/** The page's own buttons open the dialog, too. */
	#onPageClick = ({ target }: Event): void => {
		if (target instanceof Element && target.closest('[data-doorstep-open]')) void this.open();
	};

	#goToForm = (): void => this.#host.renderRoot.querySelector<HTMLElement>('[part="input"]')?.focus();
}
