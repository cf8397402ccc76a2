import * as z from 'zod/mini';

/**
 * EasyBroker's settings.
 * - `mode`: `partner` for an integration partner's key (portals), `account` for an agency's own key. They are two
 *   endpoints with different required fields; a key of one is refused with 401 on the other.
 * - `country`: the agency's country, sent as `Country-Code` (partner mode), ISO 3166-1 alpha-2.
 * - `source`: your site's domain; where the request comes from.
 * - `requireEmail`: partner mode only. The guide lists the e-mail as mandatory, the reference as an alternative to
 *   the phone; set it to true when your key refuses leads without one.
 * - `usePartnerCode`: sends `Use-Partner-Code: true`, for keys connected through a partner code.
 */
export const easyBrokerSettings = z.strictObject({
	mode: z.enum(['partner', 'account']),
	country: z.string().check(z.regex(/^[A-Z]{2}$/, 'write an ISO 3166-1 code of two capitals, such as MX')),
	source: z.string().check(z.minLength(1, 'write the domain of your site, such as sol.example')),
	requireEmail: z._default(z.boolean(), false),
	usePartnerCode: z._default(z.boolean(), false),
});

export type EasyBrokerSettings = z.infer<typeof easyBrokerSettings>;
export type EasyBrokerInput = z.input<typeof easyBrokerSettings>;
export type EasyBrokerRole = 'apiKey';
