import { createDestinationFactory } from '../../site/destination.ts';
import type { Vendor } from '../vendor.ts';
import { find } from './find.ts';
import { toRequest } from './request.ts';
import { readResponse } from './response.ts';
import { type ApimoInput, type ApimoRole, type ApimoSettings, apimoSettings } from './settings.ts';

/** Apimo (France). Facts and sources: docs/vendors/apimo.md. */
export const apimoVendor: Vendor<ApimoSettings, ApimoRole, ApimoInput> = {
	name: 'apimo',
	settings: apimoSettings,
	secrets: ['provider', 'token'],
	baseUrl: 'https://api.apimo.pro',
	manners: ({ callsPerDay = 1000 }) => ({
		timeoutMs: 10_000,
		settleMs: 10_000,
		afterUnknown: 'find',
		limit: { calls: callsPerDay, perMs: 24 * 60 * 60 * 1000 },
	}),
	fields: () => ({
		required: [],
		// Apimo asks for neither, but a lead nobody can answer is none (inferred).
		anyOf: [['email', 'phone']],
		asks: [
			'intent',
			'wishes.types',
			'wishes.roomsMin',
			'wishes.bedroomsMin',
			'wishes.priceMin',
			'wishes.priceMax',
			'wishes.areaMin',
			'wishes.areaMax',
			'wishes.moveIn',
			'wishes.leaseMonths',
		],
	}),
	toRequest,
	readResponse,
	find: (lead, call) => find(lead, call),
};

/** `deliverTo: [apimo({ agencyId: '1234', provider: secret('…'), token: secret('…') })]` */
export const apimo = createDestinationFactory(apimoVendor);
