import type { TemplateResult } from 'lit';
import type { Answers } from './answers.ts';
import { html, toInputId } from './kit.ts';
import { sayCount, sayIssue } from './say-issue.ts';

/**
 * Renders the list of everything wrong, with a link to each field: by its label, where that is short enough to be a
 * link. It takes the focus after a submit, and is read out by that; a live region would read it again at every mended
 * field.
 * @param goTo moves the focus to an input by its name; fragments don't lead into a shadow root
 */
export function summarise({ form, fields, errors }: Answers, goTo: (name: string) => void): TemplateResult {
	const follow = (event: Event, name: string) => {
		event.preventDefault();
		goTo(name);
	};
	return html`<div class="summary" part="summary" role="group" aria-labelledby="summary-title" tabindex="-1">
		<p class="strong" id="summary-title">${sayCount(form, errors.size)}</p>
		<ul>${[...errors].map(([name, code]) => {
			const label = fields.find((field) => field.name === name)?.label;
			const error = sayIssue(form, code);
			return html`<li><a href="#${toInputId(name)}" @click=${(event: Event) => follow(event, name)}>${label ?? error}</a>${label ? ` ${error}` : ''}</li>`;
		})}</ul></div>`;
}
