import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toPhoneKind } from '../../../worker/vendors/phone-kind.ts';

test('the prefix tells mobiles from fixed lines where the plan keeps them apart', () => {
	const kinds: [string, ReturnType<typeof toPhoneKind>][] = [
		['+33606060606', 'mobile'],
		['+33712345678', 'mobile'],
		['+33106060600', 'landline'],
		['+33970123456', undefined],
		['+351912345678', 'mobile'],
		['+351212345678', 'landline'],
		['+262692123456', 'mobile'],
		['+262262123456', 'landline'],
		['+447700900123', 'mobile'],
		['+447624123456', 'mobile'],
		['+447612345678', undefined],
		['+436621234567', undefined],
		['+436641234567', 'mobile'],
		['+34612345678', 'mobile'],
		['+34912345678', 'landline'],
		['+34902123456', undefined],
		['+390612345678', 'landline'],
		['+12025550123', undefined],
		['+5215512345678', undefined],
	];
	for (const [number, kind] of kinds) assert.equal(toPhoneKind(number), kind, number);
});
