import type { DemoListing } from '../listings/listing.ts';
import { type Html, html } from './html.ts';
import type { Appearance } from './listing-snippet.ts';
import type { PageTexts } from './page-texts.ts';

/**
 * What an embedder pastes: the two lines of Doorstep, and inside the element a plain form that works where no
 * script runs. The element takes the form's place where scripts do. The page shows by itself who answers.
 */
export function renderEmbed(listing: DemoListing, texts: PageTexts, workerUrl: string, appearance: Appearance): Html {
	return html`<script type="module" async src="${workerUrl}/${listing.site}.js"></script>
<doorstep-form listing="${listing.reference}" agent="none"${appearance === 'inline' ? undefined : html` appearance="${appearance}"`}>
	<form class="plain-form" method="post" action="${workerUrl}/v1/sites/${listing.site}/leads">
		<h2>${texts.formTitle}</h2>
		<label>${texts.name}<input name="name" autocomplete="name" required></label>
		<label>${texts.email}<input name="email" type="email" autocomplete="email" required></label>
		<label>${texts.phone}<input name="phone" type="tel" autocomplete="tel"></label>
		<label>${texts.message}<textarea name="message" rows="3">${listing.prefill}</textarea></label>
		<label class="tick"><input name="consent.contact" type="checkbox" required><span>${listing.consent}</span></label>
		<input name="listing.reference" type="hidden" value="${listing.reference}">
		<button>${texts.send}</button>
	</form>
</doorstep-form>`;
}
