import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';
import { pt } from './pt.ts';
import { findLanguage, type Language, type Texts } from './texts.ts';

const TEXTS: Record<Language, Texts> = { en, es, pt, fr, de, it, nl, ar };

/** All texts, for the build and for tests. The Worker has English in its bundle and loads the others. */
export function findTexts(...wanted: (string | undefined)[]): Texts {
	return TEXTS[findLanguage(...wanted)];
}
