import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { toSignature } from '../../../../worker/vendors/webhook/to-signature.ts';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

test('the test vector of the Standard Webhooks libraries is signed as they sign it', () => {
	assert.equal(
		toSignature(SECRET, 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, '{"test": 2432232314}'),
		'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
	);
});

test('any words under any secret are signed as the library signs them', () => {
	const secrets = fc.uint8Array({ minLength: 1, maxLength: 100 }).map((key) => Buffer.from(key).toString('base64'));
	const payloads = fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text));
	fc.assert(
		fc.property(secrets, fc.uuid(), fc.nat(), payloads, (secret, id, timestamp, payload) => {
			const expected = new Webhook(secret).sign(id, new Date(timestamp * 1000), payload);
			assert.equal(toSignature(secret, id, timestamp, payload), expected);
			assert.equal(toSignature(`whsec_${secret}`, id, timestamp, payload), expected);
		}),
	);
});

test('nothing is signed with an empty secret, or one that is not base64', () => {
	for (const secret of ['', 'whsec_', 'whsec_***', 'not base64!'])
		assert.throws(() => toSignature(secret, 'id', 0, '{}'), secret);
});
