import type { DemoListing } from '../listings/listing.ts';
import { type Html, html } from './html.ts';

/** How the form stands in the page, in the order in which the portal offers them. */
const APPEARANCES = ['inline', 'dialog', 'bar'] as const;

/** How the form stands in the page. */
export type Appearance = (typeof APPEARANCES)[number];

/** What an address asks for (`?appearance=bar`); `inline` where that is none. */
export function toAppearance(asked: string | null): Appearance {
	return APPEARANCES.find((appearance) => appearance === asked) ?? 'inline';
}

const NAMES: Readonly<Record<Appearance, string>> = { inline: 'Inline', dialog: 'Dialog', bar: 'Bar on phones' };

/**
 * The code that puts the form of this page on any other, to copy, and the same form in its other looks. It speaks to the
 * developer who tries the demo, so it is in English on every page.
 */
export function renderSnippet(listing: DemoListing, workerUrl: string, appearance: Appearance): Html {
	const { site, path, reference } = listing;
	const look = appearance === 'inline' ? '' : ` appearance="${appearance}"`;
	const code = `<script type="module" async src="${workerUrl}/${site}.js"></script>
<doorstep-form listing="${reference}"${look}></doorstep-form>`;
	return html`			<details class="snippet" lang="en" dir="ltr"><summary>Embed code</summary>
				<pre tabindex="0" aria-label="Embed code"><code>${code}</code></pre>
				<p class="snippet-bar"><button type="button" hidden data-copy>Copy</button><span role="status"></span></p>
				<p>All of it. See the form ${APPEARANCES.map((one) =>
					one === appearance
						? html`<b>${NAMES[one]}</b> · `
						: html`<a href="${path}${one === 'inline' ? '' : `?appearance=${one}`}">${NAMES[one]}</a> · `,
				)}<a href="/framed/${site}">In a frame</a> · <a href="${workerUrl}/${site}?listing=${reference}">As a page</a></p>
			</details>`;
}
