import {
	type Chance,
	createChance,
	ellipse,
	gradient,
	group,
	HEIGHT,
	line,
	mirror,
	picture,
	polygon,
	rect,
	repeat,
	WIDTH,
} from './draw.ts';
import { drawPotted, GREEN, type Leaves } from './foliage.ts';
import { defineSky, drawSky, type Sky } from './sky.ts';

/** What makes one terrace differ from another. */
export interface Terrace {
	seed: number;
	/** Seen the other way round. */
	mirrored?: boolean;
	sky: Sky;
	/** The land behind the railing, from far to near. */
	land: (chance: Chance) => string;
	/** Haze over the far land. */
	haze: string;
	railing: { kind: 'iron' | 'glass' | 'wood'; colour: string };
	floor: readonly [string, string];
	pots: readonly [string, string];
	leaves?: Leaves;
	chair: string;
	/** Evening: a string of lights over the terrace. */
	lights?: boolean;
}

const RAIL_TOP = 520;
const FLOOR_TOP = 665;

/** A terrace with two chairs, and the land beyond it. */
export function drawTerrace(terrace: Terrace): string {
	const chance = createChance(terrace.seed);
	const defs =
		defineSky(terrace.sky) +
		gradient('haze', [
			[0, terrace.haze, 0],
			[0.55, terrace.haze, 0.5],
			[1, terrace.haze, 0.05],
		]) +
		gradient('deck', [
			[0, terrace.floor[0]],
			[1, terrace.floor[1]],
		]);
	const leaves = terrace.leaves ?? GREEN;
	const layers = [
		drawSky(terrace.sky, chance, 640),
		terrace.land(chance),
		rect(0, 250, WIDTH, 330, 'url(#haze)'),
		rect(0, FLOOR_TOP, WIDTH, HEIGHT - FLOOR_TOP, 'url(#deck)'),
		repeat(19, (i) =>
			line(`${600 + (i - 9) * 78},${FLOOR_TOP} ${600 + (i - 9) * 196},${HEIGHT}`, '#000', 2, 'opacity="0.16"'),
		),
		drawRailing(terrace),
		rect(0, FLOOR_TOP, WIDTH, 16, '#000', 'opacity="0.18" filter="url(#soft)"'),
		drawChair(330, 1, terrace.chair),
		drawChair(640, -1, terrace.chair),
		drawSmallTable(),
		drawPotted(chance, 96, 786, 360, terrace.pots[0], '#000', leaves),
		drawPotted(chance, 1110, 790, 430, terrace.pots[1], '#000', leaves),
		drawPotted(chance, 968, 772, 220, terrace.pots[0], '#000', leaves),
		terrace.lights ? drawLights() : '',
	];
	return picture(defs, terrace.mirrored ? [mirror(layers)] : layers);
}

function drawRailing({ railing }: Terrace): string {
	const { kind, colour } = railing;
	if (kind === 'glass') {
		return (
			repeat(
				5,
				(i) =>
					rect(i * 244 - 6, RAIL_TOP + 12, 232, FLOOR_TOP - RAIL_TOP - 16, '#e8f3f4', 'opacity="0.2"') +
					polygon(
						`${i * 244 + 20},${RAIL_TOP + 12} ${i * 244 + 80},${RAIL_TOP + 12} ${i * 244 + 30},${FLOOR_TOP - 4} ${i * 244 - 6},${FLOOR_TOP - 4}`,
						'#fff',
						'opacity="0.16"',
					),
			) +
			repeat(6, (i) => rect(i * 244 - 14, RAIL_TOP, 8, FLOOR_TOP - RAIL_TOP, colour)) +
			rect(0, RAIL_TOP, WIDTH, 12, colour)
		);
	}
	const posts =
		kind === 'iron'
			? repeat(50, (i) => rect(i * 24.5, RAIL_TOP + 8, 4, FLOOR_TOP - RAIL_TOP - 12, colour))
			: repeat(5, (i) => rect(0, RAIL_TOP + 30 + i * 27, WIDTH, 10, colour));
	return group(
		'',
		posts,
		repeat(6, (i) => rect(i * 238, RAIL_TOP - 6, 12, FLOOR_TOP - RAIL_TOP + 6, colour)),
		rect(0, RAIL_TOP - 8, WIDTH, 15, colour),
		rect(0, RAIL_TOP - 8, WIDTH, 4, '#fff', 'opacity="0.25"'),
		rect(0, FLOOR_TOP - 10, WIDTH, 8, colour),
	);
}

/** A folding chair seen from the side. */
function drawChair(x: number, turned: 1 | -1, colour: string): string {
	return (
		ellipse(x, 784, 96, 10, '#000', 'opacity="0.3" filter="url(#soft)"') +
		group(
			`transform="translate(${x} 0) scale(${turned} 1)"`,
			line(`-62,560 -34,696 46,782`, '#5a4431', 9),
			line(`48,690 -52,782`, '#5a4431', 9),
			polygon(`-70,552 -52,546 -22,690 -40,697`, colour),
			polygon(`-42,688 62,678 66,694 -38,706`, colour),
			polygon(`-42,699 66,688 66,694 -38,706`, '#000', 'opacity="0.25"'),
			polygon(`-58,548 -52,546 -22,690 -29,693`, '#000', 'opacity="0.18"'),
		)
	);
}

function drawSmallTable(): string {
	return (
		ellipse(486, 782, 70, 9, '#000', 'opacity="0.3" filter="url(#soft)"') +
		line(`486,690 486,776`, '#4a3a2c', 8) +
		line(`452,780 486,762 520,780`, '#4a3a2c', 7) +
		ellipse(486, 690, 74, 12, '#6b5440') +
		ellipse(486, 686, 74, 12, '#8b6f54') +
		rect(458, 656, 9, 26, '#f4ead6', 'rx="3"') +
		rect(500, 650, 12, 32, '#e9f0ee', 'rx="4" opacity="0.85"') +
		rect(502, 664, 8, 16, '#d18a3c', 'rx="3" opacity="0.8"')
	);
}

/** A string of bulbs across the evening. */
function drawLights(): string {
	const bulbs = repeat(13, (i) => {
		const x = 30 + i * 95;
		const t = x / WIDTH;
		const y = 60 + 150 * t * (1 - t) * 2.2;
		return (
			ellipse(x, y + 12, 26, 26, '#ffdf9a', 'opacity="0.28" filter="url(#soft)"') + ellipse(x, y + 12, 6, 8, '#fff0c4')
		);
	});
	return `<path d="M-10 58 Q600 226 1210 58" fill="none" stroke="#2e2620" stroke-width="3"/>${bulbs}`;
}
