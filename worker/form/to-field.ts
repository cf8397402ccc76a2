import {
	AMENITIES,
	type FieldName,
	type Intent,
	PROPERTY_TYPES,
	TIME_FRAMES,
	VISIT_SLOTS,
} from '../../contract/field.ts';
import type { FieldKind, FormField } from '../../contract/form.ts';
import {
	COUNT_MAX,
	EMAIL_MAX_LENGTH,
	LINE_MAX_LENGTH,
	MESSAGE_MAX_LENGTH,
	NUMBER_MAX,
	PHONE_MAX_LENGTH,
} from '../../contract/limits.ts';
import type { Site } from '../site/define-site.ts';
import type { Texts, ValueKey } from '../texts/texts.ts';
import { toAreaUnit } from '../vendors/units.ts';

/** The options of fields that are chosen from. */
const OPTIONS: Partial<Record<FieldName, readonly string[]>> = {
	'wishes.types': PROPERTY_TYPES,
	'wishes.amenities': AMENITIES,
	'wishes.timeFrame': TIME_FRAMES,
	'wishes.visitSlot': VISIT_SLOTS,
	'wishes.segment': ['residential', 'commercial'],
	'wishes.areaUnit': ['m2', 'ft2'],
};

/** The control that suits each field; a line of text where nothing else is said. */
const KINDS: Partial<Record<FieldName, FieldKind>> = {
	email: 'email',
	phone: 'tel',
	phone2: 'tel',
	message: 'textarea',
	intent: 'choice',
	'wishes.priceMin': 'money',
	'wishes.priceMax': 'money',
	'wishes.bedroomsMin': 'number',
	'wishes.bedroomsMax': 'number',
	'wishes.roomsMin': 'number',
	'wishes.roomsMax': 'number',
	'wishes.bathroomsMin': 'number',
	'wishes.bathroomsMax': 'number',
	'wishes.areaMin': 'number',
	'wishes.areaMax': 'number',
	'wishes.areaUnit': 'select',
	'wishes.lotArea': 'number',
	'wishes.types': 'chips',
	'wishes.segment': 'choice',
	'wishes.amenities': 'chips',
	'wishes.floors': 'number',
	'wishes.parking': 'number',
	'wishes.moveIn': 'date',
	'wishes.moveOut': 'date',
	'wishes.leaseMonths': 'number',
	'wishes.timeFrame': 'select',
	'wishes.latitude': 'number',
	'wishes.longitude': 'number',
	'wishes.occupants': 'number',
	'wishes.visitDate': 'date',
	'wishes.visitSlot': 'choice',
	'wishes.until': 'date',
};

/** Areas, which are measured in the country's own unit. */
const AREAS = new Set<FieldName>(['wishes.areaMin', 'wishes.areaMax', 'wishes.lotArea']);

const MAX_LENGTHS: Partial<Record<FieldKind, number>> = {
	text: LINE_MAX_LENGTH,
	email: EMAIL_MAX_LENGTH,
	tel: PHONE_MAX_LENGTH,
	textarea: MESSAGE_MAX_LENGTH,
};

/** Limits of numbers, never wider than the lead's schema, and how fine they are; counts where nothing is said. */
const RANGES: Partial<Record<FieldName, { min: number; max: number; step?: number }>> = {
	'wishes.priceMin': { min: 0, max: NUMBER_MAX },
	'wishes.priceMax': { min: 0, max: NUMBER_MAX },
	'wishes.areaMin': { min: 0, max: NUMBER_MAX },
	'wishes.areaMax': { min: 0, max: NUMBER_MAX },
	'wishes.lotArea': { min: 0, max: NUMBER_MAX },
	'wishes.bathroomsMin': { min: 0, max: COUNT_MAX, step: 0.5 },
	'wishes.bathroomsMax': { min: 0, max: COUNT_MAX, step: 0.5 },
	'wishes.latitude': { min: -90, max: 90, step: 0.000001 },
	'wishes.longitude': { min: -180, max: 180, step: 0.000001 },
};

/** What a field's description depends on beside its name. */
export interface FieldCircumstances {
	required: boolean;
	site: Site;
	texts: Texts;
	/** What can be chosen as intent. */
	intents: readonly Intent[];
}

/** Describes one field: control, label and options in the form's language, limits as the lead's schema has them. */
export function toField(name: FieldName, { required, site, texts, intents }: FieldCircumstances): FormField {
	const kind = KINDS[name] ?? 'text';
	const key = name.slice(name.lastIndexOf('.') + 1);
	const maxLength = MAX_LENGTHS[kind];
	const options = name === 'intent' ? intents : OPTIONS[name];
	const unit = toUnit(name, site, texts);
	return {
		name,
		kind,
		label: site.form.labels?.[name]?.[texts.language] ?? texts.labels[name],
		...(required && { required: true }),
		...(maxLength !== undefined && { maxLength }),
		...(options && {
			options: options.map((value) => ({ value, label: texts.values[`${key}.${value}` as ValueKey] })),
		}),
		...((kind === 'number' || kind === 'money') && (RANGES[name] ?? { min: 0, max: COUNT_MAX })),
		...(unit !== undefined && { unit }),
	};
}

/**
 * The site's currency for money, its country's unit for areas, unless the form asks for one: what is shown here is what
 * an adapter takes a lead to mean that says no unit (`toAreaUnit`).
 */
function toUnit(name: FieldName, { currency, country, form }: Site, texts: Texts): string | undefined {
	if (KINDS[name] === 'money') return form.ask?.includes('wishes.currency') ? undefined : currency;
	return AREAS.has(name) && !form.ask?.includes('wishes.areaUnit')
		? texts.values[`areaUnit.${toAreaUnit(undefined, country)}`]
		: undefined;
}
