import type { ConsentPurpose } from '../../contract/field.ts';
import { sha256 } from '../intake/hash.ts';
import type { Site } from '../site/define-site.ts';
import { LANGUAGES, type Language } from '../texts/texts.ts';

/** One consent text a site shows, or showed before, in one language. */
export interface Wording {
	purpose: ConsentPurpose;
	wordingId: string;
	/** The language the words are written in. */
	language: Language;
	text: string;
	/** SHA-256 of `text` in UTF-8, hex: the name by which a form gives it and a lead returns it. */
	hash: string;
}

const wordings = new WeakMap<Site, Promise<Wording[]>>();

/** Every wording of a site, in every language, today's and earlier ones. Hashed once an isolate. */
export function findWordings(site: Site): Promise<Wording[]> {
	const found = wordings.get(site) ?? toWordings(site);
	wordings.set(site, found);
	return found;
}

function toWordings(site: Site): Promise<Wording[]> {
	const all = site.form.consent.flatMap(({ purpose, wordingId, text, earlier = [] }) =>
		[{ wordingId, text }, ...earlier].flatMap((version) =>
			LANGUAGES.flatMap((language) => {
				const words = version.text[language];
				return words === undefined ? [] : [{ purpose, wordingId: version.wordingId, language, text: words }];
			}),
		),
	);
	return Promise.all(all.map(async (wording) => ({ ...wording, hash: await sha256(wording.text) })));
}
