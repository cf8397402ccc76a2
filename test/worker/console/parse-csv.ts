import assert from 'node:assert/strict';

/** Reads CSV by RFC 4180, written apart from what writes it. One object a record, by the header's names. */
export function parseCsv(text: string): Record<string, string>[] {
	const records: string[][] = [[]];
	// Each match is one cell with what ends it.
	for (const [, quoted, plain = '', end] of text
		.replace(/^\uFEFF/, '')
		.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
		records.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
		if (end === '\r\n') records.push([]);
	}
	assert.deepEqual(records.pop(), [], 'the last record ends like the others');
	const [header = [], ...rows] = records;
	return rows.map((cells) => {
		assert.equal(cells.length, header.length, 'every record has every column');
		return Object.fromEntries(header.map((name, i) => [name, cells[i] ?? '']));
	});
}
