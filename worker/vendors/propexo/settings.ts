import * as z from 'zod/mini';

/** The event names of a ResMan lead (docs.propexo.com, "Create Lead Event: Resman"). */
const EVENT_NAMES = [
	'EmailToProspect',
	'EmailFromILS',
	'EmailFromProspect',
	'Email',
	'CallToProspect',
	'CallFromProspect',
	'Phone',
	'Show',
	'WalkIn',
	'Contact',
	'Other',
	'Cancel',
	'ReActivate',
	'TextToProspect',
	'TextFromProspect',
	'Application',
] as const;

const id = (what: string) => z.string().check(z.trim(), z.minLength(1, `write the Propexo id of ${what}`));
const idMap = (what: string) => z._default(z.record(z.string(), id(what)), {});

/**
 * Propexo's settings for ResMan. Every id is Propexo's own, never ResMan's. None of them is taken from a request:
 * what a page names counts only where it leads to an id written here.
 * - `integrationId`: the connection to the ResMan account.
 * - `leadSourceId`: the marketing source; `leadSourcesByUtm` chooses another by `utm_source`.
 * - `employeeId`: the leasing agent who owns the leads.
 * - `properties`: the listing's reference as the page prints it → the property's id.
 * - `defaultPropertyId`: for listings not in `properties`. Without it, their leads are parked for a person.
 * - `units`, `floorPlans`: the page's name → id; write `reference/name` where two properties use one name.
 * - `lastNamePlaceholder`: for visitors who give one word; the vendor requires both names.
 * - `afterUnknown`: `park`, because a second post can create a second prospect; `repeat` accepts that.
 * - `callsPerMinute`: your contract's limit, polls included; 150 when absent.
 * - `visitAsEvent`: records a wished visit as a lead event too. `visitEventName` is its kind: `Other`, for a wish is
 *   no showing yet; `Show` where your reports should count it.
 */
export const propexoSettings = z
	.strictObject({
		integrationId: id('the integration'),
		leadSourceId: id('the lead source'),
		employeeId: id('the employee'),
		properties: idMap('the property'),
		defaultPropertyId: z.optional(id('the property')),
		units: idMap('the unit'),
		floorPlans: idMap('the floor plan'),
		leadSourcesByUtm: idMap('the lead source'),
		lastNamePlaceholder: z._default(
			z.string().check(z.trim(), z.minLength(1, 'write a word such as Unknown')),
			'Unknown',
		),
		afterUnknown: z._default(z.enum(['park', 'repeat']), 'park'),
		callsPerMinute: z.optional(z.int().check(z.minimum(1, 'write how many calls, at least 1'))),
		visitAsEvent: z._default(z.boolean(), false),
		visitEventName: z._default(z.enum(EVENT_NAMES), 'Other'),
	})
	.check(
		z.refine((settings) => Object.keys(settings.properties).length > 0 || settings.defaultPropertyId !== undefined, {
			error: 'name at least one property, or write defaultPropertyId; every lead needs one',
			path: ['properties'],
		}),
	);

export type PropexoSettings = z.infer<typeof propexoSettings>;
export type PropexoInput = z.input<typeof propexoSettings>;
export type PropexoRole = 'token';
