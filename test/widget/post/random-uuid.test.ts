import { randomUuid } from '../../../widget/post/random-uuid.ts';
import { ok } from '../support/assert.ts';

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('randomUuid', () => {
	it('makes a UUID on a page without a secure context', () => {
		const { randomUUID } = crypto;
		Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
		try {
			const made = Array.from({ length: 200 }, randomUuid);
			ok(
				made.every((id) => UUID_V4.test(id)),
				`not all are UUIDs: ${made[0]}`,
			);
			ok(new Set(made).size === 200, 'some are the same');
		} finally {
			Object.defineProperty(crypto, 'randomUUID', { value: randomUUID, configurable: true });
		}
	});
});
