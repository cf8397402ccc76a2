import { type FieldName, INTENTS, type Intent } from '../../contract/field.ts';
import type { Condition } from '../../contract/form.ts';
import type { Site } from '../site/define-site.ts';
import { INTENTS_OF, QUESTION_GROUPS } from './questions.ts';

/** What a site's form asks, before it is put into words. */
export interface AskedFields {
	/** The first step: who the visitor is, how to answer, and the message. */
	contact: FieldName[];
	/** The further steps' questions. Empty in `contact` mode. */
	further: FieldName[];
	required: ReadonlySet<FieldName>;
	anyOf: FieldName[][];
	/** What can be chosen as intent. */
	intents: readonly Intent[];
	/** When a field is asked, where that depends on the intent. */
	conditionOf: (name: FieldName) => Condition | undefined;
}

const FURTHER = new Set<FieldName>(QUESTION_GROUPS.flatMap(({ fields }) => fields));

/**
 * Decides what a site's form asks: what its vendors require is required, what they can use is asked in `qualify` mode,
 * and the site's own settings have the last word. What no vendor can use is asked only where the site says so.
 */
export function toAskedFields(site: Site): AskedFields {
	const { mode, ask = [], omit = [], require = [] } = site.form;
	const needs = site.deliverTo.map(({ vendor, settings }) => vendor.fields(settings));
	const required = new Set<FieldName>([...needs.flatMap((need) => need.required), ...require]);
	const anyOf = unique(needs.flatMap((need) => need.anyOf)).filter(
		(group) => !group.some((name) => required.has(name)),
	);
	const intents = toIntents(needs.map((need) => need.intents));
	const own = new Set<FieldName>([...ask, ...require]);
	const wanted = [...new Set([...(mode === 'qualify' ? needs.flatMap((need) => need.asks) : []), ...own])].filter(
		(name) => !omit.includes(name) && (name !== 'intent' || intents.length > 1),
	);

	const split = required.has('firstName') || required.has('lastName');
	const person: FieldName[] = [
		...(split ? (['firstName', 'lastName'] as const) : (['name'] as const)),
		'email',
		'phone',
	];
	const isFurther = (name: FieldName) => mode === 'qualify' && FURTHER.has(name);
	const contact = [
		...new Set([...person, ...wanted.filter((name) => !isFurther(name) && isFree(name)), 'message' as const]),
	];
	const asksIntent = wanted.includes('intent');

	/** The plans this site can have that give a field a sense. */
	const plansOf = (name: FieldName) => INTENTS_OF[name]?.filter((intent) => intents.includes(intent));
	return {
		contact: contact.filter((name) => !omit.includes(name)),
		further: wanted.filter((name) => isFurther(name) && (own.has(name) || plansOf(name)?.length !== 0)),
		required,
		anyOf,
		intents,
		conditionOf(name) {
			const plans = plansOf(name);
			if (!asksIntent || !plans || plans.length === 0 || plans.length === intents.length) return undefined;
			return { field: 'intent', is: [...plans] };
		},
	};
}

/** Which box a name goes into is the vendors' affair, not a question of its own. */
function isFree(name: FieldName): boolean {
	return name !== 'name' && name !== 'firstName' && name !== 'lastName';
}

/** What every vendor that says so can use; every intent where they have nothing in common. */
function toIntents(usable: readonly (readonly Intent[] | undefined)[]): readonly Intent[] {
	const common = INTENTS.filter((intent) => usable.every((some) => some?.includes(intent) ?? true));
	return common.length > 0 ? common : INTENTS;
}

function unique(groups: FieldName[][]): FieldName[][] {
	return [...new Map(groups.map((group) => [group.join(), group])).values()];
}
