import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { TextKey } from '../../contract/text-key.ts';
import { findTexts } from '../../worker/texts/index.ts';
import { LANGUAGES, type Language, type Texts } from '../../worker/texts/texts.ts';

/** Every string of a language by its path, e.g. `widget.send`. */
function flatten({ labels, values, widget, receipt, separator, noMessage }: Texts): Map<string, string> {
	const parts = Object.entries({ labels, values, widget, receipt }).flatMap(([part, strings]) =>
		Object.entries(strings).map(([key, text]): [string, string] => [`${part}.${key}`, text]),
	);
	return new Map([...parts, ['separator', separator], ['noMessage', noMessage]]);
}

const placeholders = (text: string) => (text.match(/\{\w*\}/g) ?? []).sort();

/** Names that no language translates. */
const NAMES = /^labels\.attribution\.(utm_\w+|\w+clk?id|[gw]braid)$/;

/** Words that a language shares with English. */
const SHARED: Record<Language, string[]> = {
	en: [],
	es: ['values.no', 'values.areaUnit.m2', 'widget.whatsapp'],
	pt: ['values.purpose.email', 'values.areaUnit.m2', 'widget.whatsapp'],
	fr: ['labels.message', 'values.purpose.email', 'values.areaUnit.m2', 'widget.whatsapp', 'widget.message'],
	de: [
		'labels.name',
		'values.amenities.pool',
		'values.purpose.email',
		'values.areaUnit.m2',
		'widget.optional',
		'widget.whatsapp',
	],
	it: ['values.no', 'values.purpose.email', 'values.areaUnit.m2', 'widget.whatsapp'],
	nl: [
		'labels.address.postalCode',
		'values.amenities.lift',
		'values.purpose.email',
		'values.areaUnit.m2',
		'widget.whatsapp',
		'separator',
	],
	ar: [],
};

/** The most characters that buttons hold on a narrow phone: German and French run a third longer than English. */
const BUTTONS: Partial<Record<TextKey, number>> = {
	send: 12,
	sending: 18,
	next: 12,
	back: 12,
	retry: 20,
	call: 12,
	whatsapp: 12,
	message: 12,
	close: 12,
	skip: 12,
	again: 28,
	open: 28,
};

const english = flatten(findTexts('en'));

for (const language of LANGUAGES) {
	const texts = findTexts(language);
	const strings = flatten(texts);

	suite(`the texts in ${language}`, () => {
		test('are found by the language, with and without a region', () => {
			assert.equal(texts.language, language);
			assert.equal(findTexts(`${language}-ZZ`), texts);
		});

		test('run in the direction of the script', () => {
			const { script } = new Intl.Locale(language).maximize();
			assert.equal(texts.direction, script === 'Arab' ? 'rtl' : 'ltr');
		});

		test('have the keys that English has', () => {
			assert.deepEqual([...strings.keys()].sort(), [...english.keys()].sort());
		});

		test('keep the places where values go in', () => {
			for (const [key, text] of strings) {
				assert.deepEqual(placeholders(text), placeholders(english.get(key) ?? ''), key);
			}
		});

		test('have no empty string, and no blanks at the ends', () => {
			for (const [key, text] of strings) assert.match(text, /^\S(.*\S)?$/, key);
		});

		test('keep the names of trackers', () => {
			for (const [key, text] of strings) if (NAMES.test(key)) assert.equal(text, key.split('.').at(-1));
		});

		test('leave nothing in English but the words the two share', { skip: language === 'en' }, () => {
			const equal = [...strings]
				.filter(([key, text]) => !NAMES.test(key) && text.toLowerCase() === english.get(key)?.toLowerCase())
				.map(([key]) => key);
			assert.deepEqual(equal.sort(), SHARED[language].toSorted());
		});

		test('say a kind of property alike for wishes and listings', () => {
			for (const [key, text] of strings) {
				if (key.startsWith('values.types.')) assert.equal(strings.get(key.replace('types', 'type')), text);
			}
		});

		test('fit on buttons', () => {
			for (const [key, most] of Object.entries(BUTTONS) as [TextKey, number][]) {
				assert.ok(texts.widget[key].length <= most, `${key}: "${texts.widget[key]}" is longer than ${most}`);
			}
		});
	});
}

test('a language nobody wrote falls to the next one asked for, then to English', () => {
	assert.equal(findTexts('xx', 'fr-CA').language, 'fr');
	assert.equal(findTexts('xx', undefined).language, 'en');
});

test('French spaces before marks and inside quotes do not break', () => {
	for (const [key, text] of flatten(findTexts('fr'))) assert.doesNotMatch(text, / [:;?!»]|« |\S[?!]/, key);
});

test('Arabic words are in Arabic letters', () => {
	for (const [key, text] of flatten(findTexts('ar'))) {
		if (!NAMES.test(key)) assert.match(text, /\p{Script=Arabic}/u, key);
	}
});

test('Arabic isolates phone numbers and addresses, and leaves the message to the agency bare', () => {
	const { widget } = findTexts('ar');
	assert.match(widget.callInstead, /\u2066\{phone\}\u2069/);
	assert.match(widget.didYouMean, /\u2066\{email\}\u2069/);
	assert.match(widget.about, /\u2068\{listing\}\u2069/);
	assert.doesNotMatch(widget.prefill, /[\u2066-\u2069]/);
});

test('Arabic counts answers as its grammar does: plural from 3, singular from 11, no noun for 2 and 100', () => {
	const { widget } = findTexts('ar');
	const rules = new Intl.PluralRules('ar');
	const say = (count: number) => {
		const key = `summary.${rules.select(count)}`;
		return (widget[key as 'summary.other'] ?? widget['summary.other']).replace('{count}', String(count));
	};
	assert.equal(say(1), 'إجابة واحدة تحتاج إلى مراجعة.');
	assert.equal(say(2), 'عدد الإجابات التي تحتاج إلى مراجعة: 2.');
	assert.equal(say(3), '3 إجابات تحتاج إلى مراجعة.');
	assert.equal(say(11), '11 إجابة تحتاج إلى مراجعة.');
	assert.equal(say(100), 'عدد الإجابات التي تحتاج إلى مراجعة: 100.');
});
