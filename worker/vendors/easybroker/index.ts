import { createDestinationFactory } from '../../site/destination.ts';
import type { Vendor } from '../vendor.ts';
import { find } from './find.ts';
import { toRequest } from './request.ts';
import { readResponse } from './response.ts';
import { type EasyBrokerInput, type EasyBrokerRole, type EasyBrokerSettings, easyBrokerSettings } from './settings.ts';

/** EasyBroker (Mexico), partner and account mode. Facts and sources: docs/vendors/easybroker.md. */
export const easyBrokerVendor: Vendor<EasyBrokerSettings, EasyBrokerRole, EasyBrokerInput> = {
	name: 'easybroker',
	settings: easyBrokerSettings,
	secrets: ['apiKey'],
	baseUrl: 'https://api.easybroker.com/v1',
	manners: () => ({ timeoutMs: 10_000, settleMs: 10_000, afterUnknown: 'find' }),
	fields: ({ mode, requireEmail }) => ({
		// Account mode refuses a lead without a name where no property is named, and no form knows whether one will be.
		required: [...(mode === 'account' ? (['name'] as const) : []), ...(requireEmail ? (['email'] as const) : [])],
		anyOf: [['email', 'phone']],
		asks: [],
	}),
	toRequest,
	readResponse,
	find: (lead, call) => find(lead, call),
};

/** `deliverTo: [easyBroker({ mode: 'partner', country: 'MX', source: 'sol.example', apiKey: secret('…') })]` */
export const easyBroker = createDestinationFactory(easyBrokerVendor);
