import { html, nothing, type PropertyValues } from 'lit';
import type { ConsoleAttempt, ConsoleDetail, ConsoleState, ConsoleTrace } from '../../contract/console.ts';
import { Loader } from '../client/loader.ts';
import { toLongTime } from '../format/describe-time.ts';
import { STATE_WORDS } from '../format/state-words.ts';
import { toFacts } from '../format/to-facts.ts';
import type { ConfirmDialog } from '../parts/confirm-dialog.ts';
import { renderState } from '../parts/render-state.ts';
import { renderStatus } from '../parts/render-status.ts';
import { toHash } from '../route/route.ts';
import { shared } from '../shared.styles.ts';
import { actionsOf, type LeadAction } from './lead-actions.ts';
import { styles } from './lead-view.styles.ts';
import { View } from './view.ts';

/** How soon a lead that is under way is looked at again, in milliseconds. */
const LOOK_AGAIN_MS = 2000;

const STEPS: Readonly<Record<ConsoleAttempt['step'], string>> = {
	send: 'Sent',
	find: 'Looked for at the vendor',
	confirm: 'Asked how the vendor’s job ended',
	recover: 'Cut off by a restart',
};

/** One lead at one destination: where it stands, how it went, what to do; and, once asked, what the visitor sent. */
export class LeadView extends View {
	static override styles = [shared, styles];
	static override properties = { ...View.properties, notice: { state: true } };

	declare notice: string | undefined;
	readonly #trace = new Loader<ConsoleTrace>(this);
	readonly #detail = new Loader<ConsoleDetail>(this);
	readonly #action = new Loader<ConsoleState>(this);
	#timer: ReturnType<typeof setTimeout> | undefined;

	override willUpdate(changed: PropertyValues): void {
		if (!changed.has('route')) return;
		this.notice = undefined;
		for (const loader of [this.#trace, this.#detail, this.#action]) loader.clear();
		void this.#load();
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		clearTimeout(this.#timer);
	}

	override render() {
		const { value: trace, problem, loading } = this.#trace;
		const { site, number } = this.route.query;
		return html`<a class="back" href=${toHash('leads', { site })}>← Leads of ${site}</a>
			<div class="head"><h1 tabindex="-1">Lead #${number} ${trace ? renderState(trace.state) : nothing}</h1>
				<button @click=${() => this.#load()} ?disabled=${loading}>Refresh</button></div>
			${renderStatus(this.#action.problem ?? problem ?? this.#detail.problem, this.notice)}
			${trace ? this.#renderTrace(trace) : loading ? html`<p class="empty">Reading…</p>` : nothing}
			<confirm-dialog></confirm-dialog>`;
	}

	#renderTrace(trace: ConsoleTrace) {
		return html`<p class="quiet">${STATE_WORDS[trace.state].meaning}</p>
			<div class="row actions">${actionsOf(trace.state).map(
				(action) =>
					html`<button class=${action.look ?? ''} ?disabled=${this.#action.loading} @click=${() => this.#do(action)}>${action.word}</button>`,
			)}</div>
			<div class="grid">
				<section class="card"><h2>Delivery</h2><dl>
					${this.#renderFact('Destination', trace.destination)}
					${this.#renderFact('Received', toLongTime(trace.receivedAt))}
					${this.#renderFact('Reason', trace.reason)}
					${this.#renderFact('Next step', trace.dueAt && toLongTime(trace.dueAt))}
					${this.#renderFact('Attempts', String(trace.attempts))}
					${this.#renderFact('Last step', trace.settledAt && toLongTime(trace.settledAt))}
					${this.#renderFact('Restarted', trace.restartedAt && toLongTime(trace.restartedAt))}
					${this.#renderFact('Vendor’s receipt', trace.reference)}
					${this.#renderFact('Lead’s id', trace.id)}
				</dl></section>
				<section class="card"><h2>History</h2>${this.#renderHistory(trace)}</section>
				<section class="card wide"><h2>What the visitor sent</h2>${this.#renderLead()}</section>
			</div>`;
	}

	#renderFact(name: string, value: string | null) {
		return value ? html`<dt>${name}</dt><dd>${value}</dd>` : nothing;
	}

	#renderHistory({ history, state, attempts }: ConsoleTrace) {
		if (history.length === 0) {
			const smooth = state === 'delivered' && attempts > 0;
			return html`<p class="quiet">${smooth ? 'It went through at the first attempt.' : 'Nothing has gone wrong yet.'}</p>`;
		}
		return html`<ol class="history">${history.map(
			({ at, step, outcome, reason, ms }) => html`<li>
				<strong>${STEPS[step]}</strong> ${renderState(outcome)}
				${reason ? html`<div>${reason}</div>` : nothing}
				<div class="quiet small">${toLongTime(at)} · ${ms} ms</div>
			</li>`,
		)}</ol>`;
	}

	#renderLead() {
		const { value, loading } = this.#detail;
		if (!value) {
			return html`<p class="quiet">Hidden. Looking at it is written into the audit log.</p>
				<p><button @click=${this.#show} ?disabled=${loading}>Show it</button></p>`;
		}
		if (value.lead === null) return html`<p class="quiet">Erased.</p>`;
		return html`<dl>${toFacts(value.lead).map(({ name, value }) => this.#renderFact(name, value))}</dl>`;
	}

	get #path(): string {
		const { site = '', number = '' } = this.route.query;
		return `/leads/${encodeURIComponent(site)}/${encodeURIComponent(number)}`;
	}

	async #load(): Promise<void> {
		clearTimeout(this.#timer);
		const loaded = await this.#trace.run(() => this.client.get(`${this.#path}?fields=history`));
		const state = this.#trace.value?.state;
		if (!loaded || !this.isConnected || (state !== 'queued' && state !== 'confirming')) return;
		this.#timer = setTimeout(() => void this.#load(), LOOK_AGAIN_MS);
	}

	#show(): void {
		void this.#detail.run(() => this.client.get(this.#path));
	}

	async #do({ name, word, question, body }: LeadAction): Promise<void> {
		const dialog = this.renderRoot.querySelector('confirm-dialog') as ConfirmDialog;
		if (question && !(await dialog.ask(question))) return;
		this.notice = undefined;
		const done = await this.#action.run(
			async () => (await this.client.post<{ state: ConsoleState }>(`${this.#path}/${name}`, body)).state,
		);
		if (done) this.notice = `${word}: done. It is ${this.#action.value} now.`;
		// What was shown may be erased now.
		this.#detail.clear();
		await this.#load();
	}
}
