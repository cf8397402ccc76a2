import {
	type Chance,
	createChance,
	ellipse,
	glow,
	gradient,
	group,
	HEIGHT,
	line,
	mirror,
	type Point,
	picture,
	polygon,
	rect,
	repeat,
	toFloor,
	WIDTH,
} from './draw.ts';
import { drawPotted, GREEN } from './foliage.ts';
import { drawArt, drawLamp, drawPendant, drawSofa, drawTable } from './furniture.ts';
import type { Room } from './room.ts';
import { drawWindow, windowBox } from './room-window.ts';

/** Where back wall and floor meet, and where the eye is level. */
const FLOOR_LINE = 560;
const HORIZON = 380;

/** A living room in daylight: window, sofa, rug, lamp, plant, pictures, and the sun on the floor. */
export function drawInterior(room: Room): string {
	const chance = createChance(room.seed);
	const at = toFloor(HORIZON, 1.5, 900);
	const defs =
		gradient(
			'wall',
			[
				[0, room.wall[1]],
				[0.42, room.wall[0]],
				[1, room.wall[1]],
			],
			'x',
		) +
		gradient('floorShade', [
			[0, '#000', 0.28],
			[0.25, '#000', 0.06],
			[1, '#000', 0.2],
		]) +
		gradient('view', [
			[0, room.window.sky[0]],
			[1, room.window.sky[1]],
		]) +
		gradient(
			'curtain',
			[
				[0, room.curtain],
				[0.3, '#fff'],
				[0.55, room.curtain],
				[0.8, '#fff'],
				[1, room.curtain],
			],
			'x',
		) +
		gradient('sofa', [
			[0, room.sofa.body],
			[1, room.sofa.shade],
		]) +
		gradient('table', [
			[0, '#fff', 0.25],
			[1, '#000', 0.15],
		]) +
		glow('lamp', [
			[0, '#ffe6b0', 0.75],
			[1, '#ffe6b0', 0],
		]) +
		glow('corner', [
			[0.55, '#2a1a0c', 0],
			[1, '#2a1a0c', 0.2],
		]);
	const layers = [
		rect(0, 0, WIDTH, FLOOR_LINE, 'url(#wall)'),
		rect(0, 0, WIDTH, 54, room.ceiling),
		rect(0, 54, WIDTH, 12, '#fff', 'opacity="0.55"'),
		rect(0, 66, WIDTH, 9, '#000', 'opacity="0.06"'),
		drawFloor(room, at, chance),
		rect(0, FLOOR_LINE - 22, WIDTH, 22, '#fff', 'opacity="0.72"'),
		rect(0, FLOOR_LINE - 3, WIDTH, 5, '#000', 'opacity="0.2"'),
		drawWindow(room, chance),
		drawArt(room, chance),
		drawSunlight(room, at),
		drawRug(room, at),
		drawLamp(room),
		drawSofa(room),
		drawTable(room, chance),
		drawPendant(room),
		ellipse(1085, 742, 120, 16, '#000', 'opacity="0.25" filter="url(#soft)"'),
		drawPotted(chance, 1085, 745, 400, room.accent, '#000', room.leaves ?? GREEN),
		rect(0, 0, WIDTH, HEIGHT, 'url(#corner)'),
	];
	return picture(defs, room.mirrored ? [mirror(layers)] : layers);
}

/** Tiles or planks in perspective, from the wall to below the picture's edge. */
function drawFloor({ floor }: Room, at: (x: number, z: number) => Point, chance: Chance): string {
	let parts = rect(0, FLOOR_LINE, WIDTH, HEIGHT - FLOOR_LINE, floor.joint);
	const tiles = floor.kind === 'tiles';
	const [width, depth] = tiles ? [0.5, 0.5] : [0.26, 1.7];
	for (let column = -22; column < 22; column++) {
		const shift = tiles ? 0 : chance(0, depth);
		for (let row = -1; row < 16; row++) {
			const near = 2.6 + row * depth - shift;
			const far = near + depth * 0.97;
			if (far < 2.2 || near > 7.5) continue;
			const from = Math.max(near, 2.2);
			const to = Math.min(far, 7.5);
			const x = column * width;
			const corners = [at(x, from), at(x + width * 0.97, from), at(x + width * 0.97, to), at(x, to)];
			if (corners.every(([px]) => px < 0 || px > WIDTH)) continue;
			const index = tiles ? Math.abs(column + row) % 2 : Math.floor(chance(0, floor.colours.length));
			parts += polygon(corners, floor.colours[index % floor.colours.length] as string);
			if (tiles && floor.colours.length > 2) parts += drawTileFlower(at, x, near, width, depth, floor.colours, index);
		}
	}
	return parts + rect(0, FLOOR_LINE, WIDTH, HEIGHT - FLOOR_LINE, 'url(#floorShade)');
}

/** The ornament of a cement tile: a diamond with a quarter round in each corner. */
function drawTileFlower(
	at: (x: number, z: number) => Point,
	x: number,
	z: number,
	w: number,
	d: number,
	colours: readonly string[],
	index: number,
): string {
	if (z < 2.2 || z + d > 7.5) return '';
	const [cx, cz] = [x + w / 2, z + d / 2];
	const diamond = (r: number) => [at(cx - w * r, cz), at(cx, cz + d * r), at(cx + w * r, cz), at(cx, cz - d * r)];
	return (
		polygon(diamond(0.4), colours[2] as string, 'opacity="0.85"') +
		polygon(diamond(0.2), colours[index === 0 ? 1 : 0] as string)
	);
}

/** The window's light on the floor. */
function drawSunlight(room: Room, at: (x: number, z: number) => Point): string {
	const { bars } = windowBox(room);
	const panes = repeat(bars, (i) => {
		const left = -2.1 + i * (2.5 / bars);
		const right = left + 2.5 / bars - 0.12;
		return polygon(
			[at(left, 7.2), at(right, 7.2), at(right + 0.9, 4.1), at(left + 0.9, 4.1)],
			room.sun,
			'opacity="0.7"',
		);
	});
	return group('opacity="0.5"', panes);
}

function drawRug({ rug }: Room, at: (x: number, z: number) => Point): string {
	const sheet = (inset: number, fill: string, more = '') =>
		polygon(
			[
				at(-1.55 + inset, 5.4 - inset),
				at(1.75 - inset, 5.4 - inset),
				at(1.75 - inset, 3.75 + inset * 0.6),
				at(-1.55 + inset, 3.75 + inset * 0.6),
			],
			fill,
			more,
		);
	const stripes = repeat(7, (i) =>
		line([at(-1.3 + i * 0.46, 5.1), at(-1.3 + i * 0.46, 3.95)], rug[1], 2.5, 'opacity="0.5"'),
	);
	return (
		sheet(-0.03, '#000', 'opacity="0.25" filter="url(#soft)"') +
		sheet(0, rug[0]) +
		sheet(0.12, rug[1]) +
		sheet(0.17, rug[0]) +
		stripes
	);
}
