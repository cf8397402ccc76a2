import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { after, before, test } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { ConsoleAuditEntry, ConsoleSession } from '../../../contract/console.ts';
import type { Problem } from '../../../contract/problem.ts';
import { validLead } from '../../support/lead.ts';
import { startTestWorker, type TestWorker } from '../../support/worker.ts';
import { TOKEN } from './operator.ts';

const AUDIENCE = '32eafc7626e974616deaf0dc3ce63d7bcbed58a2731e84d06bc3cdf1b53c4228';

/** The team's keys, and another's that go by the same name. */
const team = await generateKeyPair('RS256');
const forger = await generateKeyPair('RS256');

const key = { ...(await exportJWK(team.publicKey)), kid: 'team-key', alg: 'RS256', use: 'sig' };

/** What the team answers in place of its keys. */
let published: { status: number; body: string } | undefined;

let server: Server;
let issuer: string;
let worker: TestWorker;
before(async () => {
	server = createServer((request, response) => {
		if (request.url !== '/cdn-cgi/access/certs') return void response.writeHead(404).end();
		const { status, body } = published ?? { status: 200, body: JSON.stringify({ keys: [key] }) };
		response.writeHead(status, { 'content-type': 'application/json', location: request.url }).end(body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
	worker = await startTestWorker('http://localhost:9/vendors', {
		ACCESS_TEAM_DOMAIN: issuer,
		ACCESS_AUD: AUDIENCE,
	});
});
after(async () => {
	await worker?.close();
	server?.closeAllConnections();
	server?.close();
});

/** A JWT as Access makes it, changed as wished. */
function sign(change: Record<string, unknown> = {}, by = team.privateKey, kid = 'team-key'): Promise<string> {
	const now = Math.floor(Date.now() / 1000);
	const claims = { aud: [AUDIENCE], iss: issuer, iat: now, exp: now + 60, type: 'app', sub: 'u-1', ...change };
	return new SignJWT({ email: 'ana@agency.example', ...claims })
		.setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
		.sign(by);
}

const ask = (jwt: string | undefined, path = '/session', init: RequestInit = {}) =>
	worker.fetch(`/v1/console${path}`, {
		...init,
		headers: { ...(jwt !== undefined && { 'cf-access-jwt-assertion': jwt }), ...init.headers },
	});

async function refused(jwt: string): Promise<void> {
	const response = await ask(jwt);
	assert.deepEqual([response.status, ((await response.json()) as Problem).code], [401, 'unauthorized']);
}

test('whom Access vouches for is let in without a token, by e-mail', async () => {
	const response = await ask(await sign());
	assert.deepEqual((await response.json()) as ConsoleSession, { who: 'ana@agency.example', by: 'access' });
});

test('a service token goes by its client id', async () => {
	const response = await ask(await sign({ email: undefined, sub: '', common_name: 'e367826f.access' }));
	assert.deepEqual((await response.json()) as ConsoleSession, { who: 'e367826f.access', by: 'access' });
});

test('a JWT that another key signed is refused', async () => {
	await refused(await sign({}, forger.privateKey));
});

test('a JWT that was changed after it was signed is refused', async () => {
	const [head, , signature] = (await sign()).split('.');
	const claims = { aud: [AUDIENCE], iss: issuer, exp: Date.now(), email: 'mallory@agency.example' };
	await refused(`${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`);
});

test('a JWT without a signature, or signed with a shared secret, is refused', async () => {
	const claims = { aud: [AUDIENCE], iss: issuer, exp: Math.floor(Date.now() / 1000) + 60, email: 'm@agency.example' };
	const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
	await refused(`${encode({ alg: 'none', kid: 'team-key' })}.${encode(claims)}.`);
	const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(team.publicKey)));
	await refused(await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'team-key' }).sign(secret));
});

test('an expired JWT is refused', async () => {
	await refused(await sign({ exp: Math.floor(Date.now() / 1000) - 1 }));
});

test('a JWT that never expires is refused', async () => {
	await refused(await sign({ exp: undefined }));
});

test('a JWT for another application is refused', async () => {
	await refused(await sign({ aud: ['another-application'] }));
});

test('a JWT of another team is refused', async () => {
	await refused(await sign({ iss: 'https://other.cloudflareaccess.com' }));
});

test('a JWT that is not valid yet is refused', async () => {
	await refused(await sign({ nbf: Math.floor(Date.now() / 1000) + 600 }));
});

test('a JWT that names a key the team does not have is refused', async () => {
	await refused(await sign({}, team.privateKey, 'another-key'));
});

test('a team whose keys can’t be had lets nobody in, and is asked again for the next JWT', async () => {
	const other = await startTestWorker('http://localhost:9/vendors', {
		ACCESS_TEAM_DOMAIN: issuer,
		ACCESS_AUD: AUDIENCE,
	});
	try {
		const headers = { 'cf-access-jwt-assertion': await sign() };
		for (const answer of [
			{ status: 503, body: JSON.stringify({ keys: [key] }) },
			{ status: 200, body: '<html>' },
			{ status: 302, body: JSON.stringify({ keys: [key] }) },
		]) {
			published = answer;
			assert.equal((await other.fetch('/v1/console/session', { headers })).status, 401, JSON.stringify(answer));
		}
		assert.ok(other.logs().includes('keys_unreachable'));
		published = undefined;
		assert.equal((await other.fetch('/v1/console/session', { headers })).status, 200);
	} finally {
		published = undefined;
		await other.close();
	}
});

test('what is no JWT is refused', async () => {
	for (const text of ['nonsense', '..', 'e30.e30.e30', `${btoa('null')}.${btoa('null')}.AAAA`]) await refused(text);
});

test('the audit log says which operator it was', async () => {
	await worker.post(validLead());
	const jwt = await sign({ email: 'eva@agency.example' });
	assert.equal((await ask(jwt, '/leads?site=sol&fields=lead')).status, 200);
	const { entries } = (await (await ask(jwt, '/audit?site=sol')).json()) as { entries: ConsoleAuditEntry[] };
	assert.deepEqual([entries[0]?.action, entries[0]?.who], ['list', 'eva@agency.example']);
});

test('a page of another origin can’t use an operator’s cookie', async () => {
	const jwt = await sign();
	const erase = { method: 'POST', body: JSON.stringify({ site: 'sol', email: 'nobody@example.com' }) };
	for (const headers of [
		{ origin: 'https://www.sol.example' },
		{ origin: 'null' },
		{ 'sec-fetch-site': 'cross-site' },
	]) {
		const response = await ask(jwt, '/erase', { ...erase, headers: headers as Record<string, string> });
		assert.deepEqual([response.status, ((await response.json()) as Problem).code], [403, 'foreign_page']);
	}
	assert.equal((await ask(jwt, '/erase', { ...erase, headers: { 'sec-fetch-site': 'same-origin' } })).status, 200);
});

test('the token still opens the console beside Access', async () => {
	const response = await ask(undefined, '/session', { headers: { authorization: `Bearer ${TOKEN}` } });
	assert.equal(((await response.json()) as ConsoleSession).by, 'token');
});

test('neither a JWT nor why it failed is in the log in words that could name a person', async () => {
	const jwt = await sign({ aud: ['another-application'], email: 'canary@agency.example' });
	await refused(jwt);
	const logs = worker.logs();
	assert.ok(logs.includes('jwt_audience'));
	assert.ok(!logs.includes('canary') && !logs.includes(jwt));
});

test('with Access and no token, no bearer opens the console', async () => {
	const closed = await startTestWorker('http://localhost:9/vendors', {
		ACCESS_TEAM_DOMAIN: issuer,
		ACCESS_AUD: AUDIENCE,
		CONSOLE_TOKEN: '',
	});
	try {
		const bearer = await closed.fetch('/v1/console/session', { headers: { authorization: `Bearer ${TOKEN}` } });
		assert.equal(bearer.status, 401);
		const headers = { 'cf-access-jwt-assertion': await sign() };
		assert.equal((await closed.fetch('/v1/console/session', { headers })).status, 200);
	} finally {
		await closed.close();
	}
});

test('a half-set Access closes the console, for the token too', async () => {
	const half = await startTestWorker('http://localhost:9/vendors', { ACCESS_TEAM_DOMAIN: issuer });
	try {
		const response = await half.fetch('/v1/console/session', { headers: { authorization: `Bearer ${TOKEN}` } });
		assert.deepEqual([response.status, ((await response.json()) as Problem).code], [503, 'console_unset']);
	} finally {
		await half.close();
	}
});
