/** Puts one more style sheet on an element. Constructed, so that no policy of the page is in the way. */
export function adopt(root: HTMLElement | DocumentFragment, css: string): void {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(css);
	(root as ShadowRoot).adoptedStyleSheets.push(sheet);
}
