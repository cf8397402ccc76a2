import { html, type TemplateResult } from 'lit';
import { toInputId } from './field-view.ts';

/** One answer that needs a look: the input's name, its label where that is short enough to be a link, the words. */
export interface SummaryItem {
	name: string;
	label: string | undefined;
	error: string | undefined;
}

/**
 * Renders the list of everything wrong, with a link to each field. It takes the focus after a submit, and is read out
 * by that; a live region would read it again at every mended field.
 * @param title how many answers need a look
 * @param goTo moves the focus to an input by its name; fragments don't lead into a shadow root
 */
export function renderSummary(
	title: string | undefined,
	items: SummaryItem[],
	goTo: (name: string) => void,
): TemplateResult {
	const follow = (event: Event, name: string) => {
		event.preventDefault();
		goTo(name);
	};
	return html`<div class="summary" part="summary" role="group" aria-labelledby="summary-title" tabindex="-1">
		<p class="strong" id="summary-title">${title}</p>
		<ul>${items.map(
			({ name, label, error }) => html`<li>
				<a href="#${toInputId(name)}" @click=${(event: Event) => follow(event, name)}>${label ?? error}</a>
				${label ? error : ''}</li>`,
		)}</ul></div>`;
}
