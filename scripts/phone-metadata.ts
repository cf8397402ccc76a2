/**
 * Writes `dist/phone-metadata.json`: the phone library's numbering plans with only what the Worker needs to read numbers,
 * compare them and write them in E.164. Two thirds of the metadata are for writing numbers prettily and for telling whose
 * and of which kind they are.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import metadata from 'libphonenumber-js/min/metadata';

type Plan = unknown[];

/** Where a plan holds what, in the library's metadata of version 4. */
const [LENGTHS, FORMATS, LEADING_DIGITS, TYPES] = [3, 4, 10, 11];

const { countries, nonGeographic, ...rest } = metadata as unknown as {
	country_calling_codes: Record<string, string[]>;
	countries: Record<string, Plan>;
	nonGeographic: Record<string, Plan>;
};

/**
 * The library finds out which country of a shared calling code a number is of, to take the lengths possible there: by leading
 * digits where a plan has them, else by the patterns of its types, which change nothing where each length of the plan is
 * possible in every country of the code.
 */
function needsTypes(plan: Plan, shared: Plan[]): boolean {
	if (plan[LEADING_DIGITS]) return false;
	const lengthsOf = (one: Plan) => one[LENGTHS] as number[];
	return lengthsOf(plan).some((length) => !shared.every((one) => lengthsOf(one).includes(length)));
}

function trim(plan: Plan, shared: Plan[]): Plan {
	const trimmed = plan.map((part, at) => {
		if (at === FORMATS) return [];
		return at === TYPES && !needsTypes(plan, shared) ? 0 : part;
	});
	return trimmed.slice(0, trimmed.findLastIndex((part) => part !== 0) + 1);
}

const plansOf = (code: unknown) =>
	(rest.country_calling_codes[String(code)] ?? []).map((country) => countries[country] ?? []);
const trimAll = (plans: Record<string, Plan>) =>
	Object.fromEntries(Object.entries(plans).map(([name, plan]) => [name, trim(plan, plansOf(plan[0]))]));

mkdirSync('dist', { recursive: true });
writeFileSync(
	'dist/phone-metadata.json',
	JSON.stringify({ ...rest, countries: trimAll(countries), nonGeographic: trimAll(nonGeographic) }),
);
