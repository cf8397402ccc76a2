import type { ReactiveControllerHost } from 'lit';
import type { Form } from '../../contract/form.ts';
import type { PageListing } from '../page/read-listing.ts';

/** The element, as the desk sees it. */
export interface DeskHost extends ReactiveControllerHost, HTMLElement {
	/** The form being shown, once there is one. */
	readonly shownForm: Form | undefined;
	/** The native form, once it is rendered. */
	readonly nativeForm: HTMLFormElement | null;
	readonly renderRoot: HTMLElement | DocumentFragment;
	/** The address below which everything of the site is. */
	readonly siteUrl: string;
	/** The key of this form's draft. */
	readonly draftKey: string;
	/** What the page tells of its listing. */
	readonly page: PageListing;
	appearance: 'inline' | 'dialog' | 'bar' | null;
	readonly intent: string | null;
	readonly analytics: boolean;
	/** `off`: nothing of how the visitor came may be kept or sent. */
	readonly attribution: 'off' | 'on' | null;
	readPage(): void;
	/** Takes the whole form in the place of its first part. */
	takeForm(form: Form): void;
}
