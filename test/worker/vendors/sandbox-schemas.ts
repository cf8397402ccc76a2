import type * as z from 'zod';
import { apimoRequest } from '../../../demo/vendors/apimo-request.ts';
import { easyBrokerAccountRequest, easyBrokerPartnerRequest } from '../../../demo/vendors/easybroker-request.ts';
import { loftyLeadRequest } from '../../../demo/vendors/lofty-request.ts';
import { maxworkRequest } from '../../../demo/vendors/maxwork-request.ts';
import { propexoLeadRequest } from '../../../demo/vendors/propexo-request.ts';
import { webhookRequest } from '../../../demo/vendors/webhook-request.ts';

/** What each mode's sandbox takes, as strict as the vendor's document. By the ids of scripts/vendor-modes.ts. */
export const SANDBOX_SCHEMAS: Readonly<Record<string, z.ZodType>> = {
	'maxwork-lead': maxworkRequest,
	'maxwork-qualification': maxworkRequest,
	propexo: propexoLeadRequest,
	'lofty-looks': loftyLeadRequest,
	'lofty-offers': loftyLeadRequest,
	'easybroker-partner': easyBrokerPartnerRequest,
	'easybroker-account': easyBrokerAccountRequest,
	apimo: apimoRequest,
	webhook: webhookRequest,
};
