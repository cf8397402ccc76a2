import type { TemplateResult } from 'lit';
import type { Form } from '../../contract/form.ts';
import type { TextKey } from '../../contract/text-key.ts';
import type { Kit } from '../kit.ts';

/** Codes of sends to which nobody answered. */
const SILENCE = ['unreachable', 'timeout'];

/** Why a lead did not get through. */
export interface Failure {
	/** A problem's code, `timeout` or `unreachable`. */
	code: string;
	/** Whether the lead is kept on this device and goes out by itself. */
	kept: boolean;
	/** Whether the Worker has told when to come back. */
	busy: boolean;
}

/** Renders why the lead did not get through, with the agent's number as a last resort. */
export function renderFailure({ html, nothing, say }: Kit, form: Form, { code, kept, busy }: Failure): TemplateResult {
	const phone = form.agent?.phone;
	const [before, after] = say(form, 'callInstead')?.split('{phone}') ?? [];
	const waits = kept && (busy ? 'keptBusy' : SILENCE.includes(code) && 'kept');
	// A page's own words, or those of an older Worker, may lack the newest; most reasons are not the visitor's to mend, and
	// share one text.
	const words = (waits && say(form, waits)) || (say(form, `problem.${code}` as TextKey) ?? say(form, 'failed'));
	return html`<p class="strong ${waits ? 'kept' : ''}">${words}</p>
		${
			phone && before !== undefined
				? html`<p>${before}<a href="tel:${phone}"><bdi dir="ltr">${phone}</bdi></a>${after}</p>`
				: nothing
		}`;
}
