/**
 * Counts workerd's calls of fsync for each kind of request, with strace. `node bench/fsyncs.ts [--no-report]`. Ends with 1
 * when a thank-you costs none, or a repeat or a refusal costs one; says so and ends with 0 where there is no strace.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createMeteredWorker } from './support/bench-worker.ts';
import { postLead, toLead } from './support/leads.ts';
import { createRandom, toUuid } from './support/random.ts';
import { type Row, toTable, writeReport } from './support/report.ts';
import { startVendors } from './support/vendors.ts';

/** Requests of each kind, one after another. */
const REQUESTS = 20;

const { values } = parseArgs({ options: { 'no-report': { type: 'boolean', default: false } } });
const SITE = 'easybroker';

try {
	execFileSync('strace', ['-V'], { stdio: 'ignore' });
} catch {
	console.error('There is no strace here, so nothing was counted. On Debian: apt-get install strace.');
	process.exit(0);
}

const vendors = await startVendors();
const worker = await createMeteredWorker(vendors.url);
const folder = mkdtempSync(join(tmpdir(), 'doorstep-fsyncs-'));
const rows: Row[] = [];
const faults: string[] = [];
try {
	await worker.start();
	const random = createRandom(1);
	const fresh = () => postLead(worker.url, SITE, toLead(SITE, toUuid(random)));
	// A vendor that asks to be left alone: what is counted then is storing, and nothing else.
	await vendors.behave('easybroker', { mode: '429', retryAfter: 3600 });
	const known = toLead(SITE, toUuid(random));
	await postLead(worker.url, SITE, known);
	await sleep(3000);

	const stored = await count('a lead that is stored, its vendor being away', 202, fresh);
	if (stored.lead !== REQUESTS) faults.push(`${REQUESTS} stored leads cost ${stored.lead} syncs of the leads' file`);
	const repeats = await count('the same lead again', 202, () => postLead(worker.url, SITE, known));
	const refused = await count('a lead that is refused', 422, () => postLead(worker.url, SITE, { ...known, id: 'no' }));
	if (repeats.lead + repeats.alarm > 0) faults.push('a repeat was written');
	if (refused.lead + refused.alarm > 0) faults.push('a refusal was written');

	await vendors.behave('easybroker', {});
	await worker.query(SITE, 'delete from destinations');
	await worker.query(SITE, 'delete from deliveries');
	await worker.forget(SITE);
	await count('a lead that is stored and delivered', 202, fresh);
} finally {
	await worker.remove();
	await vendors.close();
	rmSync(folder, { recursive: true, force: true });
}

const parts = [
	`${REQUESTS} requests of each kind, one after another, on bare \`workerd serve\`; each fsync or fdatasync, by the file it was for. The order on the wire is write, fsync, 202. Production's durability is Cloudflare's replication behind the same gate, not this file.`,
	toTable([`${REQUESTS} requests of`, "syncs of the leads' file", "of the alarm's file"], rows),
];
if (values['no-report']) console.log(parts.join('\n\n'));
else writeReport('fsyncs', 'What a thank-you waits for', 'node bench/fsyncs.ts', ...parts);
for (const fault of faults) console.error(`FAILED: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;

async function count(
	what: string,
	status: number,
	send: () => Promise<number>,
): Promise<{ lead: number; alarm: number }> {
	const file = join(folder, `${rows.length}.txt`);
	const tracer = spawn('strace', ['-f', '-y', '-e', 'trace=fsync,fdatasync', '-p', String(worker.pid()), '-o', file], {
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	await attached(tracer);
	for (let i = 0; i < REQUESTS; i++) {
		const got = await send();
		if (got !== status) throw new Error(`${what}: HTTP ${got} instead of ${status}`);
	}
	const gone = new Promise((resolve) => tracer.once('exit', resolve));
	tracer.kill('SIGINT');
	await gone;
	const lines = readFileSync(file, 'utf8')
		.split('\n')
		.filter((line) => /f(data)?sync\(/.test(line) && !line.includes('resumed'));
	const alarm = lines.filter((line) => line.includes('metadata')).length;
	const sums = { lead: lines.length - alarm, alarm };
	rows.push([what, sums.lead, sums.alarm]);
	console.error(`${what}: ${sums.lead} and ${sums.alarm}`);
	return sums;
}

/** Waits until strace says that it is attached. */
function attached(tracer: ChildProcess): Promise<void> {
	return new Promise((resolve, reject) => {
		let said = '';
		tracer.stderr?.on('data', (chunk: Buffer) => {
			said += chunk.toString();
			if (said.includes('attached')) resolve();
		});
		tracer.once('exit', () => reject(new Error(`strace ended: ${said}`)));
	});
}
