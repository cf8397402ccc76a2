/**
 * Writes `dist/phone-metadata.json`: the phone library's numbering plans without the patterns for writing numbers
 * prettily. The Worker reads and compares numbers and writes them in E.164 only, and half of the metadata is patterns.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import metadata from 'libphonenumber-js/min/metadata';

/** Where a country's plan holds its formats, in the library's metadata of version 4. */
const FORMATS = 4;

const { countries, ...rest } = metadata as unknown as { countries: Record<string, unknown[]> };
const plans = Object.entries(countries).map(([country, plan]) => [
	country,
	plan.map((part, at) => (at === FORMATS ? [] : part)),
]);
mkdirSync('dist', { recursive: true });
writeFileSync('dist/phone-metadata.json', JSON.stringify({ ...rest, countries: Object.fromEntries(plans) }));
