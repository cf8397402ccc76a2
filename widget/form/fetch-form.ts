import type { Form } from '../../contract/form.ts';

/**
 * How long a form from the Worker is waited for, in milliseconds, before the form at hand is shown, or the plain one in
 * the light DOM. It is one small answer from the edge; four seconds is a bad phone network, and white space meanwhile.
 */
const FORM_TIMEOUT_MS = 8_000;

const asked = new Map<string, Promise<Form | undefined>>();

/**
 * Fetches a form, once for all elements of the page that want the same.
 * @returns nothing where it can't be had; the next call tries again
 */
export function fetchForm(url: string): Promise<Form | undefined> {
	const known = asked.get(url);
	if (known) return known;
	const asking = request(url).then((form) => {
		if (!form) asked.delete(url);
		return form;
	});
	asked.set(url, asking);
	return asking;
}

async function request(url: string): Promise<Form | undefined> {
	try {
		const response = await fetch(url, { credentials: 'omit', signal: AbortSignal.timeout(FORM_TIMEOUT_MS) });
		return response.ok ? await response.json() : undefined;
	} catch {
		return undefined;
	}
}
