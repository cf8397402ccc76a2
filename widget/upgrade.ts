import { FormAttributes } from './form-attributes.ts';

/**
 * Puts a `<doorstep-form>` into every `<div data-doorstep listing="…">`: page editors take unknown tags out, and leave
 * such a div. Our attributes go with it, bare or with `data-` before them. A div that has its element is passed over.
 */
export function upgrade(): void {
	for (const stand of document.querySelectorAll('[data-doorstep]:not(:has(doorstep-form))')) {
		const element = document.createElement('doorstep-form');
		for (const { name, value } of stand.attributes) {
			const own = name.replace('data-', '');
			if (own in FormAttributes.properties) element.setAttribute(own, value);
		}
		// A plain form inside stays until there is another.
		element.append(...stand.childNodes);
		stand.append(element);
	}
}
