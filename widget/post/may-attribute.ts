import type { DeskHost } from '../desk/desk-host.ts';
import { deniesStorage } from './denies-storage.ts';
import { rememberedVisit } from './remembered-visit.ts';

/**
 * Whether a lead may tell how the visitor came. Not where the visitor asks not to be followed (Global Privacy Control,
 * https://w3c.github.io/gpc/), the page says `attribution="off"`, or its consent mode denies storage; what was kept of
 * the visit is then erased.
 */
export function mayAttribute({ attribution }: Pick<DeskHost, 'attribution'>): boolean {
	const { globalPrivacyControl } = navigator as { globalPrivacyControl?: boolean };
	const { dataLayer } = window as { dataLayer?: unknown };
	const may = !globalPrivacyControl && attribution !== 'off' && !deniesStorage(dataLayer);
	if (!may) rememberedVisit.forget();
	return may;
}
