import type * as z from 'zod';
import { DEMO_SECRETS } from '../demo-secrets.ts';
import { maxworkRequest } from './maxwork-request.ts';
import { postRoute, type Sandbox, type SandboxAnswer, type SandboxRequest } from './sandbox.ts';

/**
 * Maxwork (Portugal). Documented: the fields, the success sentence, the sentence of a refusal, an empty object as
 * the third answer; create-or-update by one call. Not documented, and decided here: success is 200, the refusal 400,
 * the empty object goes with 401 and 500, a known `External_LeadId` updates its lead, and a listing that Maxwork
 * doesn't know is refused with the same sentence, which in the documents names no field.
 */

/** Listings of the agency. The first is the demo's; a lead without a listing says "None". */
export const MAXWORK_REFERENCES = ['129991025-5', '122591135-5', 'None'] as const;

type MaxworkLead = z.output<typeof maxworkRequest>;

/** Creates a Maxwork that holds no lead yet. */
export function createMaxwork(): Sandbox {
	let leads: MaxworkLead[] = [];

	/** "If neither the lead nor the contact exists, we will create both": a lead that exists is updated. */
	function upsert(lead: MaxworkLead): void {
		const key = lead.External_LeadId;
		const at = key === undefined ? -1 : leads.findIndex((held) => held.External_LeadId === key);
		if (at < 0) leads.push(lead);
		else leads[at] = { ...leads[at], ...lead };
	}

	return {
		name: 'maxwork',
		extras: {},
		faults: {
			'401': () => ({ status: 401, body: {} }),
			'403': () => ({ status: 403, body: {} }),
			'500': () => ({ status: 500, body: {} }),
		},
		refusals: {
			notFound: () => ({ status: 404, body: {} }),
			notJson: wrongFormat,
			invalid: wrongFormat,
		},
		authorize,
		routes: [
			postRoute({
				path: /^\/listingexport\/leads$/,
				takesLead: true,
				schema: maxworkRequest,
				handle(_call, lead): SandboxAnswer {
					if (!(MAXWORK_REFERENCES as readonly string[]).includes(lead.Public_Reference)) return wrongFormat();
					upsert(lead);
					return { status: 200, body: { Message: 'Data was successfully inserted!' } };
				},
			}),
		],
		held: () => leads,
		clear() {
			leads = [];
		},
	};
}

/** The token stands in the address, the user in a header named `user`. */
function authorize({ query, headers }: SandboxRequest): SandboxAnswer | undefined {
	const right = query.get('token') === DEMO_SECRETS.MAR_MAXWORK_TOKEN && headers.user === DEMO_SECRETS.MAR_MAXWORK_USER;
	return right ? undefined : { status: 401, body: {} };
}

function wrongFormat(): SandboxAnswer {
	return { status: 400, body: { Message: 'The following property was in the wrong format.' } };
}
