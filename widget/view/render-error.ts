import { html, nothing, type TemplateResult } from 'lit';

/**
 * Renders what is wrong with an input, below it (WCAG 3.3.1). The input points to it by `aria-describedby`.
 * @param id the input's id
 * @param error the words; nothing where nothing is wrong
 */
export function renderError(id: string, error: string | undefined): TemplateResult | typeof nothing {
	return error ? html`<p class="error" part="error" id="${id}-error">${error}</p>` : nothing;
}
