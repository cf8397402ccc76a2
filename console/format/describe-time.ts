const LONG = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });
const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

const UNITS = [
	['d', 86_400],
	['h', 3600],
	['min', 60],
] as const;

/** A time on the operator's clock, to the minute: `21 Nov, 08:03`. */
export function toShortTime(iso: string): string {
	return SHORT.format(new Date(iso));
}

/** A time on the operator's clock, whole: `21 Nov 2026, 08:03:11`. */
export function toLongTime(iso: string): string {
	return LONG.format(new Date(iso));
}

/** A span in its largest whole unit: `42 s`, `5 min`, `3 h`, `2 d`. Pure. */
export function toSpan(seconds: number): string {
	const [unit, size] = UNITS.find(([, size]) => seconds >= size) ?? ['s', 1];
	return `${Math.floor(seconds / size)} ${unit}`;
}
