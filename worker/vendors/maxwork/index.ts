import { createDestinationFactory } from '../../site/destination.ts';
import type { Vendor } from '../vendor.ts';
import { toRequest } from './request.ts';
import { readResponse } from './response.ts';
import { type MaxworkInput, type MaxworkRole, type MaxworkSettings, maxworkSettings } from './settings.ts';

/** Maxwork (RE/MAX Portugal), leads and qualifications. Facts and sources: docs/vendors/maxwork.md. */
export const maxworkVendor: Vendor<MaxworkSettings, MaxworkRole, MaxworkInput> = {
	name: 'maxwork',
	settings: maxworkSettings,
	secrets: ['token', 'user'],
	// Nowhere published: it comes with the credentials.
	baseUrl: undefined,
	manners: ({ afterUnknown }) => ({ timeoutMs: 10_000, settleMs: 10_000, afterUnknown }),
	fields: () => ({
		required: ['name', 'email', 'phone'],
		anyOf: [],
		asks: [
			'intent',
			'wishes.types',
			'wishes.bedroomsMin',
			'wishes.bedroomsMax',
			'wishes.priceMin',
			'wishes.priceMax',
			'wishes.areaMin',
			'wishes.areaMax',
			'wishes.amenities',
		],
	}),
	toRequest,
	readResponse,
};

/**
 * `deliverTo: [maxwork({ mode: 'lead', baseUrl: 'https://…', token: secret('…'), user: secret('…') })]`
 */
export const maxwork = createDestinationFactory(maxworkVendor);
