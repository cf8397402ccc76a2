import { css, html, LitElement, nothing, unsafeCSS } from 'lit';
import styles from './form.css?text';
import { check, FIELDS, send } from './lead.js';

/** The floor: the five fields in Lit, written by hand, and nothing more. */
class LeadForm extends LitElement {
	static styles = css`${unsafeCSS(styles)}`;
	static properties = { faults: { state: true }, phase: { state: true } };

	constructor() {
		super();
		this.faults = {};
		this.phase = 'editing';
	}

	async submit(event) {
		event.preventDefault();
		if (this.phase === 'sending') return;
		const { elements } = event.target;
		const lead = Object.fromEntries(
			FIELDS.map(({ name, type }) => [name, type === 'checkbox' ? elements[name].checked : elements[name].value]),
		);
		this.faults = check(lead);
		const first = FIELDS.find(({ name }) => this.faults[name]);
		if (first) {
			await this.updateComplete;
			return elements[first.name].focus();
		}
		this.phase = 'sending';
		this.phase = (await send(lead).then(
			({ ok }) => ok,
			() => false,
		))
			? 'sent'
			: 'failed';
	}

	field({ name, label, type, autocomplete }) {
		const fault = this.faults[name];
		const invalid = fault ? 'true' : nothing;
		const error = `${name}-error`;
		const input =
			type === 'textarea'
				? html`<textarea id=${name} name=${name} required aria-invalid=${invalid} aria-describedby=${error}></textarea>`
				: html`<input id=${name} name=${name} type=${type} required autocomplete=${autocomplete} aria-invalid=${invalid} aria-describedby=${error}>`;
		const tick = type === 'checkbox';
		return html`<label class=${tick ? 'tick' : ''} for=${name}>${tick ? [input, label] : [label, input]}</label>
			<span class="error" id=${error}>${fault}</span>`;
	}

	render() {
		if (this.phase === 'sent') return html`<p role="status">Thank you</p>`;
		return html`<form class="form" novalidate @submit=${this.submit}>${FIELDS.map((field) => this.field(field))}
			<button ?disabled=${this.phase === 'sending'}>Send</button>
			<p role="status">${this.phase === 'failed' ? 'Could not send, try again' : ''}</p></form>`;
	}
}

customElements.define('lead-form', LeadForm);
