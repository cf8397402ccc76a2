import { html, nothing, type TemplateResult } from 'lit';
import type { FormField } from '../../contract/form.ts';
import { kit } from '../kit.ts';
import type { Part } from '../lazy-parts.ts';
import { type FieldView, toInputId } from './field-view.ts';
import { renderControl } from './render-control.ts';

/** The kinds that the entry renders by itself: `text`, `textarea`, `email`, `tel`, `date`. */
const WRITTEN = /text|email|tel|date/;

/** The kinds that take a whole row even where there is room for two: `text`, `textarea`. */
const WIDE = /text/;

/** Whether a field takes the lazy part. */
export function isChosen({ kind }: FormField): boolean {
	return !WRITTEN.test(kind);
}

/** The ids of what describes an input (WCAG 1.3.1, 3.3.1), in the order in which they are to be read. */
function toDescribed({ field, described = '' }: FieldView): string {
	return field.hint ? `${toInputId(field.name)}-hint ${described}` : described;
}

/** Renders one field: label, control, hint and what is wrong, tied together for assistive technology. */
export function renderField(view: FieldView, part: Part<'fields'> | undefined): TemplateResult | typeof nothing {
	const { field, optional, aside, below } = view;
	const { kind, label, hint } = field;
	const id = toInputId(field.name);
	const described = toDescribed(view);
	if (isChosen(field)) return part?.renderChosen(kit, view, described) ?? nothing;
	return html`<div class=${WIDE.test(kind) ? nothing : 'narrow'} part="field">
		<div class="caption"><label for=${id}><span part="label">${label}</span> ${optional && html`<span class="quiet" part="optional">(${optional})</span>`}</label>${aside}</div>
		${renderControl(view, described)}${hint && html`<p class="quiet" part="hint" id="${id}-hint">${hint}</p>`}${below}</div>`;
}
