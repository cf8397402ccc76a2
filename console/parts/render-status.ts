import { html, nothing } from 'lit';
import type { ConsoleProblem } from '../client/console-problem.ts';

/** How a load or an action stands: what is wrong, what was done; said to screen readers when it changes. */
export function renderStatus(problem: ConsoleProblem | undefined, notice?: string) {
	return html`<div role="status">
		${problem ? html`<p class="problem">${problem.message}</p>` : nothing}
		${notice ? html`<p class="notice">${notice}</p>` : nothing}
	</div>`;
}
