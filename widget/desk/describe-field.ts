import { toAutocomplete } from '../../contract/autocomplete.ts';
import type { FieldName } from '../../contract/field.ts';
import type { FieldState } from '../view/form-state.ts';
import type { Answers } from './answers.ts';
import { html, toInputId } from './kit.ts';
import { renderMore } from './render-more.ts';
import { sayIssue } from './say-issue.ts';

/**
 * What is known of a field, for the eye and for assistive technology: what is wrong stands below the input and is tied
 * to it (WCAG 3.3.1).
 * @param display the answer read back in a clearer form
 * @param take does what the visitor asks for below the field
 */
export function describeField(
	name: string,
	answers: Answers,
	display: string | undefined,
	take: (value: string) => void,
): FieldState {
	const id = toInputId(name);
	const error = sayIssue(answers.form, answers.errors.get(name));
	const more = renderMore(name, answers, take);
	return {
		initial: answers.typed.get(name),
		autocomplete: toAutocomplete(name as FieldName),
		invalid: !!error,
		aside: display && html`<bdi class="quiet" part="display" dir="ltr" id="${id}-display">${display}</bdi>`,
		below: html`${more && html`<div class="more" id="${id}-more">${more}</div>`}
			${error && html`<p class="error" part="error" id="${id}-error">${error}</p>`}`,
		described: [display && `${id}-display`, more && `${id}-more`, error && `${id}-error`].filter(Boolean).join(' '),
	};
}
