import { createDestinationFactory } from '../../site/destination.ts';
import type { Vendor } from '../vendor.ts';
import { confirm } from './confirm.ts';
import { toRequest } from './request.ts';
import { readResponse } from './response.ts';
import { type PropexoInput, type PropexoRole, type PropexoSettings, propexoSettings } from './settings.ts';
import { toVisits } from './visit.ts';

/** Propexo (ResMan), rentals in the United States. Facts and sources: docs/vendors/propexo.md. */
export const propexoVendor: Vendor<PropexoSettings, PropexoRole, PropexoInput> = {
	name: 'propexo',
	settings: propexoSettings,
	secrets: ['token'],
	baseUrl: 'https://api.propexo.com',
	// No key, no external id, no look-up: a second post can create a second prospect.
	manners: ({ afterUnknown, callsPerMinute = 150 }) => ({
		timeoutMs: 10_000,
		settleMs: 0,
		afterUnknown,
		limit: { calls: callsPerMinute, perMs: 60_000 },
	}),
	fields: ({ visitAsEvent }) => ({
		required: ['firstName', 'lastName'],
		anyOf: [['email', 'phone']],
		// Rentals only, so nobody is asked what they want.
		intents: ['rent'],
		asks: [
			'wishes.moveIn',
			'wishes.leaseMonths',
			'wishes.bedroomsMin',
			'wishes.bathroomsMin',
			'wishes.priceMax',
			...(visitAsEvent ? (['wishes.visitDate', 'wishes.visitSlot'] as const) : []),
		],
	}),
	toRequest,
	readResponse,
	confirm,
	extras: toVisits,
};

/** `deliverTo: [propexo({ integrationId: '…', leadSourceId: '…', employeeId: '…', properties: {…}, token: secret('…') })]` */
export const propexo = createDestinationFactory(propexoVendor);
