import type { DeskHost } from '../desk/desk-host.ts';

/**
 * Tells Google's data layer of an event, where the page's owner asked for it by `analytics`: ids and numbers only,
 * nothing a visitor typed.
 */
export function track({ analytics, page, shownForm }: DeskHost, event: string, data: object): void {
	if (!analytics) return;
	const { price, currency, reference } = page.listing;
	const owner = window as { dataLayer?: object[] };
	owner.dataLayer ??= [];
	owner.dataLayer.push({
		event,
		...data,
		form_id: shownForm?.site,
		...(reference && { listing: reference }),
		...(price && currency && event === 'generate_lead' && { value: price, currency }),
	});
}
