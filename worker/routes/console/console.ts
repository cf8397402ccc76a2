import { Hono } from 'hono';
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
import { listSites } from './sites.ts';

/**
 * The operator's API, `/v1/console/…` (docs/console.md). Behind a bearer token, never cached, and without a CORS header
 * anywhere: no page of another origin can read it.
 */
export function createConsole(registry: SiteRegistry): Hono<ConsoleEnv> {
	const console = new Hono<ConsoleEnv>();

	console.use(async function seal(c, next) {
		await next();
		c.res.headers.set('cache-control', 'no-store');
		c.res.headers.set('x-content-type-options', 'nosniff');
		c.res.headers.set('referrer-policy', 'no-referrer');
	});
	console.use(createAuthentication());
	console.use(async function provide(c, next) {
		c.set('registry', registry);
		await next();
	});

	console.get('/sites', listSites);
	console.get('/leads', listLeads);
	console.get('/leads/:site/:number', readLead);
	console.post('/leads/:site/:number/replay', replayLead);
	console.post('/leads/:site/:number/release', releaseLead);
	console.post('/leads/:site/:number/discard', discardLead);
	console.post('/replay', replayParked);
	console.post('/erase', erasePerson);
	console.get('/export', exportLeads);
	console.get('/audit', listAudit);
	console.all('*', () => problemResponse('not_found'));

	console.onError((error) => {
		if (error instanceof Refusal) {
			const headers = error.code === 'outbox_unavailable' ? { 'retry-after': String(RETRY_AFTER_SECONDS) } : {};
			return problemResponse(error.code, error.issues, headers);
		}
		log('console_failed', { reason: `${error.name}: ${error.message}` }, 'error');
		return problemResponse('console_failed');
	});
	return console;
}
