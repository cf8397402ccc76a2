/**
 * `npm run bench:throughput`: what the Worker's routes cost on bare workerd, as ratios: slices of two seconds, one route
 * after the other, each compared with its floor in the same round. Absolute figures swing with the machine; ratios hold.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { parseArgs } from 'node:util';
import { createWorkerd } from '../test/support/workerd.ts';
import { BENCH_WORKER } from './support/bench-worker.ts';
import { Progress } from './support/progress.ts';
import { toTable, writeReport } from './support/report.ts';

const { values } = parseArgs({
	options: { rounds: { type: 'string', default: '12' }, seconds: { type: 'string', default: '2' } },
});
const ROUNDS = Number(values.rounds);
const SLICE_MS = Number(values.seconds) * 1000;
const CONNECTIONS = 32;
/** Ticks of /proc/<pid>/stat a second (getconf CLK_TCK on Linux). */
const TICKS = 100;

interface Route {
	name: string;
	/** The route it is compared with; none for a floor. */
	floor?: string;
	method: 'GET' | 'POST';
	path: string;
	status: number;
	headers?: Record<string, string>;
	body?: () => string;
}

const lead = (change: object = {}) => ({
	id: randomUUID(),
	name: 'Ana Silva',
	email: 'ana@example.com',
	phone: '512 555 0123',
	// The same words of the same person twice would be one lead.
	message: `Quisiera visitarlo el sábado por la mañana, si se puede. ${randomUUID()}`,
	listing: {
		reference: 'EB-AB1234',
		title: 'Departamento en Roma Norte',
		url: 'https://www.sol.example/1',
		price: 6850000,
	},
	wishes: { priceMax: 7000000, bedroomsMin: 2 },
	consent: [{ purpose: 'contact', given: true, wordingId: 'c', wordingHash: 'h'.repeat(64) }],
	language: 'es',
	attribution: { page: 'https://www.sol.example/1', utm_source: 'google', utm_medium: 'cpc' },
	...change,
});
/** What browsers send. */
const browser = { 'accept-encoding': 'gzip, deflate, br, zstd' };
const json = { ...browser, 'content-type': 'text/plain', origin: 'https://bench.example' };

async function measure(site: string): Promise<void> {
	// Leads are sent unfinished: accepted in full, and delivered only long after the run.
	const workerd = await createWorkerd('http://127.0.0.1:9', { folder: BENCH_WORKER, main: 'throughput.ts' });
	await workerd.start();
	const etag = (await fetch(`${workerd.url}/${site}.js`)).headers.get('etag') ?? '';
	const routes: Route[] = [
		{ name: 'a bare answer', method: 'GET', path: '/bench/hello', status: 200, headers: browser },
		{
			name: 'the site’s script',
			floor: 'a bare answer',
			method: 'GET',
			path: `/${site}.js`,
			status: 200,
			headers: browser,
		},
		{
			name: 'the same, known already (304)',
			floor: 'a bare answer',
			method: 'GET',
			path: `/${site}.js`,
			status: 304,
			headers: { ...browser, 'if-none-match': etag },
		},
		{
			name: 'the form as JSON',
			floor: 'a bare answer',
			method: 'GET',
			path: `/v1/sites/${site}/form`,
			status: 200,
			headers: browser,
		},
		{
			name: 'a bare insert',
			method: 'POST',
			path: '/bench/bare',
			status: 202,
			headers: browser,
			body: () => JSON.stringify(lead()),
		},
		{
			name: 'a lead, accepted',
			floor: 'a bare insert',
			method: 'POST',
			path: `/v1/sites/${site}/leads`,
			status: 202,
			headers: json,
			body: () => JSON.stringify(lead({ unfinished: true })),
		},
		{
			name: 'a lead, refused',
			floor: 'a bare insert',
			method: 'POST',
			path: `/v1/sites/${site}/leads`,
			status: 422,
			headers: json,
			body: () => JSON.stringify(lead({ phone: '1' })),
		},
	];
	const slices = new Map<string, { perSecond: number; cpuUs: number }[]>(routes.map(({ name }) => [name, []]));
	let wrong = 0;
	const progress = new Progress(
		'throughput',
		ROUNDS * routes.length,
		`${Math.ceil((ROUNDS * routes.length * SLICE_MS) / 60_000)} minutes`,
	);
	try {
		for (let round = 0; round < ROUNDS; round++) {
			for (const route of routes) {
				const cpu = readCpu(workerd.pid());
				const { count, bad, ms } = await runSlice(workerd.url, route);
				wrong += bad;
				slices.get(route.name)?.push({
					perSecond: (count / ms) * 1000,
					cpuUs: ((readCpu(workerd.pid()) - cpu) / Math.max(count, 1)) * 1_000_000,
				});
				progress.at(round * routes.length + routes.indexOf(route) + 1);
			}
		}
	} finally {
		await workerd.remove();
	}
	report(routes, slices, wrong);
}

/** CPU seconds a process has used; Linux only, 0 elsewhere. */
function readCpu(pid: number | undefined): number {
	try {
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
		return (Number(fields[11]) + Number(fields[12])) / TICKS;
	} catch {
		return 0;
	}
}

async function runSlice(url: string, route: Route): Promise<{ count: number; bad: number; ms: number }> {
	const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
	const began = performance.now();
	let count = 0;
	let bad = 0;
	const once = () =>
		new Promise<void>((resolve) => {
			const call = request(
				url + route.path,
				{ method: route.method, agent, headers: route.headers ?? {} },
				(response) => {
					if (response.statusCode === route.status) count++;
					else bad++;
					response.resume().on('end', resolve);
				},
			);
			call.on('error', () => {
				bad++;
				resolve();
			});
			call.end(route.body?.());
		});
	await Promise.all(
		Array.from({ length: CONNECTIONS }, async () => {
			while (performance.now() - began < SLICE_MS) await once();
		}),
	);
	agent.destroy();
	return { count, bad, ms: performance.now() - began };
}

function report(routes: Route[], slices: Map<string, { perSecond: number; cpuUs: number }[]>, wrong: number): void {
	const rows = routes.map(({ name, floor }) => {
		const own = slices.get(name) ?? [];
		const base = floor === undefined ? undefined : slices.get(floor);
		const ratio = (of: 'perSecond' | 'cpuUs') =>
			base ? `${Math.round(100 * median(own.map((slice, i) => slice[of] / (base[i]?.[of] || Number.NaN))))} %` : '';
		return [
			name,
			Math.round(median(own.map((slice) => slice.perSecond))),
			ratio('perSecond'),
			Math.round(median(own.map((slice) => slice.cpuUs))),
			ratio('cpuUs'),
			floor ?? '',
		];
	});
	writeReport(
		'throughput',
		'What the Worker’s routes cost',
		'npm run bench:throughput',
		`${CONNECTIONS} connections, ${ROUNDS} rounds of ${SLICE_MS / 1000} s slices, medians. ${wrong} answers had another status than expected.`,
		toTable(['Route', 'a second', 'of its floor', 'CPU µs each', 'of its floor', 'Floor'], rows),
	);
}

function median(numbers: number[]): number {
	const sorted = numbers.filter(Number.isFinite).sort((a, b) => a - b);
	return sorted[sorted.length >> 1] ?? Number.NaN;
}

await measure('easybroker');
