import type { Context } from 'hono';
import { Hono } from 'hono/tiny';
import type { Env } from './env.ts';
import { findForm } from './form/form-cache.ts';
import { isAllowedOrigin, toOrigin } from './guard/origin.ts';
import { log } from './log.ts';
import { hostedPage } from './pages/hosted-page.ts';
import { thanksPage } from './pages/result-page.ts';
import { EVERY_RESPONSE_HEADERS, NO_PAGE_POLICY } from './pages/security-headers.ts';
import { receiveAnswers } from './routes/answers.ts';
import type { CacheRequest } from './routes/cached-response.ts';
import { challengeResponse } from './routes/challenge.ts';
import { createConsole } from './routes/console/console.ts';
import { consolePage } from './routes/console/page.ts';
import { formResponse } from './routes/form.ts';
import { healthResponse } from './routes/health.ts';
import { receiveLead } from './routes/leads.ts';
import { problemResponse } from './routes/problem-response.ts';
import { receiptResponse } from './routes/receipt.ts';
import { RECEIPT_KEYS_PATH, receiptKeysResponse } from './routes/receipt-keys.ts';
import { scriptResponse } from './routes/script.ts';
import { statusResponse } from './routes/status.ts';
import { issueStamp } from './screen/stamp.ts';
import type { Site } from './site/define-site.ts';
import type { SiteRegistry } from './site/registry.ts';

type AppEnv = { Bindings: Env; Variables: { site: Site; cors: Record<string, string> } };

/** The Worker's HTTP face for a set of sites. */
export function createApp(registry: SiteRegistry): Hono<AppEnv> {
	const app = new Hono<AppEnv>();

	app.use(async function secure(c, next) {
		await next();
		const { headers } = c.res;
		for (const [name, value] of Object.entries(EVERY_RESPONSE_HEADERS))
			if (!headers.has(name)) headers.set(name, value);
		// A script is no page either, but one that runs as a worker would be bound by it.
		const isScript = headers.get('content-type')?.startsWith('text/javascript');
		if (!isScript && !headers.has('content-security-policy')) headers.set('content-security-policy', NO_PAGE_POLICY);
	});

	// The router takes a path with a slash at its end for the same; every thing here has one address.
	app.use(async function keepStrict(c, next) {
		return c.req.path.endsWith('/') ? problemResponse('not_found') : next();
	});

	app.get('/v1/health', (c) => healthResponse(registry, c.env));
	app.get(RECEIPT_KEYS_PATH, (c) => receiptKeysResponse(c.env));
	app.route('/v1/console', createConsole(registry));
	app.get('/console', consolePage);

	app.use('/v1/sites/:site/*', async function guard(c, next) {
		const site = registry.get(c.req.param('site'));
		if (!site) return problemResponse('unknown_site', undefined, { 'access-control-allow-origin': '*' });
		const origin = c.req.header('origin');
		const origins = site.allowNullOrigin ? [...site.origins, 'null'] : site.origins;
		const allowed = isAllowedOrigin(origin, origins, toOrigin(c.req.url));
		c.set('site', site);
		c.set('cors', {
			vary: 'Origin',
			// Without this a page's script can't see how long it is asked to wait.
			'access-control-expose-headers': 'Retry-After',
			...(allowed && origin && { 'access-control-allow-origin': origin }),
		});
		// The refusal itself may be read by any page: it holds nothing, and tells its developer what to do.
		if (!allowed)
			return problemResponse('foreign_origin', undefined, { vary: 'Origin', 'access-control-allow-origin': '*' });
		return next();
	});
	app.options('/v1/sites/:site/*', (c) =>
		c.body(null, 204, {
			...c.var.cors,
			'access-control-allow-methods': 'GET, POST',
			'access-control-allow-headers': 'content-type',
			'access-control-max-age': '86400',
		}),
	);
	app.get('/v1/sites/:site/form', (c) => formResponse(c.var.site, c.env, c.req.query(), toCacheRequest(c), c.var.cors));
	app.get('/v1/sites/:site/challenge', (c) => challengeResponse(c.var.site, c.env, c.var.cors));
	app.post('/v1/sites/:site/leads', (c) => receiveLead(c.req.raw, c.var.site, c.env, c.var.cors));
	app.get('/v1/sites/:site/leads/:id', (c) => statusResponse(c.var.site, c.req.param('id'), c.env, c.var.cors));
	app.get('/v1/sites/:site/leads/:id/receipt', (c) =>
		receiptResponse(c.var.site, c.req.param('id'), c.req.query('format'), c.env, c.var.cors),
	);
	app.post('/v1/sites/:site/leads/:id/answers', (c) =>
		receiveAnswers(c.req.raw, c.var.site, c.req.param('id'), c.env, c.var.cors),
	);
	app.all('/v1/sites/:site/leads', (c) =>
		problemResponse('method_not_allowed', undefined, { ...c.var.cors, allow: 'POST' }),
	);

	app.get('/:script{[a-z0-9-]+\\.js}', (c) => {
		const site = registry.get(c.req.param('script').slice(0, -'.js'.length));
		if (!site) return problemResponse('unknown_site', undefined, { 'access-control-allow-origin': '*' });
		return scriptResponse(site, c.env, c.req.query(), toCacheRequest(c));
	});
	app.get('/:site/thanks', async (c) => {
		const site = registry.get(c.req.param('site'));
		const { lang, lead } = c.req.query();
		return site ? thanksPage(await findForm(site, c.env, { lang }), lead) : problemResponse('unknown_site');
	});
	app.get('/:site/:embed{embed}?', async (c) => {
		const site = registry.get(c.req.param('site'));
		if (!site) return problemResponse('unknown_site');
		const { listing, title, lang } = c.req.query();
		const stamp = await issueStamp(c.env, site.id, Date.now());
		return hostedPage(
			site,
			await findForm(site, c.env, { lang }),
			{ listing, title, stamp },
			c.req.param('embed') !== undefined,
		);
	});

	app.notFound(() => problemResponse('not_found'));
	app.onError((error) => {
		log('failed', { reason: `${error.name}: ${error.message}` }, 'error');
		return problemResponse('internal', undefined, { 'access-control-allow-origin': '*' });
	});
	return app;
}

/** A request as far as a cached answer needs it. */
function toCacheRequest({ req, executionCtx }: Context<AppEnv>): CacheRequest {
	return { raw: req.raw, waitUntil: (promise) => executionCtx.waitUntil(promise) };
}
