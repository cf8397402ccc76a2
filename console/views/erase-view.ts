import { css, html, nothing } from 'lit';
import type { ConsoleErasure } from '../../contract/console.ts';
import { Loader } from '../client/loader.ts';
import type { ConfirmDialog } from '../parts/confirm-dialog.ts';
import { renderSiteSelect } from '../parts/render-site-select.ts';
import { renderStatus } from '../parts/render-status.ts';
import { toHash } from '../route/route.ts';
import { shared } from '../shared.styles.ts';
import { View } from './view.ts';

interface Answer {
	erased: number;
	sites: ConsoleErasure[];
}

/** Erases a person who asks to be forgotten, and says what is left to do at the vendors. */
export class EraseView extends View {
	static override styles = [
		shared,
		css`
			form {
				display: grid;
				gap: 0.9rem;
				max-width: 32rem;
			}
			.result {
				margin-top: 1rem;
			}
			.result li {
				padding: 0.4rem 0;
			}
		`,
	];

	readonly #result = new Loader<Answer>(this);

	override render() {
		const { value, problem, loading } = this.#result;
		return html`<div class="head"><h1 tabindex="-1">Erase a person</h1></div>
			${renderStatus(problem, value && toWords(value))}
			<form class="card" @submit=${this.#submit}>
				<p class="quiet">Their leads lose every personal value, at once and for good. What waits is not sent any more.</p>
				${renderSiteSelect(this.sites, undefined, () => {}, ['*', 'All sites'])}
				<label>E-mail <input name="email" type="email" autocomplete="off"></label>
				<label>Phone, with its country code where all sites are asked <input name="phone" type="tel" autocomplete="off"></label>
				<button class="danger" ?disabled=${loading}>${loading ? 'Reading every lead…' : 'Erase'}</button>
			</form>
			${value ? this.#renderResult(value) : nothing}
			<confirm-dialog></confirm-dialog>`;
	}

	#renderResult({ sites }: Answer) {
		const delivered = sites.flatMap(({ site, delivered }) => delivered.map((one) => ({ site, ...one })));
		const underWay = sites.flatMap(({ site, underWay }) => underWay.map((number) => ({ site, number })));
		return html`${
			delivered.length === 0
				? nothing
				: html`<section class="card result"><h2>Erase these at the vendor, too</h2><ul>${delivered.map(
						({
							site,
							number,
							destination,
							reference,
						}) => html`<li><a href=${toHash('lead', { site, number })}>${site} #${number}</a>
							at ${destination}${reference ? `, its receipt: ${reference}` : ''}</li>`,
					)}</ul></section>`
		}
			${
				underWay.length === 0
					? nothing
					: html`<section class="card result"><h2>On their way just now: look again in a minute</h2><ul>${underWay.map(
							({ site, number }) => html`<li><a href=${toHash('lead', { site, number })}>${site} #${number}</a></li>`,
						)}</ul></section>`
			}`;
	}

	async #submit(event: SubmitEvent): Promise<void> {
		event.preventDefault();
		const form = event.target as HTMLFormElement;
		const given = [...new FormData(form)].filter(([, value]) => value !== '');
		const dialog = this.renderRoot.querySelector('confirm-dialog') as ConfirmDialog;
		const yes = await dialog.ask({
			title: 'Erase this person?',
			text: 'This can’t be taken back.',
			action: 'Erase',
		});
		if (yes && (await this.#result.run(() => this.client.post('/erase', Object.fromEntries(given))))) form.reset();
	}
}

function toWords({ erased }: Answer): string {
	return erased === 0
		? 'Doorstep has nothing of this person.'
		: `${erased} ${erased === 1 ? 'lead is' : 'leads are'} erased.`;
}
