import type { ElementHandle, Page } from 'playwright-core';

/** What a visitor answers: name, e-mail, phone, message. The consent is ticked. */
export const ANSWERS = ['Ann Lee', 'ann@example.com', '(202) 456-1111', 'Can I see it?'] as const;

/** Fills a contestant's form in, and ticks the consent. */
export async function fillIn(page: Page, answers: readonly string[] = ANSWERS): Promise<void> {
	const inputs = await findInputs(page);
	for (const [i, answer] of answers.entries()) await inputs[i]?.fill(answer);
	await tick(inputs[answers.length]);
}

/** Presses the button that sends. */
export async function pressSend(page: Page, times = 1): Promise<void> {
	const found = await page.evaluateHandle(() => {
		const { buttons } = window.probe.fields();
		return (
			buttons.find((button) => /send/i.test(`${button.textContent} ${button.getAttribute('value')}`)) ?? buttons.at(-1)
		);
	});
	const button = found.asElement() as ElementHandle<HTMLElement> | null;
	for (let i = 0; i < times; i++) {
		// A form that is gone after the first click is as it should be.
		await button?.click({ timeout: i > 0 ? 2000 : 15_000, noWaitAfter: true, force: i > 0 }).catch(() => undefined);
	}
}

/** The inputs in the order of `ANSWERS`, and the consent last. */
export async function findInputs(page: Page): Promise<ElementHandle<HTMLElement>[]> {
	const found = await page.evaluateHandle(() => {
		const { lines, areas, ticks } = window.probe.fields();
		return [...lines.slice(0, 3), ...areas.slice(0, 1), ...ticks.slice(-1)];
	});
	const handles = await found.getProperties();
	return [...handles.values()].flatMap((handle) => (handle.asElement() as ElementHandle<HTMLElement> | null) ?? []);
}

/** Ticks a box as a visitor does, or by its label where it can't be hit itself. */
export async function tick(box: ElementHandle<HTMLElement> | undefined): Promise<void> {
	const isTicked = () => box?.evaluate((input) => (input as HTMLInputElement).checked);
	if (await isTicked()) return;
	await box?.click({ timeout: 1500 }).catch(() => undefined);
	if (await isTicked()) return;
	await box?.evaluate((input) => ((input as HTMLInputElement).labels?.[0] ?? input).click());
}
