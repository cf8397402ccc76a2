import type { Form } from '../../contract/form.ts';

/** A form that came inside a site's script, and the origin of the Worker it came from. */
export interface FormSource {
	form: Form;
	endpoint: string;
}

const sources: FormSource[] = [];
const watchers = new Set<() => void>();
let firstOrigin = '';

/**
 * Takes what a script brought. The first form of a site stays.
 * @param origin the origin the script came from
 * @param form nothing where the script came without one
 */
export function registerForm(origin: string, form?: Form): void {
	firstOrigin ||= origin;
	if (form && !sources.some((source) => source.form.site === form.site)) sources.push({ form, endpoint: origin });
	for (const notify of watchers) notify();
}

/** The form a script brought for a site; the first of all where no site is named. */
export function findSource(site: string | null | undefined): FormSource | undefined {
	return sources.find(({ form }) => !site || form.site === site);
}

/** The origin of the first script: the Worker's, where nothing else is said. */
export function scriptOrigin(): string {
	return firstOrigin;
}

/** Calls `notify` at every script that comes later, until it is taken off by `unwatch`. */
export function watch(notify: () => void): void {
	watchers.add(notify);
}

/** Ends what `watch` began. */
export function unwatch(notify: () => void): void {
	watchers.delete(notify);
}
