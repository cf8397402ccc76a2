import type { Lead } from '../../../contract/lead.ts';
import { toUtcMidnight } from '../dates.ts';
import type { VendorContext } from '../vendor.ts';

/** What the prospect looks for, in Propexo's fields: single numbers, rent only, in cents. */
export interface PropexoWishes {
	desired_num_bedrooms?: number;
	desired_num_bathrooms?: number;
	desired_max_rent_in_cents?: number;
	desired_lease_term_in_months?: number;
	/** Midnight UTC of the calendar day: a local midnight shifted to UTC would lose a day east of Greenwich. */
	target_move_in_date?: string;
}

/**
 * Maps the wishes, and adds to `taken` what is carried whole. A range keeps both its ends in the details block, and
 * so does the rent, which is converted to cents.
 */
export function toWishes(lead: Lead, context: VendorContext, taken: Set<string>): PropexoWishes {
	const { bedroomsMin, bedroomsMax, bathroomsMin, bathroomsMax, priceMax, leaseMonths, moveIn, currency } =
		lead.wishes ?? {};
	if (bedroomsMax === undefined) taken.add('wishes.bedroomsMin');
	if (bathroomsMax === undefined) taken.add('wishes.bathroomsMin');
	taken.add('wishes.leaseMonths').add('wishes.moveIn');
	const isRent =
		(lead.intent === undefined || lead.intent.length === 0 || lead.intent.includes('rent')) &&
		(currency === undefined || currency === context.currency);
	return {
		...(bedroomsMin !== undefined && { desired_num_bedrooms: bedroomsMin }),
		...(bathroomsMin !== undefined && { desired_num_bathrooms: bathroomsMin }),
		...(priceMax !== undefined && isRent && { desired_max_rent_in_cents: Math.round(priceMax * 100) }),
		...(leaseMonths !== undefined && { desired_lease_term_in_months: leaseMonths }),
		...(moveIn && { target_move_in_date: toUtcMidnight(moveIn) }),
	};
}
