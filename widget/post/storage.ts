import { KEEP_UNSENT_MS } from '../../contract/limits.ts';

/**
 * What the visitor's device keeps for us, dated: what is older than 24 h is erased when it is come
 * upon, and never used, so a shared device is safe.
 * @param area `localStorage` or `sessionStorage`
 * @returns nothing where there is none, or the page may not store
 */
export function readStored<T extends { at: number }>(area: 'localStorage' | 'sessionStorage', key: string): T[] {
	try {
		const kept: T[] = JSON.parse(window[area].getItem(key) ?? '[]');
		const fresh = kept.filter(({ at }) => Date.now() - at < KEEP_UNSENT_MS);
		if (fresh.length < kept.length) store(area, key, fresh);
		return fresh;
	} catch {
		return [];
	}
}

/**
 * Keeps a list, or takes the key off where it is empty.
 * @returns whether it is kept
 */
export function store(area: 'localStorage' | 'sessionStorage', key: string, list: { at: number }[]): boolean {
	try {
		if (list.length) window[area].setItem(key, JSON.stringify(list));
		else window[area].removeItem(key);
		return true;
	} catch {
		return false;
	}
}
