import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holds, makeFilter } from '../../../worker/screen/bloom-filter.ts';
import { DISPOSABLE_DOMAINS_PATH, isDisposable } from '../../../worker/screen/disposable-domains.ts';

const domains = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}.example`);

test('a filter holds all its members, and few strangers', () => {
	const members = domains('member', 20_000);
	const filter = makeFilter(members);
	assert.equal(filter.length, 40_000);
	assert.ok(members.every((member) => holds(filter, member)));
	const mistaken = domains('stranger', 20_000).filter((stranger) => holds(filter, stranger));
	assert.ok(mistaken.length <= 20, `${mistaken.length} of 20,000`);
});

test('throw-away addresses are known by the list among the static files, subdomains too', async () => {
	const asked: string[] = [];
	const ASSETS = {
		async fetch(url: string) {
			asked.push(new URL(url).pathname);
			return new Response(makeFilter(['throwaway.example', ...domains('other', 1000)]) as Uint8Array<ArrayBuffer>);
		},
	};
	for (const email of ['a@throwaway.example', 'a@THROWAWAY.example', '"a@b"@x.y.throwaway.example'])
		assert.equal(await isDisposable({ ASSETS }, email), true, email);
	for (const email of ['throwaway.example@mail.example', 'a@example', undefined])
		assert.equal(await isDisposable({ ASSETS }, email), false, email);
	assert.deepEqual(asked, [DISPOSABLE_DOMAINS_PATH], 'it is read once');
});
