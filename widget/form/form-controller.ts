import type { LitElement, ReactiveController } from 'lit';
import type { Form, FormTexts } from '../../contract/form.ts';
import { parts } from '../lazy-parts.ts';
import { findSource, scriptOrigin, watchers } from './registry.ts';

/** What the element says of the form it wants. */
export interface FormHost extends LitElement {
	site: string | null;
	endpoint: string | null;
	mode: Form['mode'] | null;
	texts: FormTexts | undefined;
}

/** Whether a form speaks the language wanted, by primary subtag: `es` serves `es-MX`. No wish is served by any form. */
function speaks(form: Form, wanted: string | undefined): boolean {
	const primary = (tag: string) => tag.toLowerCase().split('-')[0];
	return !wanted || primary(wanted) === primary(form.language);
}

/**
 * Finds the form to show: the one a script brought, where it is in the language wanted and has the steps wanted; else
 * one from the Worker, and the script's own again where that can't be had. It looks anew whenever the element updates,
 * is connected, or another script arrives.
 */
export class FormController implements ReactiveController {
	/** The form as it came, once it is here. Elements that show the same form share it. */
	form: Form | undefined;
	/** The form as this element shows it. */
	shown: Form | undefined;
	/** Whether no form can be had, as far as one knows now. */
	missing = false;
	/** The address below which everything of the site is. */
	siteUrl = '';
	#host: FormHost;
	#asked: string | undefined;

	constructor(host: FormHost) {
		this.#host = host;
		host.addController(this);
	}

	hostConnected(): void {
		watchers.add(this.#look);
		this.#look();
	}

	hostDisconnected(): void {
		watchers.delete(this.#look);
	}

	hostUpdate(): void {
		const { site: named, endpoint, lang, mode, texts } = this.#host;
		const source = findSource(named);
		const site = named || source?.form.site;
		const language = lang || this.#host.closest<HTMLElement>('[lang]')?.lang;
		const origin = (endpoint || source?.endpoint || scriptOrigin).replace(/\/$/, '');
		this.siteUrl = `${origin}/v1/sites/${site}`;
		// The contact step is in every form; the others are only in one that has them.
		const steps = mode === 'qualify' ? mode : (source?.form.mode ?? '');
		if (!site || (source && speaks(source.form, language) && steps === source.form.mode)) {
			this.#asked = undefined;
			this.#take(source?.form);
		} else
			void this.#ask(
				`${this.siteUrl}/form?${new URLSearchParams({ lang: language ?? '', mode: steps })}`,
				source?.form,
			);
		const { form } = this;
		this.shown = form && {
			...form,
			texts: { ...form.texts, ...texts },
			steps: mode === 'contact' ? form.steps.slice(0, 1) : form.steps,
		};
	}

	#look = (): void => {
		if (this.missing) this.#asked = undefined;
		this.#host.requestUpdate();
	};

	/** Asks the Worker for a form; shows the one at hand where that can't be had. */
	async #ask(url: string, atHand: Form | undefined): Promise<void> {
		if (url === this.#asked) return;
		this.#asked = url;
		const part = await parts.fetchForm();
		const form = await part?.fetchForm(url);
		// The element may want another form by now.
		if (url !== this.#asked) return;
		this.#take(form ?? atHand);
		this.#host.requestUpdate();
	}

	#take(form: Form | undefined): void {
		this.form = form;
		this.missing = !form;
	}
}
