import { Hono } from 'hono/tiny';
import { log } from '../../log.ts';
import type { SiteRegistry } from '../../site/registry.ts';
import { RETRY_AFTER_SECONDS } from '../call-outbox.ts';
import { problemResponse } from '../problem-response.ts';
import { listAudit } from './audit.ts';
import { createAuthentication } from './authenticate.ts';
import type { ConsoleEnv } from './context.ts';
import { discardLead, releaseLead, replayLead } from './decide.ts';
import { erasePerson } from './erase.ts';
import { exportLeads } from './export.ts';
import { listLeads, readLead } from './leads.ts';
import { Refusal } from './refusal.ts';
import { replayParked } from './replay-parked.ts';
import { listRefusals, readSession } from './session.ts';
import { listSites } from './sites.ts';

/**
 * The operator's API, `/v1/console/…` (docs/console.md). Behind Cloudflare Access or a bearer token, never cached, and without a CORS header
 * anywhere: no page of another origin can read it.
 */
export function createConsole(registry: SiteRegistry): Hono<ConsoleEnv> {
	const api = new Hono<ConsoleEnv>();

	api.use(async function seal(c, next) {
		await next();
		c.res.headers.set('cache-control', 'no-store');
		c.res.headers.set('x-content-type-options', 'nosniff');
		c.res.headers.set('cross-origin-resource-policy', 'same-origin');
		c.res.headers.set('referrer-policy', 'no-referrer');
	});
	api.use(createAuthentication());
	api.use(async function provide(c, next) {
		c.set('registry', registry);
		await next();
	});

	api.get('/session', readSession);
	api.get('/refusals', listRefusals);
	api.get('/sites', listSites);
	api.get('/leads', listLeads);
	api.get('/leads/:site/:number', readLead);
	api.post('/leads/:site/:number/replay', replayLead);
	api.post('/leads/:site/:number/release', releaseLead);
	api.post('/leads/:site/:number/discard', discardLead);
	api.post('/replay', replayParked);
	api.post('/erase', erasePerson);
	api.get('/export', exportLeads);
	api.get('/audit', listAudit);
	api.all('*', () => problemResponse('not_found'));

	api.onError((error) => {
		if (error instanceof Refusal) {
			const headers = error.code === 'outbox_unavailable' ? { 'retry-after': String(RETRY_AFTER_SECONDS) } : {};
			return problemResponse(error.code, error.issues, headers);
		}
		log('console_failed', { reason: `${error.name}: ${error.message}` }, 'error');
		return problemResponse('console_failed');
	});
	return api;
}
