import { LitElement } from 'lit';
import type { FormTexts } from '../contract/form.ts';

/** What an embedder says of the form: the attributes of `<doorstep-form>`, and `texts`, which is a property only. */
export class FormAttributes extends LitElement {
	static override properties = {
		listing: {},
		site: {},
		endpoint: {},
		lang: { reflect: true },
		mode: {},
		intent: {},
		agent: {},
		appearance: {},
		analytics: { type: Boolean },
		attribution: {},
		texts: { attribute: false },
	};

	/** The ad's reference. Absent: read from the page. */
	declare listing: string | null;
	/** The site's id. Absent: that of the first script on the page that brought a form. */
	declare site: string | null;
	/** The Worker's origin. Absent: that of the script. */
	declare endpoint: string | null;
	/** The language wanted, BCP 47. Absent: the page's, by the closest `lang`; then the form's own. */
	declare lang: string;
	/** `contact` asks the first step only, `qualify` the further steps too, whatever the site's form has by itself. */
	declare mode: 'contact' | 'qualify' | null;
	/** What the visitor wants, where the page knows: `buy`, `rent`, `sell` or `let`. */
	declare intent: string | null;
	/** `none` leaves out who answers. */
	declare agent: string | null;
	/** `dialog`: a button that opens the form. `bar`: the form, and on small screens a bar that leads to it. */
	declare appearance: 'inline' | 'dialog' | 'bar' | null;
	/** Tells the page's `dataLayer` of leads and steps, without anything typed. */
	declare analytics: boolean;
	/** `off`: nothing of how the visitor came is kept or sent. May change at any time, with the page's consent banner. */
	declare attribution: 'off' | 'on' | null;
	/** Words of the page's own in place of the form's, by code. */
	declare texts: FormTexts | undefined;
}
