import { isWhole } from '../../contract/first-form.ts';
import type { Form } from '../../contract/form.ts';

const asked = new Map<string, Promise<Form | undefined>>();

/**
 * Gets what a site's script leaves out of its form until somebody touches it: the words for what comes later, and the
 * limits of answers. Once for all forms of the page.
 * @returns the whole form, or nothing where it can't be had; the next call tries again
 */
export function completeForm(form: Form, siteUrl: string): Promise<Form | undefined> {
	if (isWhole(form)) return Promise.resolve(form);
	const url = `${siteUrl}/form?lang=${form.language}&mode=${form.mode}`;
	const asking = asked.get(url) ?? request(url);
	asked.set(url, asking);
	return asking;

	async function request(address: string): Promise<Form | undefined> {
		try {
			const response = await fetch(address, { credentials: 'omit' });
			if (response.ok) return await response.json();
		} catch {
			// Said by the caller.
		}
		asked.delete(address);
		return undefined;
	}
}
