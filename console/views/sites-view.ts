import { css, html, nothing } from 'lit';
import type { ConsoleGate, ConsoleSite, ConsoleState } from '../../contract/console.ts';
import { Loader } from '../client/loader.ts';
import { toShortTime, toSpan } from '../format/describe-time.ts';
import { STATE_WORDS } from '../format/state-words.ts';
import { renderStatus } from '../parts/render-status.ts';
import { toHash } from '../route/route.ts';
import { shared } from '../shared.styles.ts';
import { View } from './view.ts';

type Answer = { sites: (ConsoleSite | { site: string; unreachable: true })[] };

/** What waits for a person first. */
const ORDER: readonly ConsoleState[] = ['parked', 'held', 'queued', 'confirming', 'delivered', 'discarded'];

/** Every site at a glance: how many leads stand where, how long the oldest waits, whether the vendors take them. */
export class SitesView extends View {
	static override styles = [
		shared,
		css`
			.sites {
				display: grid;
				grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr));
				gap: 1rem;
			}
			h2 {
				font-size: 1.25rem;
				margin-bottom: 0.75rem;
			}
			.counts {
				display: grid;
				grid-template-columns: repeat(3, minmax(0, 1fr));
				gap: 0.5rem;
			}
			.counts a {
				display: block;
				padding: 0.5rem;
				border-radius: 0.6rem;
				background: var(--dull-tint);
				color: inherit;
				text-decoration: none;
			}
			.counts a:hover {
				text-decoration: underline;
			}
			.counts strong {
				display: block;
				font-size: 1.25rem;
				font-variant-numeric: tabular-nums;
			}
			.counts .small {
				font-size: 0.8125rem;
			}
			.counts .bad {
				color: var(--bad);
				background: var(--bad-tint);
			}
			.counts .warn {
				color: var(--warn);
				background: var(--warn-tint);
			}
			.destinations {
				margin-top: 1rem;
			}
			.destinations li {
				display: flex;
				flex-wrap: wrap;
				gap: 0.25rem 0.75rem;
				align-items: center;
				padding: 0.6rem 0;
				border-top: 1px solid var(--line);
			}
			.destinations strong {
				flex: 1;
			}
			.reason {
				width: 100%;
			}
		`,
	];

	readonly #sites = new Loader<Answer>(this);

	override connectedCallback(): void {
		super.connectedCallback();
		this.#load();
	}

	override render() {
		const { value, problem, loading } = this.#sites;
		return html`<div class="head"><h1 tabindex="-1">Sites</h1>
				<button @click=${this.#load} ?disabled=${loading}>Refresh</button></div>
			${renderStatus(problem)}
			${value ? nothing : loading ? html`<p class="empty">Asking every site…</p>` : nothing}
			<ul class="sites">${value?.sites.map((site) => html`<li class="card">${renderSite(site)}</li>`)}</ul>`;
	}

	#load(): void {
		void this.#sites.run(() => this.client.get('/sites'));
	}
}

function renderSite(site: Answer['sites'][number]) {
	if ('unreachable' in site) {
		return html`<h2>${site.site}</h2><p class="problem">Its outbox does not answer. Refresh in a minute.</p>`;
	}
	return html`<h2>${site.site}</h2>
		<ul class="counts">${ORDER.map((state) => renderCount(site.site, state, site.counts[state]))}</ul>
		<ul class="destinations">${site.destinations.map(
			({ name, waiting, oldestSeconds, gate }) => html`<li>
				<strong>${name}</strong>
				<span class="quiet small">${
					waiting === 0 ? 'nothing waits' : `${waiting} waiting, the oldest for ${toSpan(oldestSeconds ?? 0)}`
				}</span>
				${renderGate(gate)}
			</li>`,
		)}</ul>`;
}

function renderCount(site: string, state: ConsoleState, count: number) {
	const look = count > 0 && (state === 'parked' || state === 'held') ? STATE_WORDS[state].look : '';
	return html`<li><a class=${look} href=${toHash('leads', { site, state })}>
		<strong>${count.toLocaleString('en')}</strong><span class="small">${STATE_WORDS[state].word}</span></a></li>`;
}

function renderGate(gate: ConsoleGate) {
	if (gate.gate === 'open') return html`<span class="badge good">Open</span>`;
	if (gate.gate === 'closed') {
		return html`<span class="badge warn">Closed</span>
			<span class="reason small quiet">The vendor is down or asked to wait. Next try at ${toShortTime(gate.until)}.</span>`;
	}
	return html`<span class="badge bad">Stopped</span>
		<span class="reason small quiet">${gate.reason}. Leads wait, and go by themselves once the secret works.</span>`;
}
