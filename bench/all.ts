/**
 * `npm run bench`: builds, runs every bench of cost and speed one after another, and writes docs/performance.md and
 * docs/cost.md. `--quick` takes few loads and small stores, to see that all of it works; `--delivery` goes on with the
 * benches of docs/delivery.md, which take half an hour more. Ends with 1 where a budget is missed or a bench fails.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** One bench, with about how long it takes on two quiet cores. */
interface Part {
	name: string;
	command: readonly string[];
	/** What makes it short, and how long it then takes. */
	quick?: readonly string[];
	minutes: number;
	quickMinutes: number;
}

const { values } = parseArgs({
	options: { quick: { type: 'boolean', default: false }, delivery: { type: 'boolean', default: false } },
});
const ROOT = fileURLToPath(new URL('../', import.meta.url));
const node = (file: string, ...options: string[]) => [process.execPath, `bench/${file}`, ...options];

const PARTS: readonly Part[] = [
	{ name: 'the build', command: ['npm', 'run', 'build:widget'], minutes: 0.2, quickMinutes: 0.2 },
	{ name: 'start', command: node('startup.ts'), quick: ['--quick'], minutes: 0.3, quickMinutes: 0.2 },
	{ name: 'cost', command: node('cost.ts'), minutes: 0.5, quickMinutes: 0.5 },
	{ name: 'growth', command: node('growth.ts'), quick: ['--quick'], minutes: 1.5, quickMinutes: 0.5 },
	{
		name: 'throughput',
		command: node('throughput.ts', '--rounds', '6'),
		quick: ['--rounds', '2', '--seconds', '1'],
		minutes: 1.6,
		quickMinutes: 0.4,
	},
	{ name: 'browser', command: node('browser.ts'), quick: ['--quick'], minutes: 10, quickMinutes: 6 },
];
const DELIVERY: readonly Part[] = [
	['kill', 'kill.ts'],
	['the control of kill', 'kill.ts', '--control', '--leads', '1000', '--kills', '20'],
	['faults', 'faults.ts'],
	['outage', 'outage.ts'],
	['clock', 'clock.ts'],
	['rows', 'rows.ts', '--quiet', '2', '--stream', '100'],
	['fsyncs', 'fsyncs.ts'],
].map(([name = '', file = '', ...options]) => ({
	name,
	command: node(file, ...options),
	minutes: 5,
	quickMinutes: 5,
}));

const parts = [...PARTS, ...(values.delivery ? DELIVERY : [])];
const minutesOf = (part: Part) => (values.quick ? part.quickMinutes : part.minutes);
const left = (from: number) => Math.ceil(parts.slice(from).reduce((sum, part) => sum + minutesOf(part), 0));
const failed: string[] = [];

console.error(`${parts.length} parts, about ${left(0)} minutes. Leave the machine alone meanwhile.`);
for (const [i, part] of parts.entries()) {
	console.error(`\n${i + 1} of ${parts.length}: ${part.name} (about ${left(i)} minutes left)`);
	const code = await run([...part.command, ...(values.quick ? (part.quick ?? []) : [])]);
	if (code !== 0) failed.push(part.name);
}
console.error(
	failed.length > 0
		? `\nDone, but look at: ${failed.join(', ')}. What failed is told above.`
		: '\nDone. The tables are in docs/performance.md and docs/cost.md.',
);
process.exitCode = failed.length > 0 ? 1 : 0;

/** Runs a command at the root of the repository. Resolves with its exit code. */
function run([command = '', ...options]: readonly string[]): Promise<number> {
	return new Promise((resolve) => {
		const child = spawn(command, options, { cwd: ROOT, stdio: 'inherit' });
		child.once('error', ({ message }) => {
			console.error(message);
			resolve(1);
		});
		child.once('exit', (code) => resolve(code ?? 1));
	});
}
