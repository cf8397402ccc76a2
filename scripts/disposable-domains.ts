/**
 * Writes `dist/client/screen/disposable-domains.bin`: the list of throw-away e-mail providers (the package
 * disposable-email-domains, some 120,000 domains, 2.4 MB) as a Bloom filter of a tenth of that, which the Worker reads
 * among its static files. Run by the build, after the widget's, which empties the folder.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { makeFilter } from '../worker/screen/bloom-filter.ts';
import { DISPOSABLE_DOMAINS_PATH } from '../worker/screen/disposable-domains.ts';

const require = createRequire(import.meta.url);
const domains: string[] = [
	...require('disposable-email-domains/index.json'),
	...require('disposable-email-domains/wildcard.json'),
];
if (domains.length < 50_000) throw new Error(`only ${domains.length} domains: is disposable-email-domains installed?`);

const file = new URL(`../dist/client${DISPOSABLE_DOMAINS_PATH}`, import.meta.url);
mkdirSync(new URL('.', file), { recursive: true });
writeFileSync(file, makeFilter(domains.map((domain) => domain.toLowerCase())));
