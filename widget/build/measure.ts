/**
 * Weighs the built widget as browsers get it (brotli, quality 11) against its budgets: `node widget/build/measure.ts`
 * after a build. Exits with 1 where one is broken.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { toFirstForm } from '../../contract/first-form.ts';
import type { Form } from '../../contract/form.ts';
import { sites } from '../../sites/index.ts';
import { toForm } from '../../worker/form/to-form.ts';
import { findTexts } from '../../worker/texts/index.ts';
import { LANGUAGES } from '../../worker/texts/texts.ts';
import { COUNTRIES } from '../phone/countries.ts';
import { readPinned } from './pinned.ts';

/** Budgets in bytes, brotli. A KB is 1,024. */
const KB = 1024;
const FIRST_RESPONSE = 10 * KB;
const ONE_COUNTRY = 9 * KB;
const TEN_COUNTRIES = 11.5 * KB;
const LAZY_PART = 6 * KB;
const LANGUAGE = 0.8 * KB;

/** Countries whose numbering plan is larger than the rest: area codes of several lengths. */
const LARGE_PLANS = ['AR', 'CA', 'DE'];

const folder = new URL('../../dist/', import.meta.url);
const widget = readFileSync(new URL('client/widget.js', folder), 'utf8');
const files = readdirSync(new URL('client/assets/', folder));
let broken = 0;

function weigh(text: string): number {
	const params = {
		[constants.BROTLI_PARAM_QUALITY]: 11,
		[constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text),
	};
	return brotliCompressSync(Buffer.from(text), { params }).length;
}

function weighPart(name: string): number {
	const file = files.find((found) => found.startsWith(`${name}-`));
	if (!file) throw new Error(`${name} is missing from dist/client/assets: run "npm run build"`);
	return weigh(readFileSync(new URL(`client/assets/${file}`, folder), 'utf8'));
}

function weighScript(form: Form): number {
	return weigh(widget.split('"__DOORSTEP_FORM__"').join(JSON.stringify(form)));
}

function row(what: string, bytes: number, budget?: number): void {
	const over = budget !== undefined && bytes > budget;
	if (over) broken++;
	const allowed = budget === undefined ? '' : `of ${budget.toFixed(0).padStart(6)}${over ? '  OVER' : ''}`;
	console.log(`${what.padEnd(58)} ${String(bytes).padStart(6)} ${allowed}`);
}

console.log('bytes, brotli quality 11');
row('widget without a form', weigh(widget));
for (const site of sites) {
	const form = await toForm(site, findTexts(site.language));
	row(
		`/${site.id}.js (${form.mode}, ${form.language}), what is seen at first inside`,
		weighScript(toFirstForm(form)),
		FIRST_RESPONSE,
	);
	row(`/${site.id}.js with the whole form inside`, weighScript(form));
}
for (const part of ['desk', 'post', 'fields', 'frame', 'fetch-form', 'work', 'turnstile'])
	row(`${part} (lazy)`, weighPart(part), LAZY_PART);
const phone = weighPart('phone');
for (const country of COUNTRIES) {
	const large = LARGE_PLANS.includes(country);
	row(`phone, ${country}`, phone + weighPart(country), large ? TEN_COUNTRIES : ONE_COUNTRY);
}
row('phone, the ten common countries', phone + weighPart('common'), TEN_COUNTRIES);
const [site] = sites;
for (const language of site ? LANGUAGES : []) {
	const form = await toForm(site as NonNullable<typeof site>, findTexts(language));
	const first = toFirstForm(form);
	row(`${language}: words in the first response`, weighScript(first) - weighScript({ ...first, texts: {} }), LANGUAGE);
	row(`${language}: all words of the widget`, weigh(JSON.stringify(form.texts)));
}
console.log(`
To pin this build on a page (first keep it: npm run pin):
${readPinned(new URL('client/', folder)).toTag('https://leads.example.com')}`);
process.exit(broken ? 1 : 0);
