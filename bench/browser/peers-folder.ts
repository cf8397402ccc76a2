import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The peers' sources and the exact versions they are built with. */
export const PEER_SOURCES = fileURLToPath(new URL('./peers/', import.meta.url));

/**
 * Installs the peers from the public registry into a temporary folder, once for each list of versions, without running
 * their install scripts.
 * @returns the folder that holds their node_modules and, in `sources`, the contestants
 */
export function installPeers(): string {
	const list = readFileSync(join(PEER_SOURCES, 'package.json'));
	const folder = join(tmpdir(), `doorstep-peers-${createHash('sha256').update(list).digest('hex').slice(0, 12)}`);
	// Beside their packages, or they would find ours.
	cpSync(PEER_SOURCES, join(folder, 'sources'), { recursive: true });
	const done = join(folder, 'installed');
	if (existsSync(done)) return folder;
	console.error('Installing the peers from the npm registry (once, about a minute)…');
	mkdirSync(folder, { recursive: true });
	copyFileSync(join(PEER_SOURCES, 'package.json'), join(folder, 'package.json'));
	execFileSync('npm', ['install', '--no-audit', '--no-fund', '--legacy-peer-deps', '--ignore-scripts'], {
		cwd: folder,
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	writeFileSync(done, '');
	return folder;
}

/** `name@version` of everything a page of peers is made of. */
export function peerVersions(): string[] {
	const { dependencies } = JSON.parse(readFileSync(join(PEER_SOURCES, 'package.json'), 'utf8')) as {
		dependencies: Record<string, string>;
	};
	return Object.entries(dependencies).map(([name, version]) => `${name}@${version}`);
}
