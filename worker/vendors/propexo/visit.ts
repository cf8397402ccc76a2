import type { Lead } from '../../../contract/lead.ts';
import { toDetails } from '../details-block.ts';
import type { VendorCall, VendorRequest } from '../vendor.ts';
import { toHeaders } from './request.ts';
import { toLeadSourceId, toUnitId } from './routing.ts';
import type { PropexoRole, PropexoSettings } from './settings.ts';

type Call = VendorCall<PropexoSettings, PropexoRole>;

/**
 * A wished visit as a lead event: `POST /v1/events/leads/resman/` (docs.propexo.com, "Create Lead Event: Resman").
 *
 * The event wants a moment, the visitor named a day: noon UTC is that day in every American zone, where midnight
 * would be shown as the evening before. Day and time of day stand in words in the event's notes, as they do in the
 * lead's. Where the write status named no record, the reference is the job's id and the vendor refuses the event;
 * the lead is there all the same.
 */
export function toVisits(lead: Lead, reference: string, call: Call): VendorRequest[] {
	const { settings, context } = call;
	const { visitDate, visitSlot } = lead.wishes ?? {};
	if (!settings.visitAsEvent || !visitDate) return [];
	const unitId = toUnitId(lead, settings);
	const wish = toDetails({ ...lead, wishes: { visitDate, visitSlot } }, new Set(), context.texts);
	const body = {
		integration_id: settings.integrationId,
		lead_id: reference,
		event_name: settings.visitEventName,
		event_datetime: `${visitDate}T12:00:00Z`,
		lead_source_id: toLeadSourceId(lead, settings),
		...(unitId !== undefined && { unit_id: unitId }),
		notes: wish
			.filter(({ path }) => path.startsWith('wishes.visit'))
			.map(({ label, value }) => `${label}: ${value}`)
			.join('\n'),
	};
	return [
		{
			method: 'POST',
			url: `${call.baseUrl}/v1/events/leads/resman/`,
			headers: { ...toHeaders(call), 'Content-Type': 'application/json' },
			body: JSON.stringify(body),
		},
	];
}
