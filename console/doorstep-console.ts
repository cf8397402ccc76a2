import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { ConsoleSession, ConsoleSite } from '../contract/console.ts';
import { ConsoleClient } from './client/console-client.ts';
import { ConsoleProblem } from './client/console-problem.ts';
import { keepToken, readToken } from './client/token-store.ts';
import { styles } from './doorstep-console.styles.ts';
import { parseRoute, type Route, toHash, type View } from './route/route.ts';
import { shared } from './shared.styles.ts';
import type { View as ViewElement } from './views/view.ts';

const WAYS: readonly (readonly [View, string])[] = [
	['sites', 'Sites'],
	['leads', 'Leads'],
	['erase', 'Erase'],
	['audit', 'Audit'],
];

/** Where Cloudflare Access signs out, on every host it stands before. */
const ACCESS_SIGN_OUT = '/cdn-cgi/access/logout';

/** The operator's page: signs in, reads the address, shows the view it names. */
export class DoorstepConsole extends LitElement {
	static override styles = [shared, styles];
	static override properties = {
		session: { state: true },
		route: { state: true },
		problem: { state: true },
		busy: { state: true },
		sites: { state: true },
	};

	declare session: ConsoleSession | undefined;
	declare route: Route;
	declare problem: ConsoleProblem | undefined;
	declare busy: boolean;
	declare sites: readonly string[];
	#client: ConsoleClient | undefined;
	readonly #onHash = () => {
		this.route = parseRoute(location.hash);
	};

	constructor() {
		super();
		this.route = parseRoute(location.hash);
		this.sites = [];
		this.busy = true;
	}

	override connectedCallback(): void {
		super.connectedCallback();
		addEventListener('hashchange', this.#onHash);
		void this.#enter(readToken(), true);
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		removeEventListener('hashchange', this.#onHash);
	}

	override render() {
		if (this.session && this.#client)
			return [this.#renderHeader(this.session), html`<main>${this.#renderView()}</main>`];
		if (this.busy && !this.shadowRoot?.querySelector('sign-in'))
			return html`<main><p class="empty">Opening…</p></main>`;
		return html`<main>
			<sign-in .problem=${this.problem} .busy=${this.busy} @token=${(event: CustomEvent<string>) => this.#enter(event.detail)}></sign-in>
		</main>`;
	}

	protected override updated(changed: PropertyValues): void {
		if (this.session && changed.has('route') && changed.get('route')) {
			void this.renderRoot.querySelector<ViewElement>('main > *')?.focusHeading();
		}
	}

	#renderHeader({ who, by }: ConsoleSession) {
		const shown = this.route.view === 'lead' ? 'leads' : this.route.view;
		return html`<header><div class="bar">
			<span class="name"><svg width="16" height="20" viewBox="0 0 12 16" aria-hidden="true"><path
				d="M0 0h12v16H0zM8.6 7.6a1.1 1.1 0 1 0 0 2.2 1.1 1.1 0 0 0 0-2.2z" fill-rule="evenodd"/></svg> Doorstep</span>
			<nav aria-label="Views">${WAYS.map(
				([view, word]) => html`<a href=${toHash(view)} aria-current=${view === shown ? 'page' : nothing}>${word}</a>`,
			)}</nav>
			<span class="who small"><span class="quiet" title="As the audit log names you">${who}</span>${
				by === 'access'
					? html`<a href=${ACCESS_SIGN_OUT}>Sign out</a>`
					: html`<button @click=${() => this.#leave()}>Sign out</button>`
			}</span>
		</div></header>`;
	}

	#renderView() {
		const [client, route, sites] = [this.#client, this.route, this.sites];
		switch (route.view) {
			case 'leads':
				return html`<leads-view .client=${client} .route=${route} .sites=${sites}></leads-view>`;
			case 'lead':
				return html`<lead-view .client=${client} .route=${route} .sites=${sites}></lead-view>`;
			case 'audit':
				return html`<audit-view .client=${client} .route=${route} .sites=${sites}></audit-view>`;
			case 'erase':
				return html`<erase-view .client=${client} .route=${route} .sites=${sites}></erase-view>`;
			default:
				return html`<sites-view .client=${client} .route=${route} .sites=${sites}></sites-view>`;
		}
	}

	/** Signs in with a token, or with none where Cloudflare Access may vouch. */
	async #enter(token: string | undefined, silent = false): Promise<void> {
		this.busy = true;
		this.problem = undefined;
		const client = new ConsoleClient(token, () => this.#leave());
		try {
			const session = await client.get<ConsoleSession>('/session');
			const { sites } = await client.get<{ sites: ConsoleSite[] }>('/sites');
			if (session.by === 'token') keepToken(token);
			this.#client = client;
			this.sites = sites.map(({ site }) => site);
			this.session = session;
		} catch (error) {
			if (!(error instanceof ConsoleProblem)) throw error;
			// Nobody has typed anything yet: that the API wants a token is no news.
			const expected = silent && error.code === 'unauthorized' && token === undefined;
			this.problem = expected ? undefined : toSignInProblem(error);
		}
		this.busy = false;
	}

	#leave(): void {
		keepToken(undefined);
		this.#client = undefined;
		this.session = undefined;
	}
}

/** What the one who signs in is told. The API's own words are for who writes requests by hand. */
function toSignInProblem(problem: ConsoleProblem): ConsoleProblem {
	if (problem.code === 'unauthorized') {
		return new ConsoleProblem(
			problem.code,
			'That is not the token. Five wrong ones in a minute lock you out for a minute.',
		);
	}
	if (problem.code === 'locked_out') {
		const wait = problem.retryAfter ?? 60;
		return new ConsoleProblem(problem.code, `Too many wrong tokens. Wait ${wait} seconds, then try again.`, wait);
	}
	return problem;
}
