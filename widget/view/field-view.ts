import type { FormField } from '../../contract/form.ts';
import type { FieldState } from './form-state.ts';

/** Everything needed to render one field, all in words. */
export interface FieldView extends FieldState {
	field: FormField;
	/** The word for fields that may stay empty; nothing where this one may not, or one of its group may not. */
	optional: string | undefined;
	/** The first, empty option of a list. */
	choose: string | undefined;
}

/** The id of a field's input, unique within one shadow root. */
export function toInputId(name: string): string {
	return `input-${name}`;
}
