import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** A program of ours, with what it has printed. */
export interface Child {
	process: ChildProcess;
	/** Everything printed so far, on both streams. */
	output: () => string;
	/** Resolves with the exit code, null after a signal. */
	exited: Promise<number | null>;
	/** Ends the program and all it started: politely, then after five seconds by force. */
	stop: () => Promise<void>;
}

/** How long a program may take to end by itself, in milliseconds. */
const STOP_TIMEOUT_MS = 5000;

/**
 * Starts a program in a process group of its own, so that all of it can be ended.
 * @param show also prints what the program prints
 */
export function startChild(
	command: string,
	args: readonly string[],
	{ env = {}, show = false, cwd }: { env?: Record<string, string>; show?: boolean; cwd?: string } = {},
): Child {
	const child = spawn(command, args, {
		cwd,
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, ...env },
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream?.on('data', (chunk: Buffer) => {
			output += chunk.toString();
			if (show) process.stdout.write(chunk);
		});
	}
	const exited = new Promise<number | null>((resolve) => {
		child.once('exit', (code) => resolve(code));
		child.once('error', (error) => {
			output += error.message;
			resolve(1);
		});
	});
	const signal = (name: NodeJS.Signals) => {
		try {
			if (child.pid !== undefined) process.kill(-child.pid, name);
		} catch {
			// It has ended already.
		}
	};
	return {
		process: child,
		output: () => output,
		exited,
		async stop() {
			signal('SIGINT');
			const ended = await Promise.race([exited.then(() => true), sleep(STOP_TIMEOUT_MS, false, { ref: false })]);
			if (!ended) signal('SIGKILL');
			await exited;
			// The group outlives its leader where a grandchild ignored the signal.
			signal('SIGKILL');
		},
	};
}
