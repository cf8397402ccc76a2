import { readAsset } from '../assets.ts';
import { log } from '../log.ts';
import type { Environment } from '../site/secret.ts';
import { en } from './en.ts';
import type { Language, Texts } from './texts.ts';

const loaded = new Map<Language, Promise<Texts>>();

/**
 * The texts of a language. English is in the bundle; the others are static files, read once an isolate. Where one can't
 * be read, English stands in, so that a form is shown and a lead goes out all the same; the next call tries again.
 */
export async function loadTexts(language: Language, env: Environment): Promise<Texts> {
	if (language === 'en') return en;
	const texts = loaded.get(language) ?? read(language, env);
	loaded.set(language, texts);
	try {
		return await texts;
	} catch (error) {
		loaded.delete(language);
		log('texts_failed', { reason: error instanceof Error ? error.message : '' }, 'error');
		return en;
	}
}

/** Where the build puts a language's texts among the static files. */
export function toTextsPath(language: Language): string {
	return `/texts/${language}.json`;
}

async function read(language: Language, env: Environment): Promise<Texts> {
	return JSON.parse(await readAsset(env, toTextsPath(language))) as Texts;
}
