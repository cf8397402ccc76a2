import { type Chance, createChance, ellipse, line, path, picture, polygon, rect } from './draw.ts';

/** What makes one neighbourhood differ from another. */
export interface Neighbourhood {
	seed: number;
	/** Turn of the street grid, in degrees. */
	turn: number;
	/** A block's sides. */
	block: readonly [number, number];
	water?: 'river' | 'coast';
	/** Colour of the pin. */
	pin: string;
}

const WIDTH = 960;
const HEIGHT = 420;

/** A drawn map: blocks, streets, a park, perhaps water, and the place. */
export function drawMap({ seed, turn, block, water, pin }: Neighbourhood): string {
	const chance = createChance(seed);
	return picture(
		'',
		[
			rect(0, 0, WIDTH, HEIGHT, '#fdfbf6'),
			`<g transform="rotate(${turn} ${WIDTH / 2} ${HEIGHT / 2})">${drawBlocks(chance, block)}</g>`,
			line(`-20,330 300,262 640,196 990,60`, '#fff', 30),
			line(`-20,330 300,262 640,196 990,60`, '#f6dfae', 22),
			line(`250,-20 330,180 372,440`, '#fff', 24),
			line(`250,-20 330,180 372,440`, '#f9ead0', 17),
			water ? drawWater(water) : '',
			ellipse(WIDTH / 2, 214, 92, 92, pin, 'opacity="0.14"'),
			ellipse(WIDTH / 2, 214, 92, 92, 'none', `stroke="${pin}" stroke-width="2" stroke-dasharray="5 6" opacity="0.7"`),
			path(`M${WIDTH / 2} 222 c-26 -30 -32 -40 -32 -56 a32 32 0 0 1 64 0 c0 16 -6 26 -32 56Z`, pin),
			ellipse(WIDTH / 2, 166, 12, 12, '#fff'),
		],
		WIDTH,
		HEIGHT,
	);
}

function drawBlocks(chance: Chance, [width, height]: readonly [number, number]): string {
	let parts = '';
	const gap = 13;
	for (let x = -320; x < WIDTH + 320; x += width + gap) {
		for (let y = -420; y < HEIGHT + 420; y += height + gap) {
			const kind = chance();
			if (kind < 0.09) {
				parts += rect(x, y, width, height, '#d3e3c1', 'rx="6"');
				for (let i = 0; i < 9; i++)
					parts += ellipse(x + chance(8, width - 8), y + chance(8, height - 8), 6, 6, '#a9c68f');
				continue;
			}
			parts += rect(x, y, width, height, '#ece5d8', 'rx="3"');
			for (let bx = x + 5; bx < x + width - 16; bx += chance(18, 34)) {
				parts += rect(bx, y + 5, chance(12, 17), chance(0.28, 0.42) * height, '#dfd5c3');
				parts += rect(bx, y + height * 0.58, chance(12, 17), chance(0.26, 0.36) * height, '#dfd5c3');
			}
		}
	}
	return parts;
}

function drawWater(kind: 'river' | 'coast'): string {
	if (kind === 'coast') return polygon(`0,372 220,356 480,384 760,350 960,366 960,420 0,420`, '#bcd9e6');
	const way = [
		[720, -20],
		[742, 90],
		[706, 200],
		[752, 310],
		[738, 440],
	] as const;
	return line(way, '#fdfbf6', 78) + line(way, '#bcd9e6', 66) + line(`640,268 860,226`, '#fff', 14);
}
