import {
	type Chance,
	createChance,
	ellipse,
	gradient,
	group,
	line,
	path,
	picture,
	polygon,
	rect,
	repeat,
} from './draw.ts';
import { drawTree, GREEN, JACARANDA } from './foliage.ts';
import { defineSky, drawSky, type Sky } from './sky.ts';
import { drawCar, drawPetals, drawStreet, drawStreetLamp } from './sol-street.ts';

const SKY: Sky = {
	colours: ['#5f86b3', '#f0bf95', '#fbe0b4'],
	sun: { x: 1010, y: 330, colour: '#ffe9b8', size: 520 },
	clouds: '#fbe3cf',
};
const WALL = '#efd9b9';
const WALL_SHADE = '#c98f6a';
const BAND = '#b6573a';
const IRON = '#2d2b2a';
const GROUND = 690;
const LEFT = 250;
const WIDTH_FRONT = 610;
const FLOORS = 4;
const FLOOR_HEIGHT = 118;
const TOP = GROUND - 150 - FLOORS * FLOOR_HEIGHT;

/** Roma Norte at dusk: an art-déco house with balconies, between jacarandas. */
export function drawSolFacade(): string {
	const chance = createChance(214);
	const defs =
		defineSky(SKY) +
		gradient('front', [
			[0, '#f7e4c4'],
			[1, '#e0b48c'],
		]) +
		gradient('side', [
			[0, '#d9a67f'],
			[1, '#a8694a'],
		]) +
		gradient('glass', [
			[0, '#3c4c5e'],
			[0.55, '#8b7a72'],
			[1, '#e2a874'],
		]) +
		gradient('street', [
			[0, '#77706b'],
			[1, '#46423f'],
		]);
	return picture(defs, [
		drawSky(SKY, chance, 700),
		drawNeighbours(),
		drawHouse(chance),
		drawStreet(),
		drawTree(chance, 130, GROUND + 24, 620, JACARANDA, 1),
		drawTree(chance, 1080, GROUND + 22, 560, JACARANDA, -1),
		drawTree(chance, 930, GROUND + 2, 300, GREEN, 1),
		drawPetals(chance),
		drawCar(),
		drawStreetLamp(),
	]);
}

function drawNeighbours(): string {
	const house = (x: number, y: number, width: number, wall: string, shade: string) =>
		rect(x, y, width, GROUND - y, wall) +
		rect(x, y, width, 14, shade) +
		repeat(4, (row) =>
			repeat(3, (column) =>
				rect(x + 26 + column * (width / 3.1), y + 46 + row * 112, width / 6, 66, '#5d564f', 'opacity="0.6"'),
			),
		);
	return (
		house(-30, 250, 300, '#c7826a', '#9d5f4c') +
		house(855, 210, 190, '#d8c3a5', '#b59a78') +
		house(1040, 300, 200, '#b0705d', '#8c5546')
	);
}

function drawHouse(chance: Chance): string {
	const right = LEFT + WIDTH_FRONT;
	const parts = [
		// The receding side, in shade.
		polygon(`${LEFT},${TOP + 8} ${LEFT - 62},${TOP + 46} ${LEFT - 62},${GROUND} ${LEFT},${GROUND}`, 'url(#side)'),
		rect(LEFT, TOP, WIDTH_FRONT, GROUND - TOP, 'url(#front)'),
		// Stepped parapet, the style's crown.
		polygon(
			`${LEFT - 6},${TOP + 4} ${LEFT - 6},${TOP - 16} ${LEFT + 170},${TOP - 16} ${LEFT + 170},${TOP - 44} ${LEFT + 230},${TOP - 44} ${LEFT + 230},${TOP - 70} ${right - 230},${TOP - 70} ${right - 230},${TOP - 44} ${right - 170},${TOP - 44} ${right - 170},${TOP - 16} ${right + 6},${TOP - 16} ${right + 6},${TOP + 4}`,
			WALL,
		),
		rect(LEFT - 6, TOP - 4, WIDTH_FRONT + 12, 9, BAND),
		repeat(5, (i) => rect(LEFT + 251 + i * 24, TOP - 60, 8, 50, BAND, 'opacity="0.8"')),
		rect(LEFT + 244, TOP + 8, 10, FLOORS * FLOOR_HEIGHT, WALL_SHADE, 'opacity="0.4"'),
		rect(right - 254, TOP + 8, 10, FLOORS * FLOOR_HEIGHT, WALL_SHADE, 'opacity="0.4"'),
	];
	for (let floor = 0; floor < FLOORS; floor++) {
		const y = TOP + 24 + floor * FLOOR_HEIGHT;
		parts.push(rect(LEFT, y + FLOOR_HEIGHT - 25, WIDTH_FRONT, 5, BAND, 'opacity="0.55"'));
		parts.push(
			drawBay(chance, LEFT + 36, y, 176, floor),
			drawMiddle(chance, LEFT + 262, y),
			drawBay(chance, right - 212, y, 176, floor + 1),
		);
	}
	parts.push(drawGroundFloor(right));
	// Evening light from the right, and the shadow of the tree on the left.
	parts.push(
		polygon(
			`${right},${TOP} ${right - 260},${TOP} ${right - 60},${GROUND} ${right},${GROUND}`,
			'#fff3cf',
			'opacity="0.16"',
		),
	);
	parts.push(rect(LEFT, TOP, 120, GROUND - TOP, '#6b3f3a', 'opacity="0.12"'));
	return parts.join('');
}

/** French windows behind a balcony. */
function drawBay(chance: Chance, x: number, y: number, width: number, floor: number): string {
	const lit = chance() > 0.55;
	const glass = lit ? '#ffdc93' : 'url(#glass)';
	return group(
		'',
		rect(x + 14, y + 4, width - 28, 86, WALL_SHADE),
		repeat(
			3,
			(i) =>
				rect(x + 20 + i * ((width - 40) / 3), y + 9, (width - 40) / 3 - 5, 80, glass) +
				rect(x + 20 + i * ((width - 40) / 3), y + 30, (width - 40) / 3 - 5, 3, '#5c3a2a'),
		),
		lit ? rect(x + 22, y + 10, 20, 78, '#fff3d4', 'opacity="0.7"') : '',
		path(`M${x - 4} ${y + 92} h${width + 8} v6 q0 8 -10 8 h${-(width - 12)} q-10 0 -10 -8Z`, WALL),
		rect(x - 4, y + 98, width + 8, 8, '#9c6a4c', 'opacity="0.45"'),
		line(`${x - 1},${y + 58} ${x + width + 1},${y + 58}`, IRON, 4),
		repeat(17, (i) => rect(x + 1 + i * ((width - 4) / 16), y + 58, 2, 36, IRON)),
		repeat(3, (i) =>
			ellipse(x + width / 2 + (i - 1) * 46, y + 76, 13, 13, 'none', `stroke="${IRON}" stroke-width="2.4"`),
		),
		floor % 2 === 0
			? repeat(9, (i) =>
					ellipse(
						x + 12 + i * 14 + chance(-4, 4),
						y + 52 + chance(-7, 8),
						chance(8, 14),
						chance(7, 11),
						i % 3 === 0 ? '#86a05d' : '#4f7048',
					),
				) + repeat(7, () => ellipse(x + chance(8, 130), y + chance(44, 60), 3.2, 3.2, '#d85a4c'))
			: repeat(
					3,
					(i) => rect(x + 14 + i * 62, y + 80, 15, 13, '#b4603f') + ellipse(x + 21 + i * 62, y + 72, 13, 12, '#5d7d4c'),
				),
	);
}

/** The stairwell: tall narrow windows between the bays. */
function drawMiddle(chance: Chance, x: number, y: number): string {
	return repeat(
		2,
		(i) =>
			rect(x + i * 45, y, 37, 90, WALL_SHADE) +
			rect(x + 4 + i * 45, y + 4, 29, 82, chance() > 0.6 ? '#f7c980' : 'url(#glass)') +
			repeat(2, (j) => rect(x + 4 + i * 45, y + 28 + j * 26, 29, 2.5, '#5c3a2a')),
	);
}

function drawGroundFloor(right: number): string {
	const y = GROUND - 150;
	const awning = (x: number, width: number, stripe: string) =>
		repeat(9, (i) =>
			polygon(
				`${x + (i * width) / 9},${y + 26} ${x + ((i + 1) * width) / 9},${y + 26} ${x - 8 + ((i + 1) * (width + 16)) / 9},${y + 62} ${x - 8 + (i * (width + 16)) / 9},${y + 62}`,
				i % 2 ? '#fbf1de' : stripe,
			),
		);
	return group(
		'',
		rect(LEFT, y, WIDTH_FRONT, 150, '#8f4a34'),
		rect(LEFT, y, WIDTH_FRONT, 8, '#6d3324'),
		rect(LEFT + 30, y + 36, 190, 106, '#3b2a22'),
		rect(LEFT + 38, y + 42, 84, 92, '#ffd58a'),
		rect(LEFT + 128, y + 42, 84, 92, '#f6bf6f'),
		rect(LEFT + 60, y + 92, 40, 42, '#7a4a2c', 'opacity="0.6"'),
		ellipse(LEFT + 170, y + 84, 17, 20, '#4f6b43', 'opacity="0.8"'),
		awning(LEFT + 26, 198, '#3d6b63'),
		// The house's own door, under an arch.
		path(`M${LEFT + 258} ${GROUND} V${y + 54} Q${LEFT + 305} ${y + 4} ${LEFT + 352} ${y + 54} V${GROUND}Z`, '#f0dcb9'),
		path(`M${LEFT + 270} ${GROUND} V${y + 60} Q${LEFT + 305} ${y + 20} ${LEFT + 340} ${y + 60} V${GROUND}Z`, '#2f4a45'),
		path(`M${LEFT + 276} ${y + 66} Q${LEFT + 305} ${y + 30} ${LEFT + 334} ${y + 66}Z`, '#ffdf9c'),
		repeat(
			2,
			(i) =>
				rect(LEFT + 277 + i * 30, y + 74, 25, 66, '#3e615a') +
				rect(LEFT + 282 + i * 30, y + 80, 15, 40, '#ffce83', 'opacity="0.75"'),
		),
		rect(right - 224, y + 36, 196, 106, '#3b2a22'),
		rect(right - 216, y + 42, 180, 92, '#e9b36c'),
		repeat(5, (i) =>
			rect(
				right - 208 + i * 34,
				y + 86 - (i % 3) * 8,
				24,
				48 + (i % 3) * 8,
				['#8d4d3a', '#567360', '#c99a5b'][i % 3] as string,
				'opacity="0.8"',
			),
		),
		awning(right - 228, 204, '#b6573a'),
	);
}
