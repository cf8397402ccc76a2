import { css, html, LitElement } from 'lit';
import type { ConsoleProblem } from '../client/console-problem.ts';
import { renderStatus } from '../parts/render-status.ts';
import { shared } from '../shared.styles.ts';

/**
 * Asks for the token.
 * @fires token - `detail` is what was typed
 */
export class SignIn extends LitElement {
	static override styles = [
		shared,
		css`
			.card {
				max-width: 26rem;
				margin: 12vh auto 0;
				padding: 1.75rem;
			}
			p {
				margin: 0.5rem 0 1.25rem;
			}
			button {
				width: 100%;
				margin-top: 1rem;
			}
		`,
	];
	static override properties = { problem: { attribute: false }, busy: { type: Boolean } };

	declare problem: ConsoleProblem | undefined;
	declare busy: boolean;

	override render() {
		return html`<form class="card" @submit=${this.#submit}>
			<h1>Doorstep console</h1>
			<p class="quiet">Sign in with the token that was set as <code>CONSOLE_TOKEN</code>. It is kept in this tab only,
				until the tab closes.</p>
			${renderStatus(this.problem)}
			<label>Token <input name="token" type="password" autocomplete="current-password" spellcheck="false" required></label>
			<button class="primary" ?disabled=${this.busy}>${this.busy ? 'Signing in…' : 'Sign in'}</button>
		</form>`;
	}

	protected override firstUpdated(): void {
		this.renderRoot.querySelector('input')?.focus();
	}

	#submit(event: SubmitEvent): void {
		event.preventDefault();
		const input = this.renderRoot.querySelector('input') as HTMLInputElement;
		const token = input.value.trim();
		input.value = '';
		if (token) this.dispatchEvent(new CustomEvent('token', { detail: token }));
	}
}
