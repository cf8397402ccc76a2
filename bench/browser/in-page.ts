/** Questions asked in the page. Each runs there, so each stands alone. */

/** What of the form can be seen and heard. */
export interface PageFacts {
	/** Text fields. */
	fields: number;
	/** Text fields that wear a hostile page's border. */
	broken: number;
	/** Fields that say of themselves that they are wrong. */
	marked: number;
	/** Whether a wrong field has the focus, or the list of what is wrong. */
	focused: boolean;
	/** Whether the fault is in words that a screen reader is told: described by, a live region, or the browser's own. */
	announced: boolean;
	violations: number;
	errors: number;
}

export function readPage(): PageFacts {
	const { lines, areas, ticks } = window.probe.fields();
	function* within(root: ParentNode): Generator<HTMLElement> {
		for (const element of root.querySelectorAll<HTMLElement>('*')) {
			yield element;
			if (element.shadowRoot) yield* within(element.shadowRoot);
		}
	}
	const mount = document.getElementById('mount');
	const texts = [...(mount ? within(mount) : [])].filter(
		(element): element is HTMLInputElement | HTMLTextAreaElement =>
			element instanceof HTMLTextAreaElement ||
			(element instanceof HTMLInputElement && ['text', 'email', 'tel'].includes(element.type) && element.tabIndex >= 0),
	);
	const isWrong = (field: Element) => field.getAttribute('aria-invalid') === 'true';
	const marked = [...lines, ...areas, ...ticks].filter(isWrong);
	let active: Element | null = document.activeElement;
	while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
	const field = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement ? active : undefined;
	const describes = (field: Element) =>
		['aria-describedby', 'aria-errormessage'].some((name) =>
			(field.getAttribute(name) ?? '')
				.split(' ')
				.some(
					(id) => id && (field.getRootNode() as ParentNode).querySelector(`#${CSS.escape(id)}`)?.textContent?.trim(),
				),
		);
	const speaks = [...(mount ? within(mount) : [])].some(
		(element) =>
			(element.matches('[role=alert], [aria-live]:not([aria-live=off])') || element === active) &&
			!!element.textContent?.trim() &&
			element.localName !== 'button',
	);
	// A form without `novalidate` is checked by the browser, which says it.
	const native = field !== undefined && !field.form?.noValidate && !field.checkValidity();
	// What is wrong may be listed in one place, which then takes the focus.
	const isSummary = field === undefined && active?.getAttribute('tabindex') === '-1' && speaks === true;
	return {
		fields: texts.length,
		broken: texts.filter((field) => getComputedStyle(field).borderTopWidth === '7px').length,
		marked: marked.length,
		focused: isSummary || (field !== undefined && (isWrong(field) || (marked.length === 0 && native))),
		announced: (marked[0] !== undefined && describes(marked[0])) || speaks || native,
		violations: window.probe.violations.length,
		errors: window.probe.errors.length,
	};
}

/** The host's own elements as they look, and what is global. */
export function readHost(): { styles: string[]; globals: string[] } {
	const hosts = ['body', '#h-a', '#h-h1', '#h-p', '#h-h2', '#h-label', '#h-input', '#h-button', '#h-ul'];
	return {
		styles: hosts.flatMap((selector) => {
			const style = getComputedStyle(document.querySelector(selector) as Element);
			// What follows from how high the page is, is no change of the host's looks.
			return [...style]
				.sort()
				.filter((name) => !/^--|(^|-)(height|block-size)$|^(perspective|transform)-origin$/.test(name))
				.map((name) => `${selector} ${name}: ${style.getPropertyValue(name)}`);
		}),
		globals: Object.getOwnPropertyNames(window),
	};
}

/** What a client-side router does: a fresh place for the form, and no script run again. */
export function remount(tag: string | undefined): void {
	const fresh = document.createElement('section');
	fresh.id = 'mount';
	if (tag) fresh.append(document.createElement(tag));
	document.getElementById('mount')?.replaceWith(fresh);
}
