import { defineSite, type Site, type SiteDefinition } from '../../worker/site/define-site.ts';
import { secret, variable } from '../../worker/site/secret.ts';
import { webhook } from '../../worker/vendors/webhook/index.ts';
import { MIXES, type Mix, SENDERS, toSiteId } from '../spam/names.ts';

/** What each mix sets. The work is light here: how hard it is changes what it costs a sender, not who is let through. */
const SCREENS: Record<Mix, Pick<SiteDefinition, 'screen' | 'limits'>> = {
	none: { screen: { scores: false }, limits: { perMinute: 1_000_000, perDay: 1_000_000 } },
	scores: {},
	turnstile: {
		screen: {
			turnstile: {
				siteKey: '1x00000000000000000000AA',
				secretKey: secret('TURNSTILE_KEY'),
				url: variable('TURNSTILE_URL', ''),
				timeoutMs: 60_000,
			},
		},
	},
	work: { screen: { proofOfWork: { cost: 100 } } },
};

/** A site for each mix and each kind of sender, so that one kind's flood holds nobody else's lead. */
export const sites: Site[] = MIXES.flatMap((mix) =>
	SENDERS.map((sender) =>
		defineSite({
			id: toSiteId(mix, sender),
			name: 'Bench',
			origins: ['https://www.bench.example'],
			language: 'en',
			country: 'US',
			currency: 'USD',
			timeZone: 'America/Denver',
			deliverTo: [
				webhook({
					url: variable('VENDORS_URL', 'http://localhost:8788/vendors', '/webhook/leads/'),
					secret: secret('SOL_WEBHOOK_SECRET'),
				}),
			],
			form: { mode: 'contact', consent: [] },
			...SCREENS[mix],
		}),
	),
);
