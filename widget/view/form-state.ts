import type { FormField } from '../../contract/form.ts';
import type { TextKey } from '../../contract/text-key.ts';

/** What the desk knows of one field. */
export interface FieldState {
	/** What an untouched input starts with. */
	initial?: string | string[] | null | undefined;
	/** The `autocomplete` token of fields that are seldom asked. */
	autocomplete?: string | undefined;
	invalid?: boolean;
	/** Beside the label: the answer read back in a clearer form, such as a phone number with its country. */
	aside?: unknown;
	/** Below the input: what is wrong, what may help. */
	below?: unknown;
	/** The ids of what `aside` and `below` render, in the order in which they are to be read. */
	described?: string;
}

/** What the desk adds to the picture of the form. Before the visitor's first touch there is nothing of it. */
export interface FormState {
	/** The step on the screen, from 0. */
	step: number;
	/** The fields asked now, given the answers and the step. */
	fields: FormField[];
	/** Above the fields: what is wrong. */
	above: unknown;
	/** In the live region above the button: why the lead did not get through. */
	failure: unknown;
	/** What the button says, where it is not what it says at first. */
	button: TextKey | undefined;
	/** Beside the button: the way back. */
	beside: unknown;
	sending: boolean;
	of(name: string): FieldState;
}
