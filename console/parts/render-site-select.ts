import { html } from 'lit';

/**
 * A choice among sites.
 * @param more a first entry beside them, such as all sites, as value and word
 */
export function renderSiteSelect(
	sites: readonly string[],
	chosen: string | undefined,
	change: (event: Event) => void,
	more?: readonly [value: string, word: string],
) {
	return html`<label>Site
		<select name="site" @change=${change}>
			${more && html`<option value=${more[0]}>${more[1]}</option>`}
			${sites.map((site) => html`<option value=${site} ?selected=${site === chosen}>${site}</option>`)}
		</select>
	</label>`;
}
