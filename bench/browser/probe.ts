/** What the probe in the page has seen. Times in milliseconds since the navigation began. */
export interface Seen {
	/** The frame after the one in which all fields could be seen. 0: not yet. */
	visibleAt: number;
	/** When the first typed character reached the page. 0: not yet. */
	typedAt: number;
	firstPaintAt: number;
	/** The sum over 50 ms of every long task (Total Blocking Time, without its end). */
	blockedMs: number;
	/** Sum of the layout shifts without recent input. */
	layoutShift: number;
	/** Interactions slower than 16 ms, by when they began. */
	interactions: { at: number; ms: number }[];
	/** Directives that were violated, with what violated them. */
	violations: string[];
	errors: string[];
}

/** The fields of the contestant's form, through open shadow roots. */
export interface Fields {
	lines: HTMLElement[];
	areas: HTMLElement[];
	ticks: HTMLElement[];
	buttons: HTMLElement[];
}

declare global {
	interface Window {
		probe: Seen & { fields: () => Fields };
		/** Called when the form can be typed into. */
		onFormReady?: (ready: string) => void;
	}
}

/** How a page of the bench is watched. Runs in the page, before anything else of it; so it stands alone. */
export function installProbe({ watchesForm }: { watchesForm: boolean }): void {
	const seen: Seen = {
		visibleAt: 0,
		typedAt: 0,
		firstPaintAt: 0,
		blockedMs: 0,
		layoutShift: 0,
		interactions: [],
		violations: [],
		errors: [],
	};
	addEventListener('securitypolicyviolation', (event) => {
		seen.violations.push(`${event.effectiveDirective} ${event.blockedURI.slice(0, 60)}`);
	});
	addEventListener('error', (event) => seen.errors.push(event.message.slice(0, 160)));
	addEventListener('unhandledrejection', (event) => seen.errors.push(String(event.reason).slice(0, 160)));
	document.addEventListener('input', () => (seen.typedAt ||= performance.now()), { capture: true });

	function watch(options: PerformanceObserverInit & { durationThreshold?: number }, see: (entry: never) => void): void {
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) see(entry as never);
		}).observe({ buffered: true, ...options });
	}
	watch({ type: 'longtask' }, ({ duration }: PerformanceEntry) => {
		seen.blockedMs += Math.max(0, duration - 50);
	});
	watch({ type: 'layout-shift' }, (shift: PerformanceEntry & { value: number; hadRecentInput: boolean }) => {
		if (!shift.hadRecentInput) seen.layoutShift += shift.value;
	});
	watch({ type: 'paint' }, (paint: PerformanceEntry) => {
		if (paint.name === 'first-contentful-paint') seen.firstPaintAt = paint.startTime;
	});
	watch({ type: 'event', durationThreshold: 16 }, (event: PerformanceEventTiming & { interactionId: number }) => {
		if (event.interactionId > 0) seen.interactions.push({ at: event.startTime, ms: event.duration });
	});

	function* within(root: ParentNode): Generator<HTMLElement> {
		for (const element of root.querySelectorAll<HTMLElement>('*')) {
			yield element;
			if (element.shadowRoot) yield* within(element.shadowRoot);
		}
	}
	function isSeen(element: HTMLElement): boolean {
		const { width, height } = element.getBoundingClientRect();
		return width > 20 && height > 8 && element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true });
	}
	function fields(): Fields {
		const found: Fields = { lines: [], areas: [], ticks: [], buttons: [] };
		const mount = document.getElementById('mount');
		for (const element of mount ? within(mount) : []) {
			if (element instanceof HTMLInputElement) {
				if (['text', 'email', 'tel'].includes(element.type)) {
					if (isSeen(element) && !element.disabled) found.lines.push(element);
				} else if (element.type === 'checkbox') found.ticks.push(element);
				else if (['submit', 'button'].includes(element.type) && isSeen(element)) found.buttons.push(element);
			} else if (element instanceof HTMLTextAreaElement) {
				if (isSeen(element) && !element.disabled) found.areas.push(element);
			} else if (element instanceof HTMLButtonElement && isSeen(element)) found.buttons.push(element);
		}
		return found;
	}
	window.probe = Object.assign(seen, { fields });

	function look(): void {
		const { lines, areas, ticks } = fields();
		if (lines.length < 3 || areas.length < 1 || ticks.length < 1) return void requestAnimationFrame(look);
		// One frame more: by then the first has been handed over to be shown.
		requestAnimationFrame(() => {
			seen.visibleAt = performance.now();
			lines[0]?.focus();
			window.onFormReady?.('ready');
		});
	}
	if (watchesForm) requestAnimationFrame(look);
}
