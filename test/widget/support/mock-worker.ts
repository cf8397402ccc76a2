import type { Challenge } from '../../../contract/challenge.ts';
import type { Form } from '../../../contract/form.ts';

/** How the next lead is answered. */
export interface LeadAnswer {
	status?: number;
	body?: unknown;
	/** The header `Retry-After`. */
	retryAfter?: string;
	/** Never answers. */
	hangs?: boolean;
	/** Takes the request and drops the connection, until told otherwise. */
	reset?: boolean;
}

/** A request as it arrived. */
export interface Recorded {
	method: string;
	url: string;
	type: string;
	body: string;
}

/** Tells the stand-in for the Worker how to answer for a site. */
export async function tell(
	site: string,
	told: {
		leads?: LeadAnswer[];
		answers?: LeadAnswer[];
		release?: boolean;
		states?: string[];
		challenge?: Challenge;
		form?: Form;
		forms?: Record<string, Form>;
	},
): Promise<void> {
	await fetch(`/mock/${site}`, { method: 'PUT', body: JSON.stringify(told) });
}

/** All requests that arrived for a site, oldest first. */
export async function requestsOf(site: string): Promise<Recorded[]> {
	return (await fetch(`/mock/${site}`)).json();
}

/** The leads that arrived for a site, read from their bodies. */
// biome-ignore lint/suspicious/noExplicitAny: tests look at whatever arrived
export async function leadsOf(site: string): Promise<any[]> {
	const requests = await requestsOf(site);
	return requests.filter(({ url }) => url.endsWith('/leads')).map(({ body }) => JSON.parse(body));
}

/** The answers that arrived for a site's leads, after those. */
// biome-ignore lint/suspicious/noExplicitAny: tests look at whatever arrived
export async function answersOf(site: string): Promise<any[]> {
	const requests = await requestsOf(site);
	return requests.filter(({ url }) => url.endsWith('/answers')).map(({ body }) => JSON.parse(body));
}
