import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';

const FOLDER = new URL('../../docs/pictures/', import.meta.url);

/** WebP's own scale. Less, and the letters of small print fray. */
const QUALITY = 78;

/** Whether pictures are taken: `npm run pictures`. */
export const takesPictures = Boolean(process.env.UPDATE_PICTURES);

/**
 * Takes a picture for the documents, where pictures are to be taken; else does nothing.
 * @param name its path in `docs/pictures`, without the ending
 * @param whole the element to take in whole; what is on the screen when absent
 */
export async function takePicture(page: Page, name: string, whole?: Locator): Promise<void> {
	if (!takesPictures) return;
	await page.evaluate(readyToBeTaken);
	const box = await whole?.boundingBox();
	const scroll = await page.evaluate(() => ({ x: scrollX, y: scrollY }));
	const clip = box && {
		x: Math.max(0, box.x + scroll.x - 16),
		y: Math.max(0, box.y + scroll.y - 16),
		width: box.width + 32,
		height: box.height + 32,
		scale: 1,
	};
	// Playwright itself takes PNG and JPEG only; WebP is a third of their size.
	const session = await page.context().newCDPSession(page);
	const { data } = await session.send('Page.captureScreenshot', {
		format: 'webp',
		quality: QUALITY,
		...(clip && { clip, captureBeyondViewport: true }),
	});
	const file = fileURLToPath(new URL(`${name}.webp`, FOLDER));
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, Buffer.from(data, 'base64'));
}

/** Resolves when fonts and the pictures on the screen are there. Runs in the page. */
async function readyToBeTaken(): Promise<void> {
	const images = [...document.querySelectorAll('doorstep-form')].flatMap((form) => [
		...(form.shadowRoot?.querySelectorAll('img') ?? []),
	]);
	const inView = [...document.images, ...images].filter((image) => {
		const { top, bottom } = image.getBoundingClientRect();
		return bottom > 0 && top < innerHeight;
	});
	await Promise.all([document.fonts.ready, ...inView.map((image) => image.decode().catch(() => undefined))]);
}
