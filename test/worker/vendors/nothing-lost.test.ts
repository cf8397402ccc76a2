import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import type { Lead } from '../../../contract/lead.ts';
import { readPath, writePath } from '../../../contract/path.ts';
import { toLeadFor, withoutPath } from '../../../scripts/full-lead.ts';
import { toModeCall, VENDOR_MODES, type VendorMode } from '../../../scripts/vendor-modes.ts';
import { findForm } from '../../../worker/form/form-cache.ts';
import { parseLead } from '../../../worker/intake/parse-lead.ts';
import { defineSite } from '../../../worker/site/define-site.ts';
import { anyReference, type LeadDemands, leadArbitrary } from '../../support/lead-arbitrary.ts';
import { TEXTS_ENV } from '../../support/texts-env.ts';
import { findLost, VISITOR_PATHS } from './carried.ts';
import { SANDBOX_SCHEMAS } from './sandbox-schemas.ts';

/**
 * Whatever a visitor types, the vendor gets: thousands of leads, each through the real door and the adapter, each
 * payload held against the vendor's document. `RUNS=10000` makes ten thousand leads for every vendor and mode.
 */

const RUNS = Number(process.env.RUNS ?? 300);
const NOW = Date.UTC(2026, 0, 15, 10, 20, 30);

/** What each mode's pages and forms give: Maxwork's references have a form, partners of EasyBroker name a property. */
const DEMANDS: Record<string, LeadDemands> = {
	'maxwork-lead': { reference: fc.constantFrom(undefined, '129991025-5'), both: true },
	'maxwork-qualification': { reference: fc.constantFrom(undefined, '129991025-5'), both: true },
	propexo: { reference: fc.option(anyReference, { nil: undefined }), both: false },
	'lofty-looks': { reference: fc.option(anyReference, { nil: undefined }), both: false },
	'lofty-offers': { reference: anyReference, both: false, intents: ['sell', 'let'], mustIntend: true },
	'easybroker-partner': { reference: fc.constantFrom('EB-AB1234', ' eb-cd5678 '), both: false },
	'easybroker-account': { reference: fc.constantFrom('EB-AB1234', ' eb-cd5678 '), both: false },
	apimo: { reference: fc.option(anyReference, { nil: undefined }), both: false },
	webhook: { reference: fc.option(anyReference, { nil: undefined }), both: false },
};

const toForm = (mode: VendorMode) =>
	findForm(
		defineSite({
			id: mode.id,
			name: mode.title,
			origins: ['https://www.example.com'],
			language: mode.language,
			country: mode.country,
			currency: mode.currency,
			timeZone: mode.timeZone,
			deliverTo: [mode.destination],
			form: { mode: 'contact', consent: [] },
		}),
		TEXTS_ENV,
	);

for (const mode of VENDOR_MODES) {
	suite(mode.title, () => {
		test('a value that was not sent would be noticed', () => {
			for (const path of VISITOR_PATHS) {
				const lead = toLeadFor(path, mode);
				// What is the site's own anyway says nothing by being there.
				if (path === 'wishes.currency') writePath(lead, path, 'JPY');
				if (path === 'wishes.areaUnit') writePath(lead, path, mode.country === 'US' ? 'm2' : 'ft2');
				if (readPath(lead, path) === undefined) continue;
				const send = (one: Lead) =>
					JSON.parse(mode.destination.vendor.toRequest(one, toModeCall(mode, NOW)).body as string) as object;
				assert.deepEqual(findLost(mode, lead, send(lead)), [], path);
				// Without a property EasyBroker's partners can't send at all.
				if (mode.id === 'easybroker-partner' && path === 'listing.reference') continue;
				assert.ok(findLost(mode, lead, send(withoutPath(lead, path))).includes(path), path);
			}
		});

		test(`${RUNS} leads: the payload is the vendor’s, and nothing in it is lost`, async () => {
			const form = await toForm(mode);
			const { vendor } = mode.destination;
			const call = toModeCall(mode, NOW);
			fc.assert(
				fc.property(leadArbitrary(DEMANDS[mode.id] as LeadDemands), (input) => {
					const parsed = parseLead(JSON.parse(JSON.stringify(input)), form, NOW - 1000);
					assert.ok(parsed.ok, `the door refuses it: ${JSON.stringify(parsed)}`);
					// As the outbox keeps it.
					const lead = JSON.parse(JSON.stringify(parsed.lead)) as Lead;
					const body = JSON.parse(vendor.toRequest(lead, call).body as string) as object;
					assert.deepEqual(SANDBOX_SCHEMAS[mode.id]?.safeParse(body).error?.issues ?? [], []);
					assert.deepEqual(findLost(mode, lead, body), []);
				}),
				{ numRuns: RUNS },
			);
		});
	});
}
