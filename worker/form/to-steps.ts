import type { FieldName } from '../../contract/field.ts';
import type { FormField, FormStep } from '../../contract/form.ts';
import type { Texts } from '../texts/texts.ts';
import { QUESTION_GROUPS } from './questions.ts';

/** Most questions a step has, unless a single subject has more that can't be parted. */
const STEP_MAX_FIELDS = 4;

/** Most subjects a step has: a title names them all. */
const STEP_MAX_SUBJECTS = 2;

type Part = { name: (typeof QUESTION_GROUPS)[number]['name']; fields: FormField[] };

/**
 * Lays further questions out in steps: by what they are about, in a fixed order, small subjects together on one page
 * and large ones over several. A range's two ends are never parted.
 * @param fields in the order in which vendors and site ask them; what belongs to no group is left out
 */
export function toSteps(fields: readonly FormField[], texts: Texts): FormStep[] {
	const steps: Part[][] = [];
	for (const part of toParts(fields)) {
		const last = steps.at(-1);
		const fits = last && last.length < STEP_MAX_SUBJECTS && count(last) + part.fields.length <= STEP_MAX_FIELDS;
		if (fits) last.push(part);
		else steps.push([part]);
	}
	return steps.map((parts, i) => ({
		id: `${parts[0]?.name}-${i + 1}`,
		title: [...new Set(parts.map(({ name }) => texts.steps[name]))].join(' · '),
		fields: parts.flatMap((part) => part.fields),
	}));
}

/** The groups that are asked about, the large ones in parts of at most `STEP_MAX_FIELDS`. */
function toParts(fields: readonly FormField[]): Part[] {
	return QUESTION_GROUPS.flatMap(({ name, fields: members }) => {
		const asked = fields.filter((field) => members.includes(field.name));
		if (asked.length === 0) return [];
		const parts: FormField[][] = [[]];
		for (const pair of toPairs(asked)) {
			const last = parts.at(-1) as FormField[];
			if (last.length > 0 && last.length + pair.length > STEP_MAX_FIELDS) parts.push(pair);
			else last.push(...pair);
		}
		return parts.map((part) => ({ name, fields: part }));
	});
}

/** Puts the ends of a range together, wherever else they were asked. */
function toPairs(fields: readonly FormField[]): FormField[][] {
	const pairs = new Map<string, FormField[]>();
	for (const field of fields) {
		const stem = toStem(field.name);
		pairs.set(stem, [...(pairs.get(stem) ?? []), field]);
	}
	return [...pairs.values()].map((pair) => pair.sort((a, b) => rank(a.name) - rank(b.name)));
}

function toStem(name: FieldName): string {
	return name.replace(/(Min|Max)$/, '');
}

function rank(name: FieldName): number {
	return name.endsWith('Max') ? 1 : 0;
}

function count(parts: readonly Part[]): number {
	return parts.reduce((sum, { fields }) => sum + fields.length, 0);
}
