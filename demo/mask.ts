import type { InboxRecord } from './inbox.ts';

/** Headers and query parameters that carry a vendor's credentials. */
const SECRET_NAMES = new Set(['authorization', 'x-authorization', 'user', 'token', 'cookie']);

/** Shows that a secret is there, and how it is written (`Bearer …`), but not the secret. */
function mask(value: string): string {
	const scheme = /^(Bearer|token|Basic) /i.exec(value)?.[0] ?? '';
	return `${scheme}••••••`;
}

/** A record as the page may show it: its credentials masked. */
export function maskRecord(record: InboxRecord): InboxRecord {
	const maskAll = <T>(values: Record<string, T>) =>
		Object.fromEntries(
			Object.entries(values).map(([name, value]) => [
				name,
				SECRET_NAMES.has(name.toLowerCase()) ? mask(String(value)) : value,
			]),
		);
	const { entry } = record;
	return { ...record, entry: { ...entry, headers: maskAll(entry.headers), query: maskAll(entry.query) } };
}
