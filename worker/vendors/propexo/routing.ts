import type { Lead, Listing } from '../../../contract/lead.ts';
import { UnsendableLead } from '../unsendable-lead.ts';
import type { PropexoSettings } from './settings.ts';

/**
 * Which Propexo ids a lead goes to. Ids come from the settings only: a page can choose among them, by an id that is
 * one of theirs or by a name they map, and can name no other.
 */

/**
 * `property_id`, which Propexo requires.
 * @throws {UnsendableLead} when the listing leads to none and there is no default
 */
export function toPropertyId({ listing }: Lead, settings: PropexoSettings): string {
	const id = choose(listing?.propertyId, [listing?.reference], settings.properties) ?? settings.defaultPropertyId;
	if (id !== undefined) return id;
	throw new UnsendableLead(
		'the listing is not in the setting "properties" and there is no "defaultPropertyId"; add one, then send it again',
	);
}

/** `unit_id`, where the page's unit leads to one. */
export function toUnitId({ listing }: Lead, { units }: PropexoSettings): string | undefined {
	return choose(listing?.unit, toNames(listing, listing?.unit), units);
}

/** `floor_plan_id`, where the page's floor plan leads to one. */
export function toFloorPlanId({ listing }: Lead, { floorPlans }: PropexoSettings): string | undefined {
	return choose(listing?.floorPlan, toNames(listing, listing?.floorPlan), floorPlans);
}

/** `lead_source_id`: the one for the campaign's source, else the site's. */
export function toLeadSourceId({ attribution }: Lead, settings: PropexoSettings): string {
	return choose(undefined, [attribution?.utm_source], settings.leadSourcesByUtm) ?? settings.leadSourceId;
}

/** A name alone, and before it the name within its property. */
function toNames(listing: Listing | undefined, name: string | undefined): (string | undefined)[] {
	return name === undefined ? [] : [listing?.reference && `${listing.reference}/${name}`, name];
}

/** The id itself where it is one of the map's, else the id of the first name that is in the map, in any case. */
function choose(
	id: string | undefined,
	names: readonly (string | undefined)[],
	map: Readonly<Record<string, string>>,
): string | undefined {
	if (id !== undefined && Object.values(map).includes(id)) return id;
	const entries = Object.entries(map).map(([name, value]) => [name.trim().toLowerCase(), value] as const);
	for (const name of names) {
		const wanted = name?.trim().toLowerCase();
		const entry = wanted && entries.find(([known]) => known === wanted);
		if (entry) return entry[1];
	}
	return undefined;
}
