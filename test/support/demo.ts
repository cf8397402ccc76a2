import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Child, startChild } from '../../scripts/child.ts';
import { until } from './until.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What `npm start` runs: the portal and the Worker, on their own ports. */
export interface Demo {
	portalUrl: string;
	workerUrl: string;
	/** What was printed. */
	output: () => string;
	/** Presses Ctrl-C. Resolves with the exit code. */
	stop: () => Promise<number | null>;
}

/** Runs `npm start` on storage of its own, and waits until it says that both answer. */
export async function startDemo(): Promise<Demo> {
	// What an earlier run sent would be taken for a repeat of what this one sends.
	const storage = mkdtempSync(join(tmpdir(), 'doorstep-demo-'));
	const child: Child = startChild(process.execPath, ['scripts/start.ts', '--persist-to', storage], { cwd: ROOT });
	await until(
		'npm start to answer',
		() => {
			if (child.process.exitCode !== null) throw new Error(`npm start ended:\n${child.output()}`);
			return child.output().includes('Ctrl-C ends both');
		},
		120_000,
	);
	return {
		portalUrl: 'http://localhost:8788',
		workerUrl: 'http://localhost:8787',
		output: child.output,
		async stop() {
			child.process.kill('SIGINT');
			const code = await child.exited;
			rmSync(storage, { recursive: true, force: true });
			return code;
		},
	};
}
