import {
	type Chance,
	createChance,
	ellipse,
	gradient,
	group,
	HEIGHT,
	line,
	path,
	picture,
	rect,
	repeat,
	WIDTH,
} from './draw.ts';
import { drawTree, type Leaves } from './foliage.ts';
import { drawHill, drawRiver } from './lys-river.ts';
import { drawBalcony, drawOpening } from './opening.ts';
import { defineSky, drawSky, type Sky } from './sky.ts';

const SKY: Sky = {
	colours: ['#7f9fc9', '#f3c9b4', '#fbe6c8'],
	sun: { x: 150, y: 300, colour: '#fff0c6', size: 470 },
	clouds: '#fbe2d6',
};
const PLANE: Leaves = {
	dark: '#4d5f34',
	middle: ['#6b7d42', '#78894a', '#5f7140'],
	light: ['#a3ad62', '#b5bc72', '#93a058'],
};
const GROUND = 676;
const STONE = '#f3e8d6';
const IRON = '#2f2d31';

/** Lyon in the evening: a house on the quay of the Saône, the hill of Fourvière across the river. */
export function drawLysFacade(): string {
	const chance = createChance(69);
	const defs =
		defineSky(SKY) +
		gradient('glass', [
			[0, '#59637a'],
			[0.5, '#c7a99c'],
			[1, '#7b6a6d'],
		]) +
		gradient('wall', [
			[0, '#f0cfa2'],
			[1, '#e0b081'],
		]) +
		gradient('wall2', [
			[0, '#e5ab93'],
			[1, '#cf8f78'],
		]) +
		gradient('zinc', [
			[0, '#8e97a3'],
			[1, '#6b7480'],
		]) +
		gradient('river', [
			[0, '#e8bf9c'],
			[0.5, '#9fa9b0'],
			[1, '#5f7a80'],
		]) +
		gradient('quay', [
			[0, '#cdbfae'],
			[1, '#94877a'],
		]);
	return picture(defs, [
		drawSky(SKY, chance, 640),
		drawHill(chance),
		drawRiver(chance),
		drawHouse(chance, {
			x: 1010,
			width: 240,
			top: 190,
			wall: 'url(#wall2)',
			shutters: '#7c8f93',
			columns: 2,
			floors: 4,
		}),
		drawHouse(chance, { x: 470, width: 540, top: 172, wall: 'url(#wall)', shutters: '#8a5a5f', columns: 5, floors: 4 }),
		drawGroundFloor(),
		drawQuay(),
		drawTree(chance, 372, GROUND + 40, 470, PLANE, -1, '#8b7a66'),
		drawTree(chance, 1120, GROUND + 30, 380, PLANE, -1, '#8b7a66'),
		drawBench(150, 736),
	]);
}

interface House {
	x: number;
	width: number;
	top: number;
	wall: string;
	shutters: string;
	columns: number;
	floors: number;
}

function drawHouse(chance: Chance, { x, width, top, wall, shutters, columns, floors }: House): string {
	const step = width / columns;
	const floorHeight = 98;
	const dormers = repeat(Math.max(1, columns - 2), (i) => {
		const dx = x + width / 2 - ((columns - 3) * step) / 2 + i * step - 22;
		return (
			path(`M${dx - 6} ${top - 22} v-46 q28 -30 56 0 v46Z`, STONE) +
			rect(dx + 4, top - 66, 36, 42, 'url(#glass)') +
			rect(dx + 20, top - 66, 4, 42, STONE)
		);
	});
	const parts = [
		// A mansard of zinc, with its chimneys.
		rect(x + 40, top - 132, 40, 60, '#b3725c') +
			rect(x + width - 90, top - 132, 46, 60, '#b3725c') +
			repeat(4, (i) => rect(x + 44 + i * 9, top - 146, 5, 16, '#9a5b47')),
		path(`M${x - 4} ${top - 8} L${x + 22} ${top - 92} H${x + width - 22} L${x + width + 4} ${top - 8}Z`, 'url(#zinc)'),
		repeat(Math.floor(width / 26), (i) =>
			line(
				`${x + 10 + i * 26},${top - 10} ${x + 30 + i * ((width - 60) / (width / 26))},${top - 90}`,
				'#5b6470',
				1.6,
				'opacity="0.6"',
			),
		),
		dormers,
		rect(x, top, width, GROUND - top, wall),
		rect(x - 10, top - 12, width + 20, 14, STONE) + rect(x, top + 2, width, 12, '#5b3a34', 'opacity="0.25"'),
		repeat(Math.floor(width / 18), (i) => rect(x + 4 + i * 18, top - 2, 8, 7, '#d8c5aa')),
	];
	for (let floor = 0; floor < floors; floor++) {
		const y = top + 26 + floor * floorHeight;
		parts.push(rect(x, y + 86, width, 5, STONE, 'opacity="0.85"'));
		for (let column = 0; column < columns; column++) {
			const wx = x + step * (column + 0.5) - 20;
			const lit = chance() > 0.72;
			parts.push(
				drawOpening({
					x: wx,
					y,
					width: 40,
					height: 72,
					surround: STONE,
					sash: '#fbf6ea',
					glass: lit ? '#ffd98c' : 'url(#glass)',
					bars: 2,
					shutters,
				}),
			);
		}
		if (floor === 1 && columns > 3) parts.push(drawBalcony(x + 24, y + 76, width - 48, IRON, STONE, 34));
		else
			parts.push(
				repeat(
					columns,
					(column) =>
						repeat(7, (i) => rect(x + step * (column + 0.5) - 20 + i * 6.4, y + 50, 1.8, 22, IRON)) +
						rect(x + step * (column + 0.5) - 22, y + 49, 44, 3, IRON),
				),
			);
	}
	parts.push(
		rect(x, top, 14, GROUND - top, '#fff2d2', 'opacity="0.35"'),
		rect(x + width - 70, top, 70, GROUND - top, '#4a2c35', 'opacity="0.1"'),
	);
	return parts.join('');
}

function drawGroundFloor(): string {
	const y = GROUND - 104;
	const arch = (x: number, inside: string) =>
		path(`M${x - 8} ${GROUND} V${y + 34} Q${x + 40} ${y - 22} ${x + 88} ${y + 34} V${GROUND}Z`, '#d9c7ad') +
		path(`M${x} ${GROUND} V${y + 38} Q${x + 40} ${y - 6} ${x + 80} ${y + 38} V${GROUND}Z`, inside);
	return group(
		'',
		rect(470, y, 540, 104, '#e6d6bd'),
		repeat(4, (i) => rect(470, y + i * 26, 540, 2, '#c2ae92')),
		rect(464, y - 4, 552, 8, STONE),
		arch(492, '#5b2438'),
		repeat(2, (i) => rect(498 + i * 38, y + 40, 32, 60, '#6f2f47') + rect(503 + i * 38, y + 46, 22, 26, '#8a4660')),
		path(`M500 ${y + 34} Q532 ${y + 4} 564 ${y + 34}Z`, '#ffe2a0'),
		rect(610, y + 16, 384, 88, '#4a2530'),
		repeat(
			5,
			(i) =>
				rect(620 + i * 74, y + 44, 66, 58, i === 2 ? '#3b1d27' : '#ffd58f') +
				rect(620 + i * 74, y + 70, 66, 2, '#4a2530'),
		),
		repeat(4, (i) => ellipse(650 + i * 88, y + 84, 12, 10, '#8b4a3a', 'opacity="0.5"')),
		`<text x="802" y="${y + 36}" font-family="serif" font-size="22" font-style="italic" fill="#f6dca6" text-anchor="middle" letter-spacing="2">Le Bouchon des Cordeliers</text>`,
		repeat(3, (i) =>
			group(
				`transform="translate(${670 + i * 110} ${GROUND + 18})"`,
				ellipse(0, -26, 24, 5, '#f3ead9') +
					line(`0,-24 0,2`, '#3a3236', 3) +
					line(`-30,-34 -26,2`, '#84304f', 3.4) +
					line(`30,-34 26,2`, '#84304f', 3.4) +
					rect(-36, -16, 16, 3, '#84304f') +
					rect(20, -16, 16, 3, '#84304f'),
			),
		),
	);
}

function drawQuay(): string {
	return (
		rect(0, GROUND, WIDTH, HEIGHT - GROUND, 'url(#quay)') +
		repeat(7, (row) =>
			repeat(24, (i) =>
				rect(
					i * 56 - (row % 2) * 28,
					GROUND + 4 + row * 19,
					53,
					16,
					'#fff',
					`opacity="${0.05 + ((i * 7 + row * 3) % 5) * 0.025}"`,
				),
			),
		) +
		rect(0, GROUND - 22, 470, 26, '#d9c9b2') +
		rect(0, GROUND - 26, 476, 7, '#eee0cb') +
		rect(0, GROUND + 4, 470, 8, '#000', 'opacity="0.2"') +
		path(`M0 ${GROUND + 4} H300 L760 ${HEIGHT} H0Z`, '#ffe4b4', 'opacity="0.2"')
	);
}

function drawBench(x: number, y: number): string {
	return group(
		'',
		ellipse(x + 66, y + 38, 90, 7, '#000', 'opacity="0.3" filter="url(#soft)"'),
		repeat(3, (i) => rect(x, y - 34 + i * 12, 132, 8, '#7a5638')),
		repeat(2, (i) => rect(x - 4, y + 4 + i * 9, 140, 7, '#8a6242')),
		line(`${x + 14},${y - 36} ${x + 14},${y + 36}`, IRON, 5),
		line(`${x + 118},${y - 36} ${x + 118},${y + 36}`, IRON, 5),
	);
}
