/**
 * `npm run audit`: asks the registry what is known against the locked packages. Three outcomes, told apart by the exit code:
 * 0, nothing is known; 1, something is; 2, the registry could not be asked, which says nothing. Needs the network, so it is
 * no part of `npm test`.
 */
import { spawnSync } from 'node:child_process';

/** What came of asking. */
export interface AuditOutcome {
	exitCode: 0 | 1 | 2;
	/** For a person, one line each. */
	lines: string[];
}

/** As much of `npm audit --json` as is read (https://docs.npmjs.com/cli/v11/commands/npm-audit). */
interface AuditReport {
	error?: { code?: string; summary?: string };
	message?: string;
	vulnerabilities?: Record<string, { severity: string; range: string; isDirect: boolean }>;
}

/**
 * Reads what `npm audit --json` printed. Pure.
 * @param printed its standard output, whatever its exit code
 */
export function readAudit(printed: string): AuditOutcome {
	let report: AuditReport;
	try {
		report = JSON.parse(printed) as AuditReport;
	} catch {
		return toUnasked('it printed no JSON');
	}
	const { vulnerabilities } = report;
	if (!vulnerabilities) return toUnasked(report.message ?? report.error?.summary ?? 'no reason given');
	const found = Object.entries(vulnerabilities);
	if (found.length === 0) return { exitCode: 0, lines: ['Nothing is known against any locked package.'] };
	return {
		exitCode: 1,
		lines: [
			...found.map(
				([name, { severity, range, isDirect }]) => `${severity}: ${name} ${range}${isDirect ? ' (ours)' : ''}`,
			),
			'Run "npm audit" for what mends it.',
		],
	};
}

function toUnasked(reason: string): AuditOutcome {
	return {
		exitCode: 2,
		lines: [`The registry could not be asked (${reason}). This is no clean bill: run it again where npm reaches it.`],
	};
}

if (import.meta.main) {
	const { stdout } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8' });
	const { exitCode, lines } = readAudit(stdout ?? '');
	console.log(lines.join('\n'));
	process.exitCode = exitCode;
}
