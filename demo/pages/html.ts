/** A piece of HTML that is safe to put into a page as it stands. */
export class Html {
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}
}

type Value = string | number | Html | undefined | readonly Value[];

/** Writes HTML: every value is escaped, save what is `Html` already; lists are joined, undefined is nothing. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
	return new Html(parts.reduce((text, part, i) => text + write(values[i - 1]) + part));
}

function write(value: Value): string {
	if (value === undefined) return '';
	if (value instanceof Html) return value.text;
	if (typeof value === 'object') return value.map(write).join('');
	return String(value).replace(/[&<>"']/g, (character) => ESCAPES[character] as string);
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** JSON for a `<script type="application/ld+json">`: no `<` in it can end the element. */
export function jsonForScript(value: unknown): Html {
	return new Html(JSON.stringify(value, null, '\t').replaceAll('<', '\\u003c'));
}
