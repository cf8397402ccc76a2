import type { Env } from '../env.ts';
import { issueStamp } from '../screen/stamp.ts';
import { TURNSTILE_ACTION } from '../screen/turnstile.ts';
import { setWork } from '../screen/work.ts';
import type { Site } from '../site/define-site.ts';

/**
 * `GET /v1/sites/:site/challenge`: what the widget asks for when a visitor begins, and sends back with the lead as its
 * `proof`: `{stamp?, work?, turnstile?}`. `stamp` is a signed time stamp; `work`, where the site wants a proof of work,
 * an ALTCHA challenge; `turnstile`, where it uses Turnstile, `{siteKey, action}` for its widget. Never cached.
 * @param headers CORS headers
 */
export async function challengeResponse(site: Site, env: Env, headers: Record<string, string>): Promise<Response> {
	const now = Date.now();
	const [stamp, work] = await Promise.all([issueStamp(env, site.id, now), setWork(env, site, now)]);
	const { siteKey } = site.screen?.turnstile ?? {};
	const turnstile = siteKey && { siteKey, action: TURNSTILE_ACTION };
	return Response.json(
		{ ...(stamp && { stamp }), ...(work && { work }), ...(turnstile && { turnstile }) },
		{ headers: { 'cache-control': 'no-store', ...headers } },
	);
}
