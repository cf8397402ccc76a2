import { findTexts } from '../../worker/texts/index.ts';
import { toTextsPath } from '../../worker/texts/load-texts.ts';
import { LANGUAGES } from '../../worker/texts/texts.ts';

/** An environment that has the texts among its static files, as the Worker's has, for tests outside the runtime. */
export const TEXTS_ENV = {
	ASSETS: {
		async fetch(url: string): Promise<Response> {
			const language = LANGUAGES.find((language) => toTextsPath(language) === new URL(url).pathname);
			return language ? Response.json(findTexts(language)) : new Response(null, { status: 404 });
		},
	},
};
