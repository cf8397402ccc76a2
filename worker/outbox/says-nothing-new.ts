import type { Lead } from '../../contract/lead.ts';

/** What a visitor tells in a lead; the rest is told by the page. The message is compared by its mark. */
const TOLD = [
	'name',
	'firstName',
	'lastName',
	'title',
	'email',
	'phoneE164',
	'phone2E164',
	'address',
	'intent',
	'wishes',
	'consent',
] as const;

/**
 * Whether a lead tells nothing that an earlier one of the same words did not: the same answers, or fewer of them. One that
 * adds a phone number, mends a name or changes a consent does tell something. Pure.
 */
export function saysNothingNew(lead: Lead, before: Lead): boolean {
	return TOLD.every((key) => holds(before[key], lead[key]));
}

/** Whether a value is there already: equal, or an object all of whose parts are. */
function holds(before: unknown, now: unknown): boolean {
	if (now === undefined) return true;
	if (typeof now !== 'object' || now === null || Array.isArray(now)) {
		return JSON.stringify(before) === JSON.stringify(now);
	}
	if (typeof before !== 'object' || before === null) return Object.keys(now).length === 0;
	return Object.entries(now).every(([key, value]) => holds((before as Record<string, unknown>)[key], value));
}
