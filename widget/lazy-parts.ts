/** Loads a part once for all forms of the page; gives nothing where it can't be had, and then tries again when asked. */
function once<T>(load: () => Promise<T>): () => Promise<T | undefined> {
	let loading: Promise<T | undefined> | undefined;
	return () => {
		loading ??= load().catch(() => {
			loading = undefined;
			return undefined;
		});
		return loading;
	};
}

/** The parts that come when they are needed. */
export const parts = {
	/** Checks what is typed, and has it sent: at the visitor's first touch. */
	desk: once(() => import('./desk/desk.ts')),
	/** Fields that are chosen from or hold a number: where a form has one. */
	fields: once(() => import('./fields/fields.ts')),
	/** Dialog and bar: where the appearance is one. */
	frame: once(() => import('./frame/frame.ts')),
	/** Asks the Worker for a form: where the script brought none in the language of the page. */
	fetchForm: once(() => import('./form/fetch-form.ts')),
};

/** One part, as its file exports it. */
export type Part<Name extends keyof typeof parts> = NonNullable<Awaited<ReturnType<(typeof parts)[Name]>>>;
