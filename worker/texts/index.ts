import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';
import { pt } from './pt.ts';
import type { Language, Texts } from './texts.ts';

const TEXTS: Record<Language, Texts> = { en, es, pt, fr, de, it, nl, ar };

/**
 * The texts of the first language asked for that Doorstep speaks.
 * @param wanted BCP 47 tags in order of preference; `es-MX` is served by `es`
 */
export function findTexts(...wanted: (string | undefined)[]): Texts {
	for (const tag of wanted) {
		const base = tag?.toLowerCase().split('-')[0];
		if (base !== undefined && Object.hasOwn(TEXTS, base)) return TEXTS[base as Language];
	}
	return en;
}
