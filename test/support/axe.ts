import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 AA, and the levels and versions below it. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Violation {
	id: string;
	nodes: { html: string }[];
}

/** What axe has against the page as it is now: the rule and the element, one a string. */
export async function readViolations(page: Page): Promise<string[]> {
	// Through the debugger, which the page's own policy does not bind.
	await page.evaluate(AXE);
	const violations = await page.evaluate(async (tags) => {
		const { axe } = window as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } };
		return (await axe.run({ runOnly: { type: 'tag', values: tags } })).violations;
	}, TAGS);
	return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
