import { readFileSync } from 'node:fs';
import type { Call } from '../support/vendors.ts';

/** The most calls in any stretch of so many milliseconds. */
export function mostWithin(calls: readonly Call[], ms: number): number {
	const times = calls.map(({ at }) => at).sort((a, b) => a - b);
	let most = 0;
	let start = 0;
	for (let end = 0; end < times.length; end++) {
		while ((times[end] as number) - (times[start] as number) >= ms) start++;
		most = Math.max(most, end - start + 1);
	}
	return most;
}

/** How far an order is from oldest first. */
export interface Order {
	/** Leads that came after a younger one. */
	overtaken: number;
	/** The most younger leads that went before an older one. */
	most: number;
}

/** Compares the order of arrival at the vendor with the leads' numbers. */
export function toOrder(numbers: readonly number[]): Order {
	let overtaken = 0;
	let most = 0;
	const seen: number[] = [];
	for (const number of numbers) {
		// `seen` stays sorted, and the newest are at its end.
		let at = seen.length;
		while (at > 0 && (seen[at - 1] as number) > number) at--;
		if (at < seen.length) overtaken++;
		most = Math.max(most, seen.length - at);
		seen.splice(at, 0, number);
	}
	return { overtaken, most };
}

/** Resident memory of a process in megabytes; NaN where the system doesn't tell (only Linux does, here). */
export function readMemory(pid: number | undefined): number {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		return Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024);
	} catch {
		return Number.NaN;
	}
}
