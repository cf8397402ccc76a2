import { html, nothing, type TemplateResult } from 'lit';
import type { FormAgent } from '../../contract/form.ts';

/** Renders who answers: photo and name. The photo says nothing that the name beside it doesn't. */
export function renderAgent(agent: FormAgent | undefined): TemplateResult | typeof nothing {
	if (!agent?.name) return nothing;
	return html`<div class="agent" part="agent">
		${agent.photo ? html`<img src=${agent.photo} alt="" width="48" height="48" loading="lazy">` : nothing}
		<bdi>${agent.name}</bdi></div>`;
}
