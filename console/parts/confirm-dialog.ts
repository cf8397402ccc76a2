import { css, html, LitElement } from 'lit';
import { shared } from '../shared.styles.ts';

/** What a person is asked before something that can't be taken back. */
export interface Question {
	title: string;
	text: string;
	/** The word on the button that does it. */
	action: string;
}

/** Asks before something is done. A native dialog: it traps the focus, Escape says no, and the focus returns. */
export class ConfirmDialog extends LitElement {
	static override styles = [
		shared,
		css`
			dialog {
				width: min(28rem, calc(100vw - 2rem));
				color: inherit;
				background: var(--card);
				border: 1px solid var(--line);
				border-radius: 1rem;
				padding: 1.5rem;
			}
			dialog::backdrop {
				background: rgb(0 0 0 / 50%);
			}
			p {
				margin: 0.75rem 0 1.25rem;
			}
			.row {
				justify-content: flex-end;
			}
		`,
	];
	static override properties = { question: { attribute: false } };

	declare question: Question | undefined;
	#answer: ((yes: boolean) => void) | undefined;

	/** Asks, and resolves with whether the person said yes. */
	async ask(question: Question): Promise<boolean> {
		this.question = question;
		await this.updateComplete;
		const dialog = this.renderRoot.querySelector('dialog') as HTMLDialogElement;
		dialog.returnValue = '';
		dialog.showModal();
		return new Promise((resolve) => {
			this.#answer = resolve;
		});
	}

	override render() {
		return html`<dialog aria-labelledby="title" aria-describedby="text" @close=${this.#close}>
			<form method="dialog">
				<h2 id="title">${this.question?.title}</h2>
				<p id="text">${this.question?.text}</p>
				<div class="row">
					<button value="">Cancel</button>
					<button value="yes" class="danger">${this.question?.action}</button>
				</div>
			</form>
		</dialog>`;
	}

	#close(event: Event): void {
		this.#answer?.((event.target as HTMLDialogElement).returnValue === 'yes');
		this.#answer = undefined;
	}
}
