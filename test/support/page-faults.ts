import type { Page } from 'playwright-core';

/**
 * What is wrong with how a page with a form is laid out: sideways scrolling, and whatever of the form sticks out of the
 * screen or of its own box, so that words are cut or cover others. The form is the element's own or, where no script runs,
 * the plain one.
 */
export function readPageFaults(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const faults: string[] = [];
		const { scrollWidth, clientWidth } = document.documentElement;
		if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth - clientWidth} px wider than the screen`);
		const roots = [...document.querySelectorAll('doorstep-form')].map((element) => element.shadowRoot ?? element);
		const all = (roots.length > 0 ? roots : [document]).flatMap((root) => [...root.querySelectorAll('*')]);
		const shown = all.filter((element): element is HTMLElement => {
			if (!(element instanceof HTMLElement) || !element.checkVisibility({ visibilityProperty: true })) return false;
			// What only a screen reader meets is clipped on purpose.
			return getComputedStyle(element).clipPath === 'none' && !element.closest('.unseen');
		});
		if (!shown.some((element) => element.matches('input, select, button')))
			faults.push('nothing of the form is to be seen');
		for (const element of shown) {
			const { left, right, width, height } = element.getBoundingClientRect();
			const name = `${element.localName}.${element.className || element.getAttribute('part') || element.id}`;
			if (width > 0 && (left < -1 || right > clientWidth + 1)) faults.push(`${name} sticks out of the screen`);
			// The words of an input scroll inside it; those of anything else have to fit.
			if (
				!/^(input|textarea|select|option)$/.test(element.localName) &&
				element.scrollWidth > element.clientWidth + 1
			) {
				if (element.clientWidth > 0) faults.push(`${name} holds ${element.scrollWidth} px in ${element.clientWidth}`);
			}
			for (const node of element.childNodes) {
				const word = node instanceof Text ? node.data.trim() : '';
				if (!/^[\p{L}]+$/u.test(word)) continue;
				const range = document.createRange();
				range.selectNodeContents(node);
				if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
					faults.push(`“${word}” is broken`);
			}
			if (element.matches('button, input:not([type=checkbox], [type=radio], [type=hidden]), select, textarea')) {
				const least = element.matches('.link') ? 24 : 44;
				if (height < least) faults.push(`${name} is ${height} px high`);
			}
		}
		return faults;
	});
}

/** Whether the element that has the focus shows it: an outline of at least two pixels in a colour one can see. */
export function showsFocus(page: Page): Promise<boolean> {
	return page.evaluate(() => {
		let focused = document.activeElement;
		while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
		if (!focused || focused === document.body) return false;
		const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(focused);
		return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !/, 0\)$|transparent/.test(outlineColor);
	});
}
