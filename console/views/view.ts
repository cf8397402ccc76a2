import { LitElement } from 'lit';
import type { ConsoleClient } from '../client/console-client.ts';
import type { Route } from '../route/route.ts';
import { shared } from '../shared.styles.ts';

/** What every view has: the API, the address that led here, and the sites' names. Its heading takes the focus. */
export class View extends LitElement {
	static override styles = [shared];
	static override properties = {
		client: { attribute: false },
		route: { attribute: false },
		sites: { attribute: false },
	};

	declare client: ConsoleClient;
	declare route: Route;
	/** The ids of the Worker's sites. */
	declare sites: readonly string[];

	/** Moves the focus to the heading, so that a screen reader says where one is. */
	async focusHeading(): Promise<void> {
		await this.updateComplete;
		this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
	}
}
