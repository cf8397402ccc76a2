import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { CompactSign } from 'jose';
import { findReceiptKey, type SigningKey } from '../../worker/receipt/receipt-key.ts';
import { readRetiredKeys } from '../../worker/receipt/retired-keys.ts';
import { seal } from '../../worker/receipt/seal.ts';

const folder = mkdtempSync(join(tmpdir(), 'doorstep-receipt-'));
after(() => rmSync(folder, { recursive: true }));

/** Runs a script as `npm run` does. */
function run(script: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
	const path = fileURLToPath(new URL(`../../scripts/${script}.ts`, import.meta.url));
	return new Promise((resolve) => {
		execFile(process.execPath, [path, ...args], (error, out, err) =>
			resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
		);
	});
}

const secretIn = (out: string) => out.match(/^\s+(eyJ[\w-]+)$/m)?.[1] as string;

/** A key as the script makes it, a receipt it signed, and the published set in a file. */
async function makeReceipt() {
	const RECEIPT_KEY = secretIn((await run('receipt-key')).out);
	const key = (await findReceiptKey({ RECEIPT_KEY })) as SigningKey;
	const receipt = { version: 1 as const, iat: 1_760_000_000, lead: 'l-1', site: 'sol', siteName: 'Sol', consents: [] };
	const set = JSON.stringify({ keys: [key.published] });
	const keys = join(folder, `${key.published.kid}.json`);
	writeFileSync(keys, set);
	const header = { alg: 'EdDSA', kid: key.published.kid, typ: 'JWT' };
	const token = await new CompactSign(new TextEncoder().encode('{}')).setProtectedHeader(header).sign(key.signing);
	return { sealed: await seal(receipt, key), token, keys, set, kid: key.published.kid };
}

test('a receipt is verified from a file or as it is, with nothing but the keys', async () => {
	const { sealed, keys, kid } = await makeReceipt();
	const file = join(folder, 'consent.jws');
	writeFileSync(file, `${sealed}\n`);
	for (const given of [file, sealed]) {
		const { code, out } = await run('verify-receipt', 'verify', given, '--keys', keys);
		assert.equal(code, 0);
		assert.ok(out.startsWith(`Valid. Signed with key ${kid} at 2025-10-09T08:53:20.000Z.`), out);
		assert.match(out, /"lead": "l-1"/);
	}
});

test('a changed receipt, another key’s receipt and another signed thing are refused with the reason', async () => {
	const { sealed, token, keys } = await makeReceipt();
	const other = await makeReceipt();
	const [header, , signature] = sealed.split('.');
	const changed = `${header}.${Buffer.from('{"given":true}').toString('base64url')}.${signature}`;
	for (const [given, reason] of [
		[changed, /it was changed/],
		[other.sealed, /its key is not among the keys/],
		[token, /signed, but no receipt/],
		['no receipt', /Not valid: /],
	] as const) {
		const { code, err } = await run('verify-receipt', 'verify', given, '--keys', keys);
		assert.equal(code, 1);
		assert.match(err, reason);
	}
});

test('a new key’s script prints the keys that a Worker publishes now, as the variable wants them', async () => {
	const { set, kid } = await makeReceipt();
	const asked: (string | undefined)[] = [];
	const server = createServer((request, response) => {
		asked.push(request.url);
		response.end(set);
	}).listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	try {
		const { port } = server.address() as AddressInfo;
		const { out } = await run('receipt-key', '--from', `http://127.0.0.1:${port}`);
		const [, value] = out.match(/RECEIPT_RETIRED_KEYS = '(.*)'/) ?? [];
		const retired = await readRetiredKeys({ RECEIPT_RETIRED_KEYS: value });
		assert.deepEqual(retired === 'invalid' || retired.map((key) => key.kid), [kid]);
		assert.deepEqual(asked, ['/.well-known/doorstep-receipts.json']);
		assert.equal(typeof (await findReceiptKey({ RECEIPT_KEY: secretIn(out) })), 'object');
	} finally {
		server.close();
	}
});

test('called wrongly, the script says how', async () => {
	const { code, err } = await run('verify-receipt', 'check');
	assert.equal(code, 2);
	assert.match(err, /npm run receipt -- verify/);
});
