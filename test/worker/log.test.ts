import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { log, toSafeText } from '../../worker/log.ts';
import { NAUGHTY_STRINGS } from '../support/naughty-strings.ts';

test('of an address a log line holds no password, no query and no fragment', () => {
	for (const [text, safe] of [
		['fetch https://maxwork.example/leads?token=abc failed', 'fetch https://maxwork.example/leads failed'],
		['at "https://user:pass@api.example/v1#secret", twice', 'at "https://api.example/v1", twice'],
		['HTTP://API.EXAMPLE?token=abc http://b.example/#x', 'HTTP://API.EXAMPLE http://b.example/'],
		['the variable VENDORS_URL: write https://', 'the variable VENDORS_URL: write https://'],
	])
		assert.equal(toSafeText(text as string), safe);
});

test('of text that is no JSON a log line holds none', () => {
	for (const text of ['Ana Silva', '{"name": Ana Silva', '"Ana Silva', 'Ana \'Silva\' "quoted"']) {
		try {
			JSON.parse(text);
		} catch (error) {
			assert.doesNotMatch(toSafeText(`${(error as Error).name}: ${(error as Error).message}`), /Ana|Silva/);
		}
	}
});

test('a line of the log is one event, whatever stands in it', () => {
	const lines: string[] = [];
	const console_ = mock.method(console, 'info', (line: string) => void lines.push(line));
	for (const reason of NAUGHTY_STRINGS) log('step', { reason });
	console_.mock.restore();
	assert.equal(lines.length, NAUGHTY_STRINGS.length);
	for (const line of lines) {
		assert.doesNotMatch(line, /[\n\r]/);
		assert.equal(JSON.parse(line).event, 'step');
	}
});
