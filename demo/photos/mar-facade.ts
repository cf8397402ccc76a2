import { type Chance, createChance, ellipse, gradient, line, path, picture, rect, repeat } from './draw.ts';
import { drawCrown, drawPotted, GREEN } from './foliage.ts';
import { drawStreet, drawStreetLamp, drawTram } from './mar-street.ts';
import { drawBalcony, drawOpening } from './opening.ts';
import { defineSky, drawSky, type Sky } from './sky.ts';

const SKY: Sky = {
	colours: ['#4f97cf', '#9fcbe6', '#e4f0ee'],
	sun: { x: 160, y: 110, colour: '#fffbe6', size: 480 },
	clouds: '#fff',
};
const GROUND = 664;
const STONE = '#efe6d6';
const IRON = '#2c3436';

/** One house of the row. */
interface House {
	x: number;
	width: number;
	/** Number of floors above the street. */
	floors: number;
	wall: string;
	frame: string;
	columns: number;
	door: string;
}

const HOUSES: readonly House[] = [
	{ x: -40, width: 250, floors: 3, wall: '#f2c66b', frame: '#7a4a33', columns: 2, door: '#4a6b4d' },
	{ x: 210, width: 350, floors: 4, wall: 'url(#tiles)', frame: '#2f6152', columns: 3, door: '#2f6152' },
	{ x: 560, width: 230, floors: 3, wall: '#e9a693', frame: '#8c3b33', columns: 2, door: '#8c3b33' },
	{ x: 790, width: 270, floors: 4, wall: '#f6f0e2', frame: '#35597d', columns: 2, door: '#35597d' },
	{ x: 1060, width: 200, floors: 3, wall: '#9fc1b0', frame: '#5a4030', columns: 1, door: '#6d3b2d' },
];

/** Graça on a summer morning: tiled houses, washing on a line, the tram. */
export function drawMarFacade(): string {
	const chance = createChance(28);
	const defs =
		defineSky(SKY) +
		gradient('glass', [
			[0, '#5f87a5'],
			[0.5, '#9cc0d2'],
			[1, '#3f5a6c'],
		]) +
		gradient('cobbles', [
			[0, '#d8cfc0'],
			[1, '#a79c8b'],
		]) +
		gradient('tram', [
			[0, '#ffd34a'],
			[1, '#eab021'],
		]) +
		drawTilePattern();
	return picture(defs, [
		drawSky(SKY, chance, 660),
		...HOUSES.map((house) => drawHouse(chance, house)),
		// Sun from the left: each house shades the next, the eaves shade the walls.
		path(`M1060 190 L1130 240 V${GROUND} H1060Z`, '#20344a', 'opacity="0.14"'),
		drawWashing(),
		drawBougainvillea(chance),
		drawStreet(chance),
		drawTram(),
		drawPotted(chance, 250, GROUND + 16, 120, '#b9603d', '#000'),
		drawPotted(chance, 520, GROUND + 16, 132, '#3e6f8f', '#000'),
		drawStreetLamp(),
	]);
}

/** Azulejos: a blue star and quarter circles on white, tiled. */
function drawTilePattern(): string {
	return `<pattern id="tiles" width="24" height="24" patternUnits="userSpaceOnUse"><rect width="24" height="24" fill="#e9eff2"/><path d="M12 2 L15 9 L22 12 L15 15 L12 22 L9 15 L2 12 L9 9Z" fill="#3f76a6"/><circle cx="12" cy="12" r="2.6" fill="#f3d27a"/><path d="M0 0 h6 a6 6 0 0 1 -6 6Z M24 0 v6 a6 6 0 0 1 -6 -6Z M0 24 v-6 a6 6 0 0 1 6 6Z M24 24 h-6 a6 6 0 0 1 6 -6Z" fill="#6f9dc2"/><path d="M0 0 H24 V24" fill="none" stroke="#fff" stroke-width="0.8"/></pattern>`;
}

function drawHouse(chance: Chance, { x, width, floors, wall, frame, columns, door }: House): string {
	const floorHeight = 104;
	const top = GROUND - 272 - (floors - 1) * floorHeight;
	const parts = [
		rect(x, top, width, GROUND - top, wall),
		rect(x, top, 12, GROUND - top, STONE),
		rect(x + width - 12, top, 12, GROUND - top, STONE),
		rect(x + width - 30, top, 30, GROUND - top, '#1f2f40', 'opacity="0.09"'),
		// Roof: tiles, eaves, and the shadow below them.
		path(`M${x - 10} ${top - 8} L${x + 26} ${top - 58} H${x + width - 26} L${x + width + 10} ${top - 8}Z`, '#c4623f'),
		repeat(Math.floor(width / 13), (i) =>
			line(
				`${x + 8 + i * 13},${top - 10} ${x + 30 + i * ((width - 60) / (width / 13))},${top - 56}`,
				'#a54c30',
				2.4,
				'opacity="0.55"',
			),
		),
		rect(x - 12, top - 12, width + 24, 9, '#dd8258'),
		rect(x - 6, top - 3, width + 12, 10, STONE),
		rect(x, top + 7, width, 16, '#16202c', 'opacity="0.18"'),
		rect(x, GROUND - 46, width, 46, '#d3c8b6'),
	];
	const w = 52;
	const step = width / columns;
	for (let floor = 0; floor < floors; floor++) {
		const y = top + 34 + floor * floorHeight;
		for (let column = 0; column < columns; column++) {
			const wx = x + step * (column + 0.5) - w / 2;
			parts.push(
				drawOpening({
					x: wx,
					y,
					width: w,
					height: 82,
					surround: STONE,
					sash: chance() > 0.3 ? '#fbf8f0' : frame,
					glass: 'url(#glass)',
					bars: 2,
				}),
			);
			if (floor % 2 === 0) {
				parts.push(drawBalcony(wx - 16, y + 84, w + 32, IRON, STONE, 40));
				if (chance() > 0.4)
					parts.push(
						repeat(
							5,
							(i) =>
								ellipse(wx - 4 + i * 15, y + 50 + chance(-4, 5), 9, 8, i % 2 ? '#5c8a55' : '#77a468') +
								ellipse(wx - 2 + i * 15, y + 46, 3, 3, '#d9485f'),
						),
					);
			}
		}
	}
	for (let column = 0; column < columns; column++) {
		const wx = x + step * (column + 0.5) - 31;
		const isDoor = column === 0;
		parts.push(
			drawOpening({
				x: wx,
				y: GROUND - 112,
				width: 62,
				height: 112,
				surround: STONE,
				sash: door,
				glass: isDoor ? door : 'url(#glass)',
				bars: isDoor ? 1 : 2,
				arch: 14,
			}),
		);
		if (isDoor)
			parts.push(
				repeat(2, (i) => rect(wx + 8 + i * 26, GROUND - 82, 20, 68, '#000', 'opacity="0.14"')),
				ellipse(wx + 36, GROUND - 46, 2.6, 2.6, '#f0cf7d'),
			);
	}
	return parts.join('');
}

/** Washing on a line under a window of the tiled house. */
function drawWashing(): string {
	const cloths: [string, number, number][] = [
		['#fff', 34, 46],
		['#e07a5f', 24, 34],
		['#fff', 28, 40],
		['#8fb7d6', 30, 52],
		['#f2d27b', 22, 32],
		['#fff', 36, 44],
	];
	let x = 590;
	return `<path d="M566 402 Q676 414 786 402" fill="none" stroke="#555" stroke-width="2"/>${cloths
		.map(([colour, width, height]) => {
			const piece =
				path(`M${x} 405 h${width} l-2 ${height} q${-width / 2} 6 ${-width + 4} 0Z`, colour) +
				path(`M${x + width * 0.6} 405 h${width * 0.4} l-2 ${height} h${-width * 0.3}Z`, '#2a3f55', 'opacity="0.12"');
			x += width + 4;
			return piece;
		})
		.join('')}`;
}

/** A bougainvillea that climbs between two houses. */
function drawBougainvillea(chance: Chance): string {
	const leaves = {
		dark: '#8d2f62',
		middle: ['#b8407f', '#c74d8c', '#a63a72'],
		light: ['#df74ab', '#ea8fbd', '#d2609c'],
	};
	return (
		path(`M792 ${GROUND} C786 560 806 480 792 380`, 'none', 'stroke="#5b4434" stroke-width="7"') +
		drawCrown(chance, 800, 560, 34, 60, GREEN) +
		drawCrown(chance, 790, 470, 46, 74, leaves) +
		drawCrown(chance, 812, 390, 56, 46, leaves)
	);
}
