import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Form, FormTexts } from '../contract/form.ts';
import type { Desk } from './desk/desk.ts';
import { styles } from './doorstep-form.styles.ts';
import { FormController } from './form/form-controller.ts';
import { registerForm } from './form/registry.ts';
import type { Frame } from './frame/frame.ts';
import { kit } from './kit.ts';
import { type Part, parts } from './lazy-parts.ts';
import { hasLeftovers, toDraftKey } from './page/leftovers.ts';
import { type PageListing, readListing } from './page/read-listing.ts';
import { say } from './texts.ts';
import { isChosen } from './view/render-field.ts';
import { renderForm } from './view/render-form.ts';

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
 * @csspart submit, back, skip, sent, again - the buttons, the thank-you and its button
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
export class DoorstepForm extends LitElement {
	static override styles = styles;
	static override properties = {
		listing: {},
		site: {},
		endpoint: {},
		lang: { reflect: true },
		mode: {},
		intent: {},
		agent: {},
		appearance: {},
		analytics: { type: Boolean },
		texts: { attribute: false },
	};

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
	/** `contact` asks the first step only, even where the site's form has more. */
	declare mode: 'contact' | 'qualify' | null;
	/** What the visitor wants, where the page knows: `buy`, `rent`, `sell` or `let`. */
	declare intent: string | null;
	/** `none` leaves out who answers. */
	declare agent: string | null;
	/** `dialog`: a button that opens the form. `bar`: the form, and on small screens a bar that leads to it. */
	declare appearance: 'inline' | 'dialog' | 'bar' | null;
	/** Tells the page's `dataLayer` of leads and steps, without anything typed. */
	declare analytics: boolean;
	/** Words of the page's own in place of the form's, by code. */
	declare texts: FormTexts | undefined;

	/** @internal The form being shown, once there is one. */
	shownForm: Form | undefined;
	/** @internal What the page tells of its listing. */
	page: PageListing = { listing: {}, thing: {} };
	#source = new FormController(this);
	#desk: Desk | undefined;
	#frame: Frame | undefined;
	#parts: { [Name in 'desk' | 'fields' | 'frame']?: Part<Name> } = {};
	#waiting = false;
	#unable = false;

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
		return (await this.#getFrame())?.open();
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
		this.readPage();
	}

	override willUpdate(changed: PropertyValues): void {
		if (changed.has('listing')) this.readPage();
	}

	/** After the controllers have looked for the form. */
	protected override update(changed: PropertyValues): void {
		const { form } = this.#source;
		this.shownForm = form && {
			...form,
			texts: { ...form.texts, ...this.texts },
			steps: this.mode === 'contact' ? form.steps.slice(0, 1) : form.steps,
		};
		super.update(changed);
	}

	override updated(): void {
		if (!this.shownForm) return;
		for (const child of [...this.children]) if (!child.slot) child.remove();
		// Of the first step at once, of the others as soon as the visitor begins.
		const ahead = this.#desk ? this.shownForm.steps : this.shownForm.steps.slice(0, 1);
		if (ahead.some(({ fields }) => fields.some(isChosen))) void this.#get('fields');
		if (!this.#isInline) void this.#getFrame();
		if (!this.#desk && (!this.#isInline || hasLeftovers(this.draftKey))) void this.#getDesk();
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
		return this.#isInline ? card : html`${this.#frame?.render(form, card)}`;
	}

	get #isInline(): boolean {
		return (this.appearance ?? 'inline') === 'inline';
	}

	#getDesk = async (): Promise<Desk | undefined> => {
		const part = await this.#get('desk');
		if (part) this.#desk ??= new part.Desk(this, kit);
		return this.#desk;
	};

	async #getFrame(): Promise<Frame | undefined> {
		const part = await this.#get('frame');
		if (part) this.#frame ??= new part.Frame(this, kit);
		// A form in its plain place is better than none.
		else this.appearance = 'inline';
		return this.#frame;
	}

	/** Gets a part, and the first time puts on its style sheet and shows what it brings. */
	async #get<Name extends 'desk' | 'fields' | 'frame'>(name: Name): Promise<Part<Name> | undefined> {
		const part = (await parts[name]()) as Part<Name> | undefined;
		if (part && !this.#parts[name]) {
			Object.assign(this.#parts, { [name]: part });
			const sheet = new CSSStyleSheet();
			sheet.replaceSync(part.styles);
			(this.renderRoot as ShadowRoot).adoptedStyleSheets.push(sheet);
			this.requestUpdate();
		}
		return part;
	}

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
