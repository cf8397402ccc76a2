import { VENDOR_MODES, type VendorMode } from '../../../scripts/vendor-modes.ts';
import { type AdapterBench, adapterSuite } from './adapter-suite.ts';

const LEAD_ID = '3f2b8a52-5a6e-4a0b-9a9e-0a4f7c1f2d11';
const delivered = (reference: string) => ({ outcome: 'delivered' as const, reference });

/** What each vendor's documents answer: the words are theirs. */
const BENCHES: Record<string, Omit<AdapterBench, 'mode'>> = {
	maxwork: {
		success: { status: 200, text: '{"Message":"Data was successfully inserted!"}', outcome: delivered(LEAD_ID) },
		refusal: {
			status: 400,
			text: '{"Message":"The following property was in the wrong format."}',
			outcome: 'refused',
		},
		anyBody: false,
		reference: '129991025-5',
	},
	propexo: {
		success: { status: 200, text: '{"meta":{"job_id":"job-1"}}', outcome: { outcome: 'confirming', job: 'job-1' } },
		refusal: { status: 400, text: '{"error":{"code":"invalid_request","message":"…"}}', outcome: 'refused' },
		anyBody: false,
		reference: 'OAK-2B-214',
	},
	lofty: {
		success: { status: 200, text: '{"leadId":9007199254740993}', outcome: delivered('9007199254740993') },
		refusal: { status: 200, text: '{"code":500001,"message":"The operation failed."}', outcome: 'refused' },
		anyBody: false,
		reference: 'ELM-1042',
	},
	easybroker: {
		success: { status: 200, text: '{"status":"successful"}', outcome: delivered('7') },
		refusal: { status: 422, text: '{"errors":["property_id: does not exist"]}', outcome: 'refused' },
		anyBody: false,
		reference: 'EB-AB1234',
	},
	apimo: {
		success: { status: 200, text: '{"id":188699}', outcome: delivered('188699') },
		refusal: { status: 400, text: '{"error":"property_reference: is not known"}', outcome: 'refused' },
		anyBody: false,
		reference: 'VA1234',
	},
	// What a receiver refuses is mended there, so the lead is tried again and not parked.
	webhook: {
		success: { status: 204, text: '', outcome: delivered(LEAD_ID) },
		refusal: { status: 400, text: '{"error":"…"}', outcome: 'retry' },
		anyBody: true,
		reference: 'EB-AB1234',
	},
};

for (const mode of VENDOR_MODES as readonly VendorMode[]) {
	adapterSuite({ mode, ...(BENCHES[mode.destination.vendor.name] as Omit<AdapterBench, 'mode'>) });
}
