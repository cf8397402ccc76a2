import type {
	Amenity,
	ConsentPurpose,
	ContextName,
	FieldName,
	Intent,
	PropertyType,
	TimeFrame,
	VisitSlot,
} from '../../contract/field.ts';
import type { TextKey } from '../../contract/text-key.ts';

/** The languages Doorstep speaks. */
export const LANGUAGES = ['en', 'es', 'pt', 'fr', 'de', 'it', 'nl', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Whether a string is a language Doorstep speaks. */
export function isLanguage(value: unknown): value is Language {
	return (LANGUAGES as readonly unknown[]).includes(value);
}

/**
 * The first language asked for that Doorstep speaks; English where it speaks none of them.
 * @param wanted BCP 47 tags in order of preference; `es-MX` is served by `es`
 */
export function findLanguage(...wanted: (string | undefined)[]): Language {
	return wanted.map((tag) => tag?.toLowerCase().split('-')[0]).find(isLanguage) ?? 'en';
}

/** Words for the values of option fields: `key.value`, where the key is the last part of the field's name. */
export type ValueKey =
	| 'yes'
	| 'no'
	| `intent.${Intent}`
	| `types.${PropertyType}`
	| `type.${PropertyType}`
	| `amenities.${Amenity}`
	| `timeFrame.${TimeFrame}`
	| `visitSlot.${VisitSlot}`
	| `purpose.${ConsentPurpose}`
	| `segment.${'residential' | 'commercial'}`
	| `operation.${'sale' | 'rent' | 'season'}`
	| `areaUnit.${'m2' | 'ft2'}`;

/** The groups of questions after the first step, by what they are about. */
export type StepName = 'intent' | 'home' | 'size' | 'budget' | 'place' | 'when' | 'visit' | 'household' | 'address';

/** Words of the page that shows what a visitor agreed to. */
export interface ReceiptTexts {
	title: string;
	/** `{site}`, `{time}`. */
	intro: string;
	given: string;
	refused: string;
	/** Stands for words the site is not known to have shown. */
	unverified: string;
	page: string;
	/** The lead's id. */
	id: string;
	download: string;
	/** Says who can check the signature; the address of the keys follows. */
	check: string;
}

/**
 * Everything Doorstep says in one language: to the visitor (`widget`), in forms (`labels`, `values`) and to the
 * agency (`labels`, `values`, `separator`). A missing string is a type error, so it doesn't build.
 */
export interface Texts {
	language: Language;
	direction: 'ltr' | 'rtl';
	labels: Record<FieldName | ContextName, string>;
	values: Record<ValueKey, string>;
	widget: Record<TextKey, string>;
	/** Titles of a form's steps: a word or two, for a step may bear several. */
	steps: Record<StepName, string>;
	/** The page that shows a receipt of consents. */
	receipt: ReceiptTexts;
	/** Words between the dashes above the details block. */
	separator: string;
	/** Stands for the visitor's words where a vendor demands a message and there is none. */
	noMessage: string;
	/** Subject of a lead that goes out by e-mail. `{listing}`. */
	mailSubject: string;
	/** Says why a lead comes by the second way. `{destination}`. */
	lateNote: string;
}

/** Puts `key.` before every name, for words that serve two fields. */
export function prefixKeys<P extends string, K extends string>(
	key: P,
	words: Record<K, string>,
): Record<`${P}.${K}`, string> {
	return Object.fromEntries(Object.entries(words).map(([name, word]) => [`${key}.${name}`, word])) as Record<
		`${P}.${K}`,
		string
	>;
}
