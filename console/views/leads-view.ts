import { html, nothing, type PropertyValues } from 'lit';
import { CONSOLE_STATES, type ConsoleDelivery, type ConsoleSite } from '../../contract/console.ts';
import { Loader } from '../client/loader.ts';
import { STATE_WORDS } from '../format/state-words.ts';
import { renderSiteSelect } from '../parts/render-site-select.ts';
import { renderState } from '../parts/render-state.ts';
import { renderStatus } from '../parts/render-status.ts';
import { renderTime } from '../parts/render-time.ts';
import { saveFile } from '../parts/save-file.ts';
import { type Route, toHash, toSearch } from '../route/route.ts';
import { shared } from '../shared.styles.ts';
import { styles } from './leads-view.styles.ts';
import { View } from './view.ts';

interface Page {
	leads: ConsoleDelivery[];
	cursor: string | null;
}

/** Rows of one page. */
const LIMIT = 25;

/** A site's leads, newest first, narrowed by what the address says. Nothing personal until it is asked for. */
export class LeadsView extends View {
	static override styles = [shared, styles];
	static override properties = { ...View.properties, names: { state: true }, notice: { state: true } };

	/** Whether the leads themselves are asked for, too: who they are from. */
	declare names: boolean;
	declare notice: string | undefined;
	readonly #page = new Loader<Page>(this);
	readonly #destinations = new Loader<readonly string[]>(this);
	readonly #file = new Loader<string>(this);

	constructor() {
		super();
		this.names = false;
	}

	override willUpdate(changed: PropertyValues): void {
		if (!changed.has('route')) return;
		this.notice = undefined;
		const before = changed.get('route') as Route | undefined;
		if (before?.query.site !== this.route.query.site || !before) this.#loadDestinations();
		this.#load();
	}

	override render() {
		const { value, problem, loading } = this.#page;
		const leads = value?.leads ?? [];
		return html`<div class="head"><h1 tabindex="-1">Leads</h1>
				<div class="row">
					<button @click=${() => this.#load()} ?disabled=${loading}>Refresh</button>
					<button @click=${() => this.#export('csv')} ?disabled=${this.#file.loading}>Export CSV</button>
					<button @click=${() => this.#export('ndjson')} ?disabled=${this.#file.loading}>Export JSON</button>
				</div></div>
			${this.#renderFilters()}
			${renderStatus(problem ?? this.#file.problem, this.notice)}
			<ul class="leads" aria-busy=${loading}>${leads.map((lead) => this.#renderLead(lead))}</ul>
			${value || !loading ? nothing : html`<p class="empty">Reading…</p>`}
			${value && leads.length === 0 && value.cursor === null ? html`<p class="empty">No lead is like that.</p>` : nothing}
			${value?.cursor ? html`<button class="more" ?disabled=${loading} @click=${this.#more}>Older ones</button>` : nothing}`;
	}

	#renderFilters() {
		const { query } = this.route;
		const option = (value: string, word: string, chosen: string | undefined) =>
			html`<option value=${value} ?selected=${value === chosen}>${word}</option>`;
		return html`<form class="filters card" @submit=${this.#filter}>
			${renderSiteSelect(this.sites, this.#site, this.#filter)}
			<label>State <select name="state" @change=${this.#filter}><option value="">All</option>
				${CONSOLE_STATES.map((state) => option(state, STATE_WORDS[state].word, query.state))}</select></label>
			<label>Destination <select name="destination" @change=${this.#filter}><option value="">All</option>
				${this.#destinations.value?.map((name) => option(name, name, query.destination))}</select></label>
			<details ?open=${Boolean(query.after || query.before || query.id)}><summary>More filters</summary><div>
				<label>Received from <input type="date" name="after" .value=${query.after ?? ''} @change=${this.#filter}></label>
				<label>Received before <input type="date" name="before" .value=${query.before ?? ''} @change=${this.#filter}></label>
				<label>Lead’s id <input name="id" .value=${query.id ?? ''} @change=${this.#filter} spellcheck="false" autocomplete="off"></label>
			</div></details>
			<label class="tick"><input type="checkbox" .checked=${this.names} @change=${this.#toggleNames}>
				<span>Show names <span class="quiet">(goes into the audit log)</span></span></label>
		</form>`;
	}

	#renderLead(delivery: ConsoleDelivery) {
		const { number, lead } = delivery;
		const name = lead && (lead.name ?? [lead.firstName, lead.lastName].filter(Boolean).join(' '));
		return html`<li><a class="lead" href=${toHash('lead', { site: this.#site, number })}>
			<span class="number">#${number}</span>
			<span class="what">${this.names ? html`<strong>${name || (lead ? 'No name' : 'Erased')}</strong>` : nothing}
				<span>${delivery.destination}</span>
				${delivery.reason ? html`<span class="quiet small">${delivery.reason}</span>` : nothing}</span>
			<span class="when quiet small">${renderTime(delivery.receivedAt)}</span>
			<span class="state">${renderState(delivery.state)}</span>
		</a></li>`;
	}

	get #site(): string | undefined {
		return this.route.query.site ?? this.sites[0];
	}

	/** What is asked of the API: the address's filters, at the site it names. */
	#search(more: Record<string, string | number | undefined>): string {
		const { state, destination, id, after, before } = this.route.query;
		return toSearch({ site: this.#site, state, destination, id, after, before, ...more });
	}

	async #read(cursor?: string): Promise<Page> {
		return this.client.get(`/leads?${this.#search({ limit: LIMIT, cursor, fields: this.names ? 'lead' : undefined })}`);
	}

	#load(): void {
		if (this.#site) void this.#page.run(() => this.#read());
	}

	#more(): void {
		const { value } = this.#page;
		if (!value?.cursor) return;
		void this.#page.run(async () => {
			const next = await this.#read(value.cursor as string);
			return { leads: [...value.leads, ...next.leads], cursor: next.cursor };
		});
	}

	#loadDestinations(): void {
		if (!this.#site) return;
		void this.#destinations.run(async () => {
			const { sites } = await this.client.get<{ sites: ConsoleSite[] }>(`/sites?${toSearch({ site: this.#site })}`);
			return sites[0]?.destinations?.map(({ name }) => name) ?? [];
		});
	}

	#toggleNames(event: Event): void {
		this.names = (event.target as HTMLInputElement).checked;
		this.#load();
	}

	#filter(event: Event): void {
		event.preventDefault();
		const form = this.renderRoot.querySelector('form') as HTMLFormElement;
		const query = Object.fromEntries(new FormData(form)) as Record<string, string>;
		// Another site has other destinations.
		if (query.site !== this.#site) delete query.destination;
		location.hash = toHash('leads', query);
	}

	async #export(format: 'csv' | 'ndjson'): Promise<void> {
		const { id: _, ...query } = Object.fromEntries(new URLSearchParams(this.#search({ format })));
		this.notice = undefined;
		await this.#file.run(async () => {
			const file = await this.client.download(`/export?${toSearch(query)}`);
			saveFile(file);
			return file.name;
		});
		if (!this.#file.problem) this.notice = `${this.#file.value} is saved. It holds personal data: keep it safe.`;
	}
}
