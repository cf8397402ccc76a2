import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { until } from '../../test/support/until.ts';
import { toLead } from '../support/leads.ts';
import type { Vendors } from '../support/vendors.ts';

const CONNECTIONS = 32;

/** Longest a batch may take to be delivered, in milliseconds. */
const DELIVERY_MAX_MS = 120_000;

/** Leads a second that a site accepts within a slice of time; they wait for answers, so none is delivered meanwhile. */
export async function measureAccepted(url: string, site: string, sliceMs: number): Promise<number> {
	const began = performance.now();
	let accepted = 0;
	await inParallel(async (post) => {
		while (performance.now() - began < sliceMs) if ((await post(url, site, { unfinished: true })) === 202) accepted++;
	});
	return accepted / ((performance.now() - began) / 1000);
}

/** What became of a batch. */
export interface Delivered {
	/** Leads a second, from the first post to the last at the vendor. */
	perSecond: number;
	/** Leads that were thanked for and are not at the vendor, or there twice. */
	wrong: number;
}

/** Posts a batch of leads and waits until the vendor has them all. */
export async function measureDelivered(url: string, site: string, vendors: Vendors, leads: number): Promise<Delivered> {
	vendors.clear('webhook');
	const before = vendors.calls.length;
	const began = performance.now();
	let left = leads;
	let accepted = 0;
	await inParallel(async (post) => {
		while (left-- > 0) if ((await post(url, site, {})) === 202) accepted++;
	});
	await until('the vendor to have them', () => vendors.held('webhook').length >= accepted, DELIVERY_MAX_MS);
	const perSecond = accepted / ((performance.now() - began) / 1000);
	const calls = vendors.calls.length - before;
	return { perSecond, wrong: Math.abs(vendors.held('webhook').length - accepted) + Math.abs(calls - accepted) };
}

type Post = (url: string, site: string, change: object) => Promise<number>;

/** Runs the same on every connection. */
async function inParallel(run: (post: Post) => Promise<void>): Promise<void> {
	const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
	const headers = { origin: 'https://bench.example', 'content-type': 'text/plain' };
	const post: Post = (url, site, change) =>
		new Promise((resolve) => {
			const call = request(`${url}/v1/sites/${site}/leads`, { method: 'POST', agent, headers }, (response) => {
				response.resume().on('end', () => resolve(response.statusCode ?? 0));
			});
			call.on('error', () => resolve(0));
			call.end(JSON.stringify({ ...toLead('webhook', randomUUID()), ...change }));
		});
	await Promise.all(Array.from({ length: CONNECTIONS }, () => run(post)));
	agent.destroy();
}
