import { defineSite, type Site, type SiteDefinition } from '../../worker/site/define-site.ts';
import { secret, variable } from '../../worker/site/secret.ts';
import { webhook } from '../../worker/vendors/webhook/index.ts';

type Change = Pick<SiteDefinition, 'screen' | 'limits' | 'allowNullOrigin'> & Partial<Pick<SiteDefinition, 'origins'>>;

function site(id: string, change: Change): Site {
	return defineSite({
		id,
		name: 'Puerta',
		origins: ['https://www.sol.example'],
		language: 'es',
		country: 'MX',
		currency: 'MXN',
		timeZone: 'America/Mexico_City',
		deliverTo: [
			webhook({
				url: variable('VENDORS_URL', 'http://localhost:8788/vendors', '/webhook/leads/'),
				secret: secret('SOL_WEBHOOK_SECRET'),
			}),
		],
		form: { mode: 'contact', require: ['name'], consent: [] },
		...change,
	});
}

/** @param timeoutMs patience that no busy machine uses up, where none is given */
function turnstileSite(id: string, key: string, timeoutMs = 60_000): Site {
	const url = variable('TURNSTILE_URL', 'https://challenges.cloudflare.com/turnstile/v0/siteverify');
	const turnstile = { siteKey: '1x00000000000000000000AA', secretKey: secret(key), url, timeoutMs };
	return site(id, { screen: { turnstile } });
}

/** The tests' sites for the guard: each differs from an ordinary one in what it is named for. */
export const screenSites: Site[] = [
	site('puerta', {}),
	site('tope', { limits: { perMinute: 3, perDay: 5 } }),
	site('libre', { screen: { scores: false } }),
	turnstileSite('torno', 'TORNO_TURNSTILE_KEY'),
	turnstileSite('torno-errado', 'TORNO_WRONG_KEY'),
	turnstileSite('torno-1', 'TORNO_DUMMY_1'),
	turnstileSite('torno-2', 'TORNO_DUMMY_2'),
	turnstileSite('torno-3', 'TORNO_DUMMY_3'),
	turnstileSite('torno-impaciente', 'TORNO_TURNSTILE_KEY', 200),
	site('trabajo', { screen: { proofOfWork: { cost: 100 } } }),
	site('comodin', { origins: ['https://*.sol.example'] }),
	site('nula', { allowNullOrigin: true }),
];
