/** Days and times as vendors want them written. Days are calendar days, `YYYY-MM-DD`; times are epoch milliseconds. */

/** Whether the runtime knows an IANA zone by this name. */
export function isTimeZone(value: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: value });
		return true;
	} catch {
		return false;
	}
}

/** A moment on a zone's clock: `2025-01-25 11:02:11`, as MySQL and PHP write it (`Y-m-d H:i:s`). */
export function toLocalDateTime(at: number, timeZone: string): string {
	// Swedish is the locale whose own form is this one; h23 because midnight is 00, not 24.
	return new Intl.DateTimeFormat('sv-SE', {
		timeZone,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
		hourCycle: 'h23',
	}).format(at);
}

/** A calendar day as the moment it begins in UTC: `2026-01-15T00:00:00Z`. The day stays the one that was chosen. */
export function toUtcMidnight(day: string): string {
	return `${day}T00:00:00Z`;
}

/** A calendar day as the last millisecond of it in UTC: `2026-01-15T23:59:59.999Z`. */
export function toUtcDayEnd(day: string): string {
	return `${day}T23:59:59.999Z`;
}

/**
 * The last day of a term: twelve months from 1 September end on 31 August. A month without the day ends on its last:
 * one month from 31 January ends on 28 February.
 * @returns nothing for no months, and beyond the year 9999
 */
export function toTermEnd(start: string, months: number): string | undefined {
	if (months <= 0) return undefined;
	const [year = 0, month = 1, day = 1] = start.split('-').map(Number);
	const last = new Date(Date.UTC(2000, 0, 1));
	// Day 0 of the month after the wanted one is the last day of the wanted one.
	last.setUTCFullYear(year, month - 1 + months + 1, 0);
	const end = new Date(last);
	if (day <= last.getUTCDate()) end.setUTCDate(day - 1);
	const text = end.toISOString().slice(0, 10);
	return /^\d{4}-/.test(text) ? text : undefined;
}
