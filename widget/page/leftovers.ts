/** Where a draft is kept, by site and listing. */
export function toDraftKey(site: string | undefined, reference: string | undefined): string {
	return `doorstep-draft:${site}:${reference}`;
}

/** Whether an earlier page, or this one before a reload, left an unsent lead (`post/outbox.ts`) or a draft. */
export function hasLeftovers(draftKey: string): boolean {
	try {
		return !!(localStorage['doorstep-outbox'] || sessionStorage[draftKey]);
	} catch {
		return false;
	}
}
