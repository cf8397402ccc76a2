import { css, html, nothing, type PropertyValues } from 'lit';
import type { ConsoleAuditEntry, ConsoleRefusals } from '../../contract/console.ts';
import { Loader } from '../client/loader.ts';
import { renderSiteSelect } from '../parts/render-site-select.ts';
import { renderStatus } from '../parts/render-status.ts';
import { renderTime } from '../parts/render-time.ts';
import { toHash, toSearch } from '../route/route.ts';
import { shared } from '../shared.styles.ts';
import { View } from './view.ts';

interface Page {
	entries: ConsoleAuditEntry[];
	cursor: string | null;
}

/** Who did what to a site's leads, and how often somebody tried the door. */
export class AuditView extends View {
	static override styles = [
		shared,
		css`
			.site {
				width: min(100%, 16rem);
			}
			.entries {
				margin-top: 1rem;
				padding-block: 0.25rem;
			}
			.entries li {
				display: flex;
				flex-wrap: wrap;
				gap: 0 1rem;
				align-items: baseline;
				padding: 0.6rem 0;
				overflow-wrap: anywhere;
			}
			.entries li + li {
				border-top: 1px solid var(--line);
			}
			.entries strong {
				min-width: 5rem;
			}
			.what {
				flex: 1;
			}
			.more {
				display: block;
				margin: 1rem auto;
			}
		`,
	];

	readonly #page = new Loader<Page>(this);
	readonly #refusals = new Loader<ConsoleRefusals[]>(this);

	override willUpdate(changed: PropertyValues): void {
		if (!changed.has('route')) return;
		if (this.#site) void this.#page.run(() => this.#read());
		void this.#refusals.run(async () => (await this.client.get<{ days: ConsoleRefusals[] }>('/refusals')).days);
	}

	override render() {
		const { value, problem, loading } = this.#page;
		const entries = value?.entries ?? [];
		return html`<div class="head"><h1 tabindex="-1">Audit log</h1></div>
			${renderStatus(problem ?? this.#refusals.problem)}
			<div class="site">${renderSiteSelect(this.sites, this.#site, (event) => {
				location.hash = toHash('audit', { site: (event.target as HTMLSelectElement).value });
			})}</div>
			<ul class="entries card" ?hidden=${entries.length === 0}>${entries.map(
				({ at, who, action, detail, count }) => html`<li>
					<strong>${action}</strong>
					<span class="what">${toWords(detail)}<span class="quiet"> · ${count} ${count === 1 ? 'lead' : 'leads'}</span></span>
					<span class="quiet small">${who}</span>
					<span class="quiet small">${renderTime(at)}</span>
				</li>`,
			)}</ul>
			${value && entries.length === 0 ? html`<p class="empty">Nobody has looked at or changed a lead of this site yet.</p>` : nothing}
			${!value && loading ? html`<p class="empty">Reading…</p>` : nothing}
			${value?.cursor ? html`<button class="more" ?disabled=${loading} @click=${this.#more}>Older ones</button>` : nothing}
			${this.#renderRefusals()}`;
	}

	#renderRefusals() {
		const days = this.#refusals.value;
		if (!days) return nothing;
		return html`<section><h2>Wrong tokens</h2>
			${
				days.length === 0
					? html`<p class="quiet">None in the last 90 days that had any.</p>`
					: html`<ul class="entries card">${days.map(
							({ day, refused, lockedOut }) => html`<li><strong>${day}</strong>
							<span>${refused} refused, ${lockedOut} ${lockedOut === 1 ? 'lock-out' : 'lock-outs'}</span></li>`,
						)}</ul>`
			}
		</section>`;
	}

	get #site(): string | undefined {
		return this.route.query.site ?? this.sites[0];
	}

	#read(cursor?: string): Promise<Page> {
		return this.client.get(`/audit?${toSearch({ site: this.#site, cursor })}`);
	}

	#more(): void {
		const { value } = this.#page;
		if (!value?.cursor) return;
		void this.#page.run(async () => {
			const next = await this.#read(value.cursor as string);
			return { entries: [...value.entries, ...next.entries], cursor: next.cursor };
		});
	}
}

/** What was asked, as words: `number 17, was parked`. */
function toWords(detail: Record<string, unknown>): string {
	return Object.entries(detail)
		.map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(', ') : String(value)}`)
		.join(', ');
}
