import type { Form } from '../../contract/form.ts';

/** A form that came inside a site's script, and the origin of the Worker it came from. */
export interface FormSource {
	form: Form;
	endpoint: string;
}

const sources: FormSource[] = [];

/** Who is told of every script that comes later. */
export const watchers = new Set<() => void>();

/** The origin of the first script: the Worker's, where nothing else is said. */
export let scriptOrigin = '';

/**
 * Takes what a script brought. The first form of a site stays.
 * @param origin the origin the script came from
 * @param form nothing where the script came without one
 */
export function registerForm(origin: string, form?: Form): void {
	scriptOrigin ||= origin;
	if (form && !sources.some((source) => source.form.site === form.site)) sources.push({ form, endpoint: origin });
	for (const notify of watchers) notify();
}

/** The form a script brought for a site; the first of all where no site is named. */
export function findSource(site: string | null | undefined): FormSource | undefined {
	return sources.find(({ form }) => !site || form.site === site);
}
