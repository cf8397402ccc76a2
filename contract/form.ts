import type { ConsentPurpose, FieldName } from './field.ts';
import type { TextKey } from './text-key.ts';

/** How one field is shown. Each kind is one native control, or one group of them. */
export type FieldKind =
	| 'text'
	| 'email'
	| 'tel'
	| 'textarea'
	| 'number'
	| 'money'
	| 'date'
	| 'select'
	| 'choice'
	| 'chips';

/** One answer of a `select`, `choice` (one of) or `chips` (any of) field. */
export interface FieldOption {
	value: string;
	label: string;
}

/** Shows a field only when another field's answer is (or holds) one of `is`. Data, so that no string is ever run. */
export interface Condition {
	field: FieldName;
	is: string[];
}

/** One field of a form, ready to render: label and options are in the form's language. */
export interface FormField {
	name: FieldName;
	kind: FieldKind;
	label: string;
	required?: boolean;
	hint?: string;
	options?: FieldOption[];
	when?: Condition;
	/** Longest answer, in UTF-16 code units. */
	maxLength?: number;
	min?: number;
	max?: number;
	/** The step of a number; 1 when absent. */
	step?: number;
	/** Unit shown after the input: a currency, `m²`. */
	unit?: string;
}

/** One page of the form. A form in `contact` mode has one. A step none of whose fields is asked is passed over. */
export interface FormStep {
	/** `contact` for the first one. */
	id: string;
	/** What the step is about, in a word or two. */
	title?: string;
	fields: FormField[];
}

/** One consent, with the exact words shown and the names that prove them later. */
export interface FormConsent {
	purpose: ConsentPurpose;
	required: boolean;
	text: string;
	wordingId: string;
	/** SHA-256 of `text` in UTF-8, hex. */
	wordingHash: string;
}

/** The agent shown beside the form, and the last resort when the Worker can't be reached. */
export interface FormAgent {
	name?: string;
	photo?: string;
	/** E.164. */
	phone?: string;
	/** E.164. */
	whatsapp?: string;
}

/** Every string of the widget that is not a field's own, by its code. */
export type FormTexts = Partial<Record<TextKey, string>>;

/**
 * What the Worker tells the widget to render, in one language. Holds no secret and no vendor id: it is public.
 */
export interface Form {
	site: string;
	/** BCP 47. */
	language: string;
	direction: 'ltr' | 'rtl';
	/** ISO 3166-1 alpha-2: the country a phone number without a prefix belongs to. */
	country: string;
	/** ISO 4217. */
	currency: string;
	mode: 'contact' | 'qualify';
	steps: FormStep[];
	/** Groups of which at least one field must be answered: `[['email', 'phone']]`. */
	anyOf: FieldName[][];
	consent: FormConsent[];
	texts: FormTexts;
	agent?: FormAgent;
}
