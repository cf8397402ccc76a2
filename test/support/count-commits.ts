import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Sizes in SQLite's write-ahead log, in bytes (sqlite.org/fileformat2.html, section 4.1). */
const HEADER = 32;
const FRAME_HEADER = 24;

/**
 * Counts the transactions in the write-ahead logs of a folder's databases, the runtime's own aside. Each is one fsync
 * that an answer waits for: SQLite syncs the log at every commit, and at nothing else until it is copied back into the
 * database (after 1,000 pages, which starts the log anew; count over less).
 */
export function countCommits(folder: string): number {
	return readdirSync(folder)
		.filter((name) => name.endsWith('.sqlite-wal') && !name.startsWith('metadata'))
		.reduce((sum, name) => sum + countIn(readFileSync(join(folder, name))), 0);
}

function countIn(log: Buffer): number {
	if (log.length < HEADER) return 0;
	const frame = FRAME_HEADER + log.readUInt32BE(8);
	const salt = log.subarray(16, 24);
	let commits = 0;
	for (let at = HEADER; at + frame <= log.length; at += frame) {
		// Frames of an older log may follow the newest.
		if (!log.subarray(at + 8, at + 16).equals(salt)) break;
		// The last frame of a transaction tells the database's size, the others tell nothing.
		if (log.readUInt32BE(at + 4) > 0) commits++;
	}
	return commits;
}
