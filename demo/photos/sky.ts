import { type Chance, ellipse, glow, gradient, group, HEIGHT, rect, WIDTH } from './draw.ts';

/** The light of a picture. */
export interface Sky {
	/** From the top to the horizon. */
	colours: readonly [string, string, string];
	/** Where the sun stands, and its glow; none at noon or in the blue hour. */
	sun?: { x: number; y: number; colour: string; size?: number };
	/** Colour of the clouds; none where absent. */
	clouds?: string;
}

/** Definitions the sky needs. */
export function defineSky({ colours, sun }: Sky): string {
	return (
		gradient('sky', [
			[0, colours[0]],
			[0.6, colours[1]],
			[1, colours[2]],
		]) +
		(sun
			? glow('sun', [
					[0, sun.colour, 0.95],
					[0.16, sun.colour, 0.6],
					[0.5, sun.colour, 0.18],
					[1, sun.colour, 0],
				])
			: '')
	);
}

/** The sky down to `horizon`. */
export function drawSky({ sun, clouds }: Sky, chance: Chance, horizon = HEIGHT): string {
	const parts = [rect(0, 0, WIDTH, horizon, 'url(#sky)')];
	if (sun) parts.push(ellipse(sun.x, sun.y, sun.size ?? 420, sun.size ?? 420, 'url(#sun)'));
	if (clouds) {
		for (let i = 0; i < 5; i++) {
			const x = chance(-60, WIDTH);
			const y = chance(horizon * 0.1, horizon * 0.55);
			const width = chance(120, 300);
			const puffs = Array.from({ length: 6 }, () =>
				ellipse(
					x + chance(-width, width) * 0.8,
					y + chance(-9, 9),
					chance(0.3, 0.8) * width,
					chance(7, 17),
					clouds,
					'opacity="0.5"',
				),
			);
			parts.push(group('filter="url(#soft)" opacity="0.75"', ...puffs));
		}
	}
	return parts.join('');
}
