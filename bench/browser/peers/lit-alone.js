import { html, LitElement } from 'lit';

customElements.define(
	'lead-form',
	class extends LitElement {
		render() {
			return html`<p>Hello</p>`;
		}
	},
);
