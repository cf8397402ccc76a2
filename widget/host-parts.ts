import type { LitElement } from 'lit';
import { adopt } from './adopt.ts';
import { type Part, parts } from './lazy-parts.ts';

/** The lazy parts that one element has so far, of those that bring a look of their own. */
export type HostParts = { [Name in 'desk' | 'fields' | 'frame']?: Part<Name> };

/**
 * Gets a part for an element, and the first time puts on its style sheet and shows what it brings.
 * @param own the parts the element has; the new one is added
 * @returns nothing where it can't be had; the next call tries again
 */
export async function getPart<Name extends keyof HostParts>(
	host: LitElement,
	own: HostParts,
	name: Name,
): Promise<Part<Name> | undefined> {
	const part = (await parts[name]()) as Part<Name> | undefined;
	if (part && !own[name]) {
		Object.assign(own, { [name]: part });
		adopt(host.renderRoot, part.styles);
		host.requestUpdate();
	}
	return part;
}
