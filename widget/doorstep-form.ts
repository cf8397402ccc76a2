import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Form } from '../contract/form.ts';
import type { Listing } from '../contract/lead.ts';
import type { Issue } from '../contract/problem.ts';
import { AnswersController } from './answers/answers-controller.ts';
import { styles } from './doorstep-form.styles.ts';
import { emit } from './events.ts';
import { FormController } from './form/form-controller.ts';
import { registerForm } from './form/registry.ts';
import { readAttribution } from './page/read-attribution.ts';
import { readListing, toListingName } from './page/read-listing.ts';
import { buildLead } from './send/build-lead.ts';
import { Submission } from './send/submission.ts';
import { toInputId } from './view/field-view.ts';
import { renderForm } from './view/render-form.ts';
import { renderSent } from './view/render-sent.ts';

/**
 * A lead form for a property listing page. Its fields, words and consents come from the Worker as a `Form`, inside the
 * site's script (`/:site.js`) or by a request; everything about the listing comes from the page.
 *
 * What the element holds in the light DOM (a plain form, for pages where scripts don't run) is shown until there is a
 * `Form`, then taken out: left in, it would be a second form to password managers and to the page's own scripts.
 *
 * Lit creates a Trusted Types policy named `lit-html`; a page that lists its policies has to allow that name.
 *
 * @fires doorstep-submit - before sending; cancelable. `detail.id`
 * @fires doorstep-submitted - the Worker has stored the lead. `detail.id`
 * @fires doorstep-failed - the lead did not get through. `detail.code`
 * @fires doorstep-invalid - answers need a look. `detail.fields`
 *
 * @csspart card - the box around everything
 * @csspart heading, about - title and what the form is about
 * @csspart field, label, optional, display, input, unit, option, hint, error, consent - the fields
 * @csspart summary, failure - what is wrong, above the fields and above the button
 * @csspart submit, sent, again - the button, the thank-you and its button
 *
 * @cssproperty --doorstep-accent - colour of button, focus and ticks
 * @cssproperty --doorstep-on-accent - colour of words on the accent [black or white, by the accent]
 * @cssproperty --doorstep-error - colour of what is wrong
 * @cssproperty --doorstep-color - colour of words [the page's]
 * @cssproperty --doorstep-font - font family [the page's]
 * @cssproperty --doorstep-surface - background of the card
 * @cssproperty --doorstep-field - background of the inputs
 * @cssproperty --doorstep-line - colour of the line around the card
 * @cssproperty --doorstep-radius - rounding of inputs and buttons [0.625em]
 * @cssproperty --doorstep-padding - space inside the card
 * @cssproperty --doorstep-width - greatest width [34em]
 * @cssproperty --doorstep-shadow - shadow of the card
 */
export class DoorstepForm extends LitElement {
	static override styles = styles;
	static override properties = { listing: {}, site: {}, endpoint: {}, lang: { reflect: true } };

	/** Takes what a script brought: its origin and, mostly, a form. Other copies of the script call it too. */
	static register = registerForm;

	/** The ad's reference. Absent: read from the page. */
	declare listing: string | null;
	/** The site's id. Absent: that of the first script on the page that brought a form. */
	declare site: string | null;
	/** The Worker's origin. Absent: that of the script. */
	declare endpoint: string | null;
	/** The language wanted, BCP 47. Absent: the page's, by the closest `lang`; then the form's own. */
	declare lang: string;

	#source = new FormController(this);
	#answers = new AnswersController(this);
	#submission = new Submission();
	#listing: Listing = {};
	#state: 'editing' | 'sending' | 'sent' = 'editing';
	#failure: string | undefined;
	#summarised = false;

	/** @internal The form being shown, once there is one. */
	get shownForm(): Form | undefined {
		return this.#source.form;
	}

	/** @internal The native form, once it is rendered. */
	get nativeForm(): HTMLFormElement | null {
		return this.renderRoot?.querySelector('form') ?? null;
	}

	override connectedCallback(): void {
		super.connectedCallback();
		this.#readListing();
	}

	override willUpdate(changed: PropertyValues): void {
		if (changed.has('listing')) this.#readListing();
	}

	override updated(): void {
		if (!this.shownForm) return;
		for (const child of [...this.children]) if (!child.slot) child.remove();
	}

	override render(): TemplateResult | typeof nothing {
		const form = this.shownForm;
		if (!form) return this.#source.missing ? html`<slot></slot>` : nothing;
		return html`<div class="card" part="card" lang=${form.language} dir=${form.direction}>
			${this.#state === 'sent' ? renderSent(form, this.#startAgain) : this.#renderForm(form)}
		</div>`;
	}

	#renderForm(form: Form): TemplateResult {
		return renderForm({
			form,
			answers: this.#answers,
			about: toListingName(this.#listing),
			sending: this.#state === 'sending',
			failure: this.#failure,
			summarised: this.#summarised,
			onSubmit: this.#onSubmit,
			goTo: (name) => this.#focus(`#${CSS.escape(toInputId(name))}`),
		});
	}

	#readListing(): void {
		this.#listing = readListing(document, this.listing);
	}

	#onSubmit = async (event: Event): Promise<void> => {
		event.preventDefault();
		const form = this.shownForm;
		if (this.#state === 'sending' || !form) return;
		this.#failure = undefined;
		if (this.#land(this.#answers.check())) return;

		// A page of a client-side router may have written its listing after the form came up.
		this.#readListing();
		const { fields, answerOf, isTicked } = this.#answers;
		const context = { listing: this.#listing, attribution: readAttribution(document) };
		const id = this.#submission.prepare(buildLead(form, { fields, answerOf, isTicked, ...context }));
		if (!emit(this, 'doorstep-submit', { id })) return;

		this.#enter('sending');
		const outcome = await this.#submission.send(`${this.#source.siteUrl}/leads`);
		if (outcome.result === 'stored') {
			this.#answers.clear();
			this.#enter('sent');
			emit(this, 'doorstep-submitted', { id });
			this.#focus('h2');
			return;
		}
		this.#enter('editing');
		if (outcome.result === 'refused' && this.#land(outcome.issues)) return;
		this.#failure = outcome.code;
		emit(this, 'doorstep-failed', { code: outcome.code });
	};

	/**
	 * Shows issues at their fields, and all of them in the summary, which takes the focus.
	 * @returns whether any of them has a field to show it at
	 */
	#land(issues: Issue[]): boolean {
		const landed = this.#answers.show(issues);
		this.#summarised = landed.length > 0;
		if (!this.#summarised) return false;
		emit(this, 'doorstep-invalid', { fields: landed.map(({ field }) => field) });
		this.#focus('.summary');
		return true;
	}

	#startAgain = (): void => {
		this.#enter('editing');
		this.#focus('[part~="input"]');
	};

	#enter(state: 'editing' | 'sending' | 'sent'): void {
		this.#state = state;
		this.requestUpdate();
	}

	async #focus(selector: string): Promise<void> {
		await this.updateComplete;
		this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'doorstep-form': DoorstepForm;
	}
}
