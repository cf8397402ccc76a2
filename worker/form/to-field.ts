import { AMENITIES, type FieldName, INTENTS, PROPERTY_TYPES, TIME_FRAMES, VISIT_SLOTS } from '../../contract/field.ts';
import type { FieldKind, FormField } from '../../contract/form.ts';
import {
	EMAIL_MAX_LENGTH,
	LINE_MAX_LENGTH,
	MESSAGE_MAX_LENGTH,
	NUMBER_MAX,
	PHONE_MAX_LENGTH,
} from '../../contract/limits.ts';
import type { Site } from '../site/define-site.ts';
import type { Texts, ValueKey } from '../texts/texts.ts';

/** The options of fields that are chosen from. */
const OPTIONS: Partial<Record<FieldName, readonly string[]>> = {
	intent: INTENTS,
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

const MAX_LENGTHS: Partial<Record<FieldKind, number>> = {
	text: LINE_MAX_LENGTH,
	email: EMAIL_MAX_LENGTH,
	tel: PHONE_MAX_LENGTH,
	textarea: MESSAGE_MAX_LENGTH,
};

/** Describes one field: control, label and options in the form's language, limits as the lead's schema has them. */
export function toField(name: FieldName, how: { required: boolean; site: Site; texts: Texts }): FormField {
	const { texts, site } = how;
	const kind = KINDS[name] ?? 'text';
	const key = name.slice(name.lastIndexOf('.') + 1);
	const maxLength = MAX_LENGTHS[kind];
	return {
		name,
		kind,
		label: texts.labels[name],
		...(how.required && { required: true }),
		...(maxLength !== undefined && { maxLength }),
		...(OPTIONS[name] && {
			options: OPTIONS[name].map((value) => ({ value, label: texts.values[`${key}.${value}` as ValueKey] })),
		}),
		...((kind === 'number' || kind === 'money') && { min: 0, max: kind === 'money' ? NUMBER_MAX : 1000 }),
		...(kind === 'money' && { unit: site.currency }),
		...(name.startsWith('wishes.bathrooms') && { step: 0.5 }),
	};
}
