import { createDestinationFactory } from '../../site/destination.ts';
import type { Vendor } from '../vendor.ts';
import { find, resolve } from './find.ts';
import { toRequest } from './request.ts';
import { readResponse } from './response.ts';
import { type LoftyInput, type LoftyRole, type LoftySettings, loftySettings } from './settings.ts';
import { toVisits } from './visit.ts';

/** Lofty (formerly Chime), United States. Facts and sources: docs/vendors/lofty.md. */
export const loftyVendor: Vendor<LoftySettings, LoftyRole, LoftyInput> = {
	name: 'lofty',
	settings: loftySettings,
	secrets: ['apiKey'],
	baseUrl: 'https://api.lofty.com',
	// Written after it is answered ("a GET right afterwards may answer 404"); how much later is not documented.
	manners: ({ auth, callsPerMinute }) => ({
		timeoutMs: 10_000,
		settleMs: 30_000,
		afterUnknown: 'find',
		limit: { calls: callsPerMinute ?? (auth === 'bearer' ? 100 : 10), perMs: 60_000 },
	}),
	fields: () => ({
		required: [],
		anyOf: [['email', 'phone']],
		asks: [
			'intent',
			'wishes.types',
			'wishes.priceMin',
			'wishes.priceMax',
			'wishes.bedroomsMin',
			'wishes.bathroomsMin',
			'wishes.place',
			'wishes.timeFrame',
			'wishes.visitDate',
			'wishes.visitSlot',
		],
	}),
	toRequest,
	readResponse,
	find,
	resolve,
	extras: toVisits,
};

/** `deliverTo: [lofty({ auth: 'token', source: 'elm.example', leadRouting: true, apiKey: secret('…') })]` */
export const lofty = createDestinationFactory(loftyVendor);
