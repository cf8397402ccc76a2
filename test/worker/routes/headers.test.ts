import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { validLead } from '../../support/lead.ts';
import { startTestWorker, type TestWorker } from '../../support/worker.ts';
import { TOKEN } from '../console/operator.ts';

let worker: TestWorker;
before(async () => {
	worker = await startTestWorker('http://localhost:9/vendors');
});
after(() => worker?.close());

const ORIGIN = 'https://www.sol.example';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const BEARER = { authorization: `Bearer ${TOKEN}` };
const LEAD = validLead();
const WHERE = '/v1/sites/sol/leads';

type Kind = 'page' | 'frame' | 'data' | 'script' | 'console' | 'console page';

/** Every route of the Worker, with what it answers and what kind of answer that is. */
const ROUTES: readonly [kind: Kind, status: number, method: string, path: string, init?: RequestInit][] = [
	['page', 200, 'GET', '/sol'],
	['frame', 200, 'GET', '/sol/embed'],
	['page', 200, 'GET', '/sol/thanks'],
	['page', 422, 'POST', WHERE, { headers: { ...FORM, origin: ORIGIN }, body: 'name=Ana' }],
	['script', 200, 'GET', '/sol.js'],
	['data', 404, 'GET', '/luna.js'],
	['data', 404, 'GET', '/luna'],
	['data', 404, 'GET', '/no/such/page'],
	['data', 404, 'GET', '/sol/'],
	['data', 404, 'GET', '/sol.js/'],
	['data', 404, 'GET', '/v1/health/'],
	['data', 200, 'GET', '/v1/sites/sol/form'],
	['data', 202, 'POST', WHERE, { headers: { origin: ORIGIN }, body: JSON.stringify(LEAD) }],
	['data', 400, 'POST', WHERE, { headers: { origin: ORIGIN }, body: '{' }],
	['data', 403, 'POST', WHERE, { headers: { origin: 'https://elsewhere.example' }, body: '{}' }],
	['data', 204, 'OPTIONS', WHERE, { headers: { origin: ORIGIN } }],
	['data', 405, 'PUT', WHERE, { headers: { origin: ORIGIN } }],
	['data', 200, 'GET', `${WHERE}/${LEAD.id}`],
	['data', 200, 'GET', '/v1/health'],
	['console page', 200, 'GET', '/console'],
	['console', 200, 'GET', '/v1/console/session', { headers: BEARER }],
	['console', 200, 'GET', '/v1/console/refusals', { headers: BEARER }],
	['console', 200, 'GET', '/v1/console/sites?site=sol', { headers: BEARER }],
	['console', 200, 'GET', '/v1/console/leads?site=sol', { headers: BEARER }],
	['console', 404, 'GET', '/v1/console/leads/sol/999', { headers: BEARER }],
	['console', 200, 'GET', '/v1/console/export?site=sol', { headers: BEARER }],
	['console', 200, 'GET', '/v1/console/audit?site=sol', { headers: BEARER }],
	['console', 401, 'GET', '/v1/console/sites'],
];

const NO_PAGE = `default-src 'none'; frame-ancestors 'none'`;

/** What each kind of answer says, header by header; null where it must not be there. */
const HEADERS: Record<Kind, Record<string, string | RegExp | null>> = {
	page: {
		'content-security-policy':
			/^default-src 'none'; style-src 'sha256-[^']+'; .*base-uri 'none'; frame-ancestors 'none'/,
		'x-frame-options': 'DENY',
		'cross-origin-opener-policy': 'same-origin',
		'permissions-policy': /camera=\(\)/,
		'cache-control': 'no-store',
		'referrer-policy': 'strict-origin-when-cross-origin',
	},
	frame: {
		'content-security-policy': /frame-ancestors https:\/\/www\.sol\.example;/,
		'x-frame-options': null,
		'permissions-policy': /camera=\(\)/,
		'cache-control': 'no-store',
	},
	script: { 'content-security-policy': null, 'access-control-allow-origin': '*', 'cache-control': /^public/ },
	data: { 'content-security-policy': NO_PAGE },
	console: {
		'content-security-policy': NO_PAGE,
		'cache-control': 'no-store',
		'referrer-policy': 'no-referrer',
		'cross-origin-resource-policy': 'same-origin',
		'access-control-allow-origin': null,
	},
	'console page': {
		'content-security-policy':
			`default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'none'; base-uri 'none'; ` +
			`frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html`,
		'x-frame-options': 'DENY',
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
		'permissions-policy': /camera=\(\)/,
		'cache-control': 'no-store',
		'referrer-policy': 'no-referrer',
		'access-control-allow-origin': null,
	},
};

for (const [kind, status, method, path, init] of ROUTES) {
	test(`${method} ${path} (${status}) has the headers of a ${kind}`, async () => {
		const response = await worker.fetch(path, { method, ...init });
		assert.equal(response.status, status, await response.clone().text());
		assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
		assert.match(response.headers.get('strict-transport-security') ?? '', /max-age=\d{8}/);
		assert.ok(response.headers.get('referrer-policy'));
		assert.ok(!/unsafe-|https:(?!\/)|\*(?!\.)/.test(response.headers.get('content-security-policy') ?? ''));
		assert.equal(response.headers.get('access-control-allow-credentials'), null);
		for (const [name, expected] of Object.entries(HEADERS[kind])) {
			const value = response.headers.get(name);
			if (expected instanceof RegExp) assert.match(value ?? '', expected, name);
			else assert.equal(value, expected, name);
		}
	});
}
