import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Form } from '../contract/form.ts';
import type { Desk } from './desk/desk.ts';
import { styles } from './doorstep-form.styles.ts';
import { FormController } from './form/form-controller.ts';
import { registerForm } from './form/registry.ts';
import { FormAttributes } from './form-attributes.ts';
import type { Frame } from './frame/frame.ts';
import { getPart, type HostParts } from './host-parts.ts';
import { kit } from './kit.ts';
import { hasLeftovers, toDraftKey } from './page/leftovers.ts';
import { type PageListing, readListing } from './page/read-listing.ts';
import { readVisit, rememberVisit } from './page/visit.ts';
import { whenIdle } from './page/when-idle.ts';
import { say } from './texts.ts';
import { upgrade } from './upgrade.ts';
import { isChosen } from './view/render-field.ts';
import { renderForm } from './view/render-form.ts';
import { renderOpener } from './view/render-opener.ts';

/**
 * Screens on which the bar may come to show (`frame.styles.ts`), now or when they are turned: it is the one thing that
 * needs a part nobody has asked for yet.
 */
const SMALL = '(max-width:40em),(max-device-width:40em),(max-device-height:40em)';

/**
 * A lead form for a property listing page. Its fields, words and consents come from the Worker as a `Form`, inside the
 * site's script (`/:site.js`) or by a request; everything about the listing comes from the page.
 *
 * This file and what it imports show the form and let it be typed into. What checks, keeps and sends is the desk, which
 * comes at the visitor's first touch, or at once where an earlier page left something.
 *
 * What the element holds in the light DOM (a plain form, for pages where scripts don't run) is shown until there is a
 * `Form`, then taken out: left in, it would be a second form to password managers and to the page's own scripts.
 *
 * Lit creates a Trusted Types policy named `lit-html`; a page that lists its policies has to allow that name.
 *
 * @fires doorstep-submit - before sending; cancelable. `detail.id`
 * @fires doorstep-submitted - the Worker has stored the lead. `detail.id`
 * @fires doorstep-delivered - the agency's system has the lead. `detail.id`
 * @fires doorstep-failed - the lead did not get through. `detail.code`
 * @fires doorstep-invalid - answers need a look. `detail.fields`
 * @fires doorstep-step - another step is on the screen. `detail.step`, `detail.steps`
 *
 * @slot heading - in place of the title
 * @slot consent - below the consents, such as a link to the privacy notice
 * @slot sent - in place of the thank-you's words
 *
 * @csspart card - the box around everything
 * @csspart agent, heading, about - who answers, title and what the form is about
 * @csspart field, label, optional, display, input, unit, option, hint, suggestion, error, consent - the fields
 * @csspart progress, summary, failure - where one stands, and what is wrong
 * @csspart submit, back, skip, sent, receipt, again - the buttons, the thank-you, its link and its button
 * @csspart open, dialog, close, bar, call, whatsapp - the other appearances
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
export class DoorstepForm extends FormAttributes {
	static override styles = styles;

	/** Takes what a script brought: its origin and, mostly, a form. Other copies of the script call it too. */
	static register = registerForm;

	/** Makes forms of the `<div data-doorstep>` that a router has put in since the script did. */
	static upgrade = upgrade;

	/** @internal What the page tells of its listing. */
	page: PageListing = { listing: {}, thing: {} };
	#source = new FormController(this);
	#desk: Desk | undefined;
	#frame: Frame | undefined;
	#parts: HostParts = {};
	#waiting = false;
	#unable = false;

	/** @internal The form being shown, once there is one. */
	get shownForm(): Form | undefined {
		return this.#source.shown;
	}

	/** @internal The native form, once it is rendered. */
	get nativeForm(): HTMLFormElement | null {
		return this.renderRoot?.querySelector('form') ?? null;
	}

	/** @internal The address below which everything of the site is. */
	get siteUrl(): string {
		return this.#source.siteUrl;
	}

	/** @internal The key of this form's draft. */
	get draftKey(): string {
		return toDraftKey(this.shownForm?.site, this.page.listing.reference);
	}

	/** Opens the dialog, where the appearance is one. */
	async open(): Promise<void> {
		if (this.#isDialog) await (await this.#getFrame())?.open();
	}

	/** Closes the dialog. */
	close(): void {
		this.#frame?.close();
	}

	/** @internal Reads the page anew: a client-side router may have written it after the form came up. */
	readPage(): void {
		this.page = readListing(document, this.listing);
	}

	/** @internal Takes the whole form in the place of its first part, for every element that shows it. */
	takeForm(form: Form): void {
		Object.assign(this.#source.form ?? {}, form);
		this.requestUpdate();
	}

	protected override createRenderRoot(): HTMLElement | DocumentFragment {
		const root = super.createRenderRoot();
		root.addEventListener('focusin', this.#getDesk);
		root.addEventListener('pointerdown', this.#getDesk);
		root.addEventListener('submit', this.#onSubmit);
		return root;
	}

	override connectedCallback(): void {
		super.connectedCallback();
		// A router may have put it into another page: what is read for a listing is read anew, once, before the render.
		this.requestUpdate('listing', 0);
		document.addEventListener('click', this.#onPageClick);
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		document.removeEventListener('click', this.#onPageClick);
	}

	override willUpdate(changed: PropertyValues): void {
		if (changed.has('listing')) this.readPage();
		if (changed.has('attribution')) rememberVisit(readVisit(), this.attribution === 'off');
	}

	override updated(): void {
		if (!this.shownForm) return;
		for (const child of [...this.children]) if (!child.slot) child.remove();
		// What is seen at once, and all of it as soon as the visitor begins.
		const ahead = this.shownForm.steps.slice(0, this.#desk ? undefined : this.#isDialog ? 0 : 1);
		if (ahead.some(({ fields }) => fields.some(isChosen))) void getPart(this, this.#parts, 'fields');
		if (this.appearance === 'bar' && matchMedia(SMALL).matches) void this.#getFrame();
		if (!this.#desk) whenIdle(this.#getDeskForLeftovers);
	}

	override render(): TemplateResult | typeof nothing {
		const form = this.shownForm;
		if (!form) return this.#source.missing ? html`<slot></slot>` : nothing;
		const card = html`<div class="box card" part="card" lang=${form.language} dir=${form.direction}>
			${
				this.#desk?.instead ??
				renderForm({
					form,
					agent: this.agent === 'none' ? undefined : form.agent,
					action: `${this.siteUrl}/leads`,
					listing: this.page.listing,
					fields: this.#parts.fields,
					given: { intent: this.intent },
					state: this.#desk?.state,
					sending: this.#waiting,
					failure: this.#unable ? say(form, 'failed') : undefined,
				})
			}
		</div>`;
		return html`${this.#isDialog ? renderOpener(form, this.texts?.open, this.open) : card}
			${this.#isDialog || this.appearance === 'bar' ? this.#frame?.render(form, card) : nothing}`;
	}

	get #isDialog(): boolean {
		return this.appearance === 'dialog';
	}

	#getDesk = async (): Promise<Desk | undefined> => {
		const part = await getPart(this, this.#parts, 'desk');
		if (part) this.#desk ??= new part.Desk(this, kit);
		return this.#desk;
	};

	#getDeskForLeftovers = () => {
		if (this.isConnected && hasLeftovers(this.draftKey)) void this.#getDesk();
	};

	/** Gets what goes with the form, and with the desk the words for it. */
	async #getFrame(): Promise<Frame | undefined> {
		if (!this.shownForm) return undefined;
		void this.#getDesk();
		const part = await getPart(this, this.#parts, 'frame');
		if (part) this.#frame ??= new part.Frame(this, kit);
		// A form in its plain place is better than none.
		else this.appearance = 'inline';
		return this.#frame;
	}

	/** The page's own buttons open the dialog, too. */
	#onPageClick = ({ target }: Event): void => {
		if ((target as Element).closest?.('[data-doorstep-open]')) void this.open();
	};

	#onSubmit = async (event: Event): Promise<void> => {
		event.preventDefault();
		if (this.#waiting) return;
		this.#waiting = !this.#desk;
		this.requestUpdate();
		const desk = await this.#getDesk();
		this.#waiting = false;
		if (await desk?.submit(kit)) return;
		// The last resort: the browser posts the form, as it would without scripts, and the Worker answers with a page.
		// Offline, leaving this page would lose what was typed.
		if (navigator.onLine) return this.nativeForm?.submit();
		this.#unable = true;
		this.requestUpdate();
	};
}

declare global {
	interface HTMLElementTagNameMap {
		'doorstep-form': DoorstepForm;
	}
}
