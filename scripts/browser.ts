import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where Chromium and its kin live, by platform; `CHROME_PATH` wins. */
const PATHS = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** The Chromium to test in, or nothing where none is installed. */
export function findChromium(): string | undefined {
	const { CHROME_PATH } = process.env;
	return [CHROME_PATH, ...PATHS].find((path) => path && existsSync(path));
}

/** Arguments every headless Chromium of ours starts with: containers have no user namespace and a small /dev/shm. */
export const CHROMIUM_ARGS = [
	'--no-sandbox',
	'--disable-dev-shm-usage',
	'--disable-gpu',
	'--disable-background-networking',
];

/**
 * Finds Chromium, or installs Debian's where that needs no question: as root, or where sudo asks for no password.
 * @throws with what to do, where neither is possible
 */
export function ensureChromium(): string {
	const found = findChromium();
	if (found) return found;
	const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
	const mayInstall = spawnSync(sudo[0] ?? 'true', [...sudo.slice(1), 'true']).status === 0;
	if (mayInstall && existsSync('/usr/bin/apt-get')) {
		console.log('No browser found. Installing Chromium from the system’s packages (once, about a minute)…');
		const apt = [...sudo, 'apt-get'];
		const run = (...args: string[]) =>
			execFileSync(apt[0] as string, [...apt.slice(1), ...args], {
				stdio: ['ignore', 'ignore', 'inherit'],
				env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
			});
		run('update', '-qq');
		run('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation');
		const installed = findChromium();
		if (installed) return installed;
	}
	throw new Error(
		'The browser tests need Chromium or Chrome, and none was found.\n' +
			'Install one (Debian, Ubuntu: sudo apt-get install chromium), or set CHROME_PATH to where it is.',
	);
}
