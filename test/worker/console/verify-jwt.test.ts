import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { findFault, isSignedBy, parseJwt } from '../../../worker/routes/console/verify-jwt.ts';

const NOW = Date.UTC(2026, 0, 15);
const SECONDS = NOW / 1000;
const EXPECTED = { issuer: 'https://acme.cloudflareaccess.com', audience: 'tag' };
const GOOD = { iss: EXPECTED.issuer, aud: ['tag'], exp: SECONDS + 60 };

const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
const jwk = await exportJWK(publicKey);

/** A token of any header and claims; jose signs none that breaks the rules. */
const toToken = (header: unknown, claims: unknown) =>
	`${[header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.AAAA`;

function read(change: object, header: object = {}) {
	const jwt = parseJwt(toToken({ alg: 'RS256', kid: 'a', ...header }, { ...GOOD, ...change }));
	assert.ok(jwt);
	return findFault(jwt, EXPECTED, NOW);
}

const sign = (alg: string, key: CryptoKey) =>
	new SignJWT(GOOD).setProtectedHeader({ alg, kid: 'a' }).sign(key).then(parseJwt);

test('what Access says of itself is right', () => {
	assert.equal(read({}), undefined);
	assert.equal(read({ aud: 'tag' }), undefined);
	assert.equal(read({ aud: ['other', 'tag'], nbf: SECONDS, iat: SECONDS + 5 }), undefined);
});

test('a token of another issuer, or of none, is refused', () => {
	for (const iss of [undefined, '', 'https://other.cloudflareaccess.com', [EXPECTED.issuer]])
		assert.equal(read({ iss }), 'jwt_issuer', String(iss));
});

test('a token for another audience, or for none, is refused', () => {
	for (const aud of [undefined, '', 'tagged', ['other'], [], { tag: 'tag' }, [['tag', 'x'].join()]])
		assert.equal(read({ aud }), 'jwt_audience', JSON.stringify(aud));
});

test('a token is good to the second in which it expires, and one that never does is refused', () => {
	assert.equal(read({ exp: SECONDS + 1 }), undefined);
	for (const exp of [SECONDS, SECONDS - 1, undefined, null, String(SECONDS + 60), true])
		assert.equal(read({ exp }), 'jwt_expired', String(exp));
});

test('a token that is not valid yet is refused', () => {
	assert.equal(read({ nbf: SECONDS - 1 }), undefined);
	for (const nbf of [SECONDS + 1, null, String(SECONDS - 1)])
		assert.equal(read({ nbf }), 'jwt_not_yet_valid', String(nbf));
});

test('no token chooses how it is signed, or what must be understood', () => {
	for (const alg of ['none', 'None', 'HS256', 'HS512', 'RS384', 'PS256', 'ES256', 'EdDSA', undefined, ['RS256']])
		assert.equal(read({}, { alg }), 'jwt_algorithm', String(alg));
	assert.equal(read({}, { crit: ['b64'], b64: false }), 'jwt_algorithm');
});

test('a token that names no key is refused', () => {
	for (const kid of [undefined, null, 7]) assert.equal(read({}, { kid }), 'jwt_unknown_key');
});

test('what is no token in compact form is none', () => {
	const [head, body] = toToken({ alg: 'RS256' }, GOOD).split('.');
	for (const text of [
		...['', '.', '..', 'nonsense', 'a.b.c', `${head}.${body}`, `${head}.${body}.`, `${head}.${body}.AAAA.AAAA`],
		...[`${head}.${body}.AA=A`, `${head}. ${body}.AAAA`, `${head}\n.${body}.AAAA`, '💥.💥.💥', `e30.${body}.A`],
		...[toToken(null, GOOD), toToken([], GOOD), toToken({}, null), toToken({}, 'text'), toToken({}, [GOOD])],
	])
		assert.equal(parseJwt(text), undefined, text);
});

test('a signature is right for its own words under its own key only', async () => {
	const jwt = await sign('RS256', privateKey);
	assert.ok(jwt);
	assert.equal(await isSignedBy(jwk, jwt), true);
	assert.equal(await isSignedBy(jwk, { ...jwt, signed: `${jwt.signed}A` }), false);
	assert.equal(
		await isSignedBy(jwk, { ...jwt, signature: jwt.signature.map((byte, at) => (at ? byte : byte ^ 1)) }),
		false,
	);
	const other = await exportJWK((await generateKeyPair('RS256')).publicKey);
	assert.equal(await isSignedBy(other, jwt), false);
});

test('a signature of another kind is not right under the same key', async () => {
	const same = (alg: string) =>
		exportJWK(privateKey).then((key) =>
			crypto.subtle.importKey(
				'jwk',
				key,
				{ name: alg === 'PS256' ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5', hash: alg === 'RS384' ? 'SHA-384' : 'SHA-256' },
				false,
				['sign'],
			),
		);
	for (const alg of ['PS256', 'RS384']) {
		const jwt = await sign(alg, await same(alg));
		assert.ok(jwt);
		assert.equal(await isSignedBy(jwk, jwt), false, alg);
	}
});

test('a key of another kind, for another use, or too short, has signed nothing', async () => {
	const jwt = await sign('RS256', privateKey);
	assert.ok(jwt);
	const ec = await exportJWK((await generateKeyPair('ES256')).publicKey);
	for (const key of [
		ec,
		{ kty: 'oct', k: 'AAAA' },
		{},
		{ kty: 'RSA' },
		{ ...jwk, use: 'enc' },
		{ ...jwk, alg: 'RS512' },
	])
		assert.equal(await isSignedBy(key, jwt), false, JSON.stringify(key));
	const weak = await crypto.subtle.generateKey(
		{ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 1024, publicExponent: new Uint8Array([1, 0, 1]) },
		true,
		['sign', 'verify'],
	);
	const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', weak.privateKey, Buffer.from(jwt.signed));
	const short = await crypto.subtle.exportKey('jwk', weak.publicKey);
	assert.equal(await isSignedBy(short, { ...jwt, signature: new Uint8Array(signature) }), false);
});
