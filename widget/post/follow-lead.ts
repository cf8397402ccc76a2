import { DELIVERED_GAPS_MS } from './time-limits.ts';

/**
 * Looks a few times, with growing gaps and only while the page is seen, whether a stored lead is at the agency's system.
 * @param url the lead's own address
 * @param signal ends the looking
 * @returns whether it is there; false says nothing but that nobody knows
 */
export async function followLead(url: string, signal: AbortSignal): Promise<boolean> {
	for (const gap of DELIVERED_GAPS_MS) {
		await new Promise((resolve) => setTimeout(resolve, gap));
		if (signal.aborted) return false;
		if (document.visibilityState !== 'visible') continue;
		try {
			const response = await fetch(url, { credentials: 'omit', signal });
			// A Worker older than this widget knows no such address.
			if (response.status === 404) return false;
			if (response.ok && (await response.json()).state === 'delivered') return true;
		} catch {
			// No answer is no news.
		}
	}
	return false;
}
