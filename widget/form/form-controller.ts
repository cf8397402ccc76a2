import type { LitElement, ReactiveController } from 'lit';
import type { Form } from '../../contract/form.ts';
import { parts } from '../lazy-parts.ts';
import { findSource, scriptOrigin, unwatch, watch } from './registry.ts';

/** The attributes of the element that name a form. */
export interface FormHost extends LitElement {
	site: string | null;
	endpoint: string | null;
}

/** Whether a form speaks the language wanted, by primary subtag: `es` serves `es-MX`. No wish is served by any form. */
function speaks(form: Form, wanted: string | undefined): boolean {
	const primary = (tag: string) => tag.toLowerCase().split('-')[0];
	return !wanted || primary(wanted) === primary(form.language);
}

/**
 * Finds the form to show: the one a script brought, where it is in the language wanted; else one from the Worker,
 * and the script's own again where that can't be had. It looks anew whenever the element updates, is connected, or
 * another script arrives.
 */
export class FormController implements ReactiveController {
	/** The form, once there is one. */
	form: Form | undefined;
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
		watch(this.#look);
		this.#look();
	}

	hostDisconnected(): void {
		unwatch(this.#look);
	}

	hostUpdate(): void {
		const { site: named, endpoint, lang } = this.#host;
		const source = findSource(named);
		const site = named || source?.form.site;
		const language = lang || this.#host.closest<HTMLElement>('[lang]')?.lang;
		const origin = (endpoint || source?.endpoint || scriptOrigin()).replace(/\/$/, '');
		this.siteUrl = `${origin}/v1/sites/${encodeURIComponent(site ?? '')}`;
		if (!site || (source && speaks(source.form, language))) {
			this.#asked = undefined;
			this.#take(source?.form);
		} else void this.#ask(`${this.siteUrl}/form?lang=${encodeURIComponent(language ?? '')}`, source?.form);
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
