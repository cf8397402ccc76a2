import {
	type Chance,
	createChance,
	ellipse,
	glow,
	gradient,
	group,
	HEIGHT,
	line,
	type Point,
	path,
	picture,
	polygon,
	rect,
	repeat,
	toFloor,
	WIDTH,
} from './draw.ts';
import { drawPotted, GREEN, type Leaves } from './foliage.ts';

/** What makes one room differ from another. */
export interface Room {
	seed: number;
	/** Wall, from where the light falls to where it doesn't. */
	wall: readonly [string, string];
	ceiling: string;
	floor: { kind: 'tiles' | 'planks'; colours: readonly string[]; joint: string };
	/** Frame and bars of the window. */
	frame: string;
	window: { kind: 'tall' | 'wide' | 'arched'; view: (chance: Chance) => string; sky: readonly [string, string] };
	curtain: string;
	sofa: { body: string; shade: string; cushions: readonly string[] };
	rug: readonly [string, string];
	wood: string;
	accent: string;
	leaves?: Leaves;
	/** Colour of the sunlight on wall and floor. */
	sun: string;
}

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
	return picture(defs, [
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
	]);
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

/** The window's hole, in the picture. */
function windowBox({ window }: Room): { x: number; y: number; width: number; height: number; bars: number } {
	if (window.kind === 'wide') return { x: 90, y: 120, width: 640, height: 372, bars: 3 };
	return { x: 150, y: 108, width: 470, height: 430, bars: 2 };
}

function drawWindow(room: Room, chance: Chance): string {
	const { x, y, width, height, bars } = windowBox(room);
	const arched = room.window.kind === 'arched';
	const hole = arched
		? `M${x} ${y + height} V${y + 110} Q${x + width / 2} ${y - 70} ${x + width} ${y + 110} V${y + height}Z`
		: `M${x} ${y} h${width} v${height} h${-width}Z`;
	const panes = repeat(bars - 1, (i) => rect(x + (width * (i + 1)) / bars - 6, y - 30, 12, height + 30, room.frame));
	const cross = rect(x, y + height * 0.3, width, 9, room.frame);
	const curtain = (cx: number, side: 1 | -1) =>
		path(
			`M${cx} 84 h${side * 92} C${cx + side * 84} 260 ${cx + side * 96} 420 ${cx + side * 76} ${FLOOR_LINE + 14} h${-side * 66} C${cx + side * 4} 400 ${cx + side * 8} 240 ${cx} 84Z`,
			'url(#curtain)',
			'opacity="0.94"',
		) +
		repeat(4, (i) =>
			line(
				[
					[cx + side * (18 + i * 18), 90],
					[cx + side * (20 + i * 15), FLOOR_LINE + 6],
				],
				room.curtain,
				3,
				'opacity="0.7"',
			),
		);
	return group(
		'',
		`<clipPath id="hole"><path d="${hole}"/></clipPath>`,
		path(hole, room.frame, `stroke="${room.frame}" stroke-width="26"`),
		path(hole, '#000', 'opacity="0.12"'),
		group(
			'clip-path="url(#hole)"',
			rect(x, y - 80, width, height + 80, 'url(#view)'),
			room.window.view(chance),
			panes,
			cross,
			polygon(
				[
					[x, y - 60],
					[x + width * 0.35, y - 60],
					[x + width * 0.1, y + height],
					[x, y + height],
				],
				'#fff',
				'opacity="0.12"',
			),
		),
		rect(x - 22, y + height + 8, width + 44, 14, room.frame),
		rect(x - 22, y + height + 22, width + 44, 6, '#000', 'opacity="0.15"'),
		line(
			[
				[x - 80, 86],
				[x + width + 80, 86],
			],
			room.wood,
			9,
		),
		curtain(x - 70, 1),
		curtain(x + width + 70, -1),
	);
}

/** Two framed pictures beside the window. */
function drawArt({ accent, wood, sofa, rug }: Room, chance: Chance): string {
	const frame = (x: number, y: number, w: number, h: number, inside: string) =>
		rect(x + 6, y + 9, w, h, '#000', 'opacity="0.18" filter="url(#soft)"') +
		rect(x, y, w, h, wood) +
		rect(x + 7, y + 7, w - 14, h - 14, '#f7f2e8') +
		inside;
	const shade = sofa.cushions[0] ?? accent;
	return (
		frame(
			820,
			158,
			150,
			196,
			ellipse(895, 236, 40, 40, accent) +
				path('M846 318 Q880 262 912 294 T945 268 V326 H846Z', shade) +
				line(
					[
						[850, 322],
						[940, 322],
					],
					wood,
					2,
				),
		) +
		frame(
			996,
			206,
			112,
			148,
			repeat(4, (i) =>
				path(
					`M${1016 + i * 18} 330 q${chance(-8, 8)} -50 ${chance(2, 14)} -${chance(66, 98)}`,
					'none',
					`stroke="${i % 2 ? accent : rug[0]}" stroke-width="5" stroke-linecap="round"`,
				),
			),
		)
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

function drawLamp({ wood }: Room): string {
	return (
		ellipse(738, 330, 190, 190, 'url(#lamp)') +
		line(
			[
				[738, 352],
				[738, 632],
			],
			wood,
			6,
		) +
		ellipse(738, 636, 46, 9, wood) +
		path('M694 362 L712 282 H764 L782 362Z', '#fbf0d9') +
		path('M740 282 H764 L782 362 H748Z', '#d9b981', 'opacity="0.45"')
	);
}

function drawSofa({ sofa, wood }: Room): string {
	const cushion = (x: number, y: number, turn: number, fill: string) =>
		group(
			`transform="translate(${x} ${y}) rotate(${turn})"`,
			path('M-46 -40 Q0 -49 46 -40 Q53 0 46 40 Q0 49 -46 40 Q-53 0 -46 -40Z', fill),
			path('M8 -45 Q30 -44 46 -40 Q53 0 46 40 Q26 46 6 45 Q22 0 8 -45Z', '#000', 'opacity="0.1"'),
		);
	return group(
		'transform="translate(60 22)"',
		ellipse(470, 684, 370, 22, '#000', 'opacity="0.34" filter="url(#soft)"'),
		repeat(2, (i) => path(`M${168 + i * 580} 640 l-7 44 h11 l12 -44Z`, wood)),
		path('M150 470 Q150 440 184 440 H756 Q790 440 790 470 V600 H150Z', 'url(#sofa)'),
		line(
			[
				[470, 446],
				[470, 560],
			],
			sofa.shade,
			3,
			'opacity="0.6"',
		),
		cushion(250, 520, -9, sofa.cushions[0] ?? '#fff'),
		cushion(330, 528, 7, sofa.cushions[1] ?? '#fff'),
		cushion(690, 522, 8, sofa.cushions[2] ?? '#fff'),
		path('M140 566 Q140 556 152 556 H788 Q800 556 800 566 V612 H140Z', sofa.body),
		path('M140 566 Q140 556 152 556 H788 Q800 556 800 566 V572 H140Z', '#fff', 'opacity="0.18"'),
		path('M140 610 H800 V646 Q800 652 792 652 H148 Q140 652 140 646Z', sofa.shade),
		line(
			[
				[470, 560],
				[470, 608],
			],
			sofa.shade,
			3,
			'opacity="0.7"',
		),
		path('M98 524 Q98 494 130 494 Q162 494 162 524 V656 H106 Q98 656 98 648Z', sofa.body),
		path('M130 494 Q162 494 162 524 V656 H138 Q150 560 130 494Z', '#000', 'opacity="0.12"'),
		path('M778 524 Q778 494 810 494 Q842 494 842 524 V648 Q842 656 834 656 H778Z', sofa.body),
		path('M812 494 Q842 494 842 524 V648 Q842 656 834 656 H818 Q830 560 812 494Z', '#000', 'opacity="0.16"'),
	);
}

function drawTable({ wood, accent }: Room, chance: Chance): string {
	return group(
		'',
		ellipse(560, 778, 220, 15, '#000', 'opacity="0.3" filter="url(#soft)"'),
		line(
			[
				[430, 716],
				[410, 776],
			],
			wood,
			9,
		),
		line(
			[
				[690, 716],
				[710, 776],
			],
			wood,
			9,
		),
		ellipse(560, 716, 206, 32, '#000', 'opacity="0.25"'),
		ellipse(560, 709, 206, 32, wood),
		ellipse(560, 709, 206, 32, 'url(#table)'),
		rect(600, 688, 96, 11, '#e9dfcf'),
		rect(607, 678, 84, 11, accent),
		path('M478 704 q-16 -30 -4 -50 q-5 -9 -2 -15 h26 q3 6 -2 15 q12 20 -4 50Z', '#f1e8d8'),
		repeat(7, (i) => {
			const tip: Point = [486 + (i - 3) * chance(11, 17), 596 + Math.abs(i - 3) * chance(5, 12)];
			return line([[485, 640], tip], '#66784e', 2.4) + ellipse(tip[0], tip[1], 8, 6, i % 2 ? '#efe3c4' : accent);
		}),
	);
}

function drawPendant({ accent }: Room): string {
	return (
		line(
			[
				[470, 0],
				[470, 120],
			],
			'#3a322b',
			3,
		) +
		path('M412 178 Q416 120 470 118 Q524 120 528 178Z', accent) +
		path('M480 118 Q524 122 528 178 H496 Q498 140 480 118Z', '#000', 'opacity="0.2"') +
		ellipse(470, 178, 58, 8, '#fff1cf')
	);
}
