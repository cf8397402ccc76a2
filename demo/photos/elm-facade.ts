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
import { drawPorch } from './elm-porch.ts';
import { AUTUMN, drawBushes, drawTree, GREEN } from './foliage.ts';
import { drawOpening } from './opening.ts';
import { defineSky, drawSky, type Sky } from './sky.ts';

const SKY: Sky = {
	colours: ['#3f7fc0', '#8fbde3', '#dcebf0'],
	sun: { x: 1060, y: 130, colour: '#fffdf0', size: 430 },
	clouds: '#fff',
};
const GROUND = 640;
const TRIM = '#f7f5ef';
const SIDING = '#51698b';
const ROOF = '#3d4048';

/** Denver in October: a craftsman house with a porch, and the Front Range behind it. */
export function drawElmFacade(): string {
	const chance = createChance(1042);
	const defs =
		defineSky(SKY) +
		gradient('glass', [
			[0, '#415a74'],
			[0.5, '#9fc0d6'],
			[1, '#5e7486'],
		]) +
		gradient('siding', [
			[0, '#5c7699'],
			[1, '#465c7c'],
		]) +
		gradient('lawn', [
			[0, '#86a35a'],
			[1, '#5d7d3f'],
		]) +
		gradient('rock', [
			[0, '#7f93b5'],
			[1, '#a9bccb'],
		]);
	return picture(defs, [
		drawSky(SKY, chance, 620),
		drawRange(),
		rect(0, 560, WIDTH, 90, '#8aa06b'),
		drawBushes(chance, -20, 610, 1240, 60, AUTUMN),
		drawTree(chance, 66, 628, 300, AUTUMN, 1),
		drawHouse(),
		drawGarden(chance),
		drawTree(chance, 1120, 690, 470, AUTUMN, 1),
		repeat(70, () =>
			ellipse(
				chance(820, WIDTH),
				chance(660, 790),
				chance(3, 6),
				chance(1.5, 3),
				chance() > 0.5 ? '#d99a3f' : '#b8682b',
			),
		),
	]);
}

/** The mountains: far ones pale, with snow on their faces. */
function drawRange(): string {
	return (
		path(
			'M-20 560 L-20 340 L40 300 L96 350 L196 208 L262 292 L320 262 L420 400 L640 380 L820 340 L900 300 L986 176 L1050 262 L1100 230 L1220 340 V600 H-20Z',
			'url(#rock)',
		) +
		path(
			'M196 208 L262 292 L238 300 L216 276 L198 312 L176 288 L146 316 L156 264Z M986 176 L1050 262 L1020 268 L1000 246 L978 286 L958 262 L926 290 L950 228Z M40 300 L70 326 L50 336 L34 326 L12 342 L-8 330Z',
			'#f8fbfd',
		) +
		path(
			'M196 208 L262 292 L320 262 L420 400 L330 410 L250 350Z M986 176 L1050 262 L1100 230 L1220 340 L1100 380 L1030 330Z',
			'#33456b',
			'opacity="0.2"',
		) +
		path('M-20 520 C160 450 300 500 460 470 S800 440 960 480 S1160 460 1220 480 V620 H-20Z', '#6d8a86') +
		path('M-20 560 C200 500 420 540 620 516 S1000 520 1220 530 V640 H-20Z', '#5f7d5e')
	);
}

function drawHouse(): string {
	const window = (x: number, y: number, width: number, height: number, leaves = 2) =>
		drawOpening({ x, y, width, height, surround: TRIM, sash: TRIM, glass: 'url(#glass)', leaves, bars: 1 });
	const siding = (x: number, y: number, width: number, height: number) =>
		rect(x, y, width, height, 'url(#siding)') +
		repeat(Math.floor(height / 11), (i) => rect(x, y + i * 11, width, 1.6, '#2f4160', 'opacity="0.5"'));
	return group(
		'',
		ellipse(570, 648, 470, 22, '#000', 'opacity="0.3" filter="url(#soft)"'),
		rect(330, 150, 46, 150, '#8a5a48') + rect(324, 142, 58, 14, '#6f4638'),
		// The wing on the right.
		siding(690, 380, 250, 260),
		path(`M664 388 L740 278 H900 L968 388Z`, ROOF),
		repeat(7, (i) =>
			line(`${668 + i * 10.4},${382 - i * 15} ${964 - i * 9.2},${382 - i * 15}`, '#2b2d33', 2, 'opacity="0.6"'),
		),
		rect(660, 384, 312, 9, TRIM),
		window(760, 424, 116, 84, 3),
		// The main gable.
		siding(250, 330, 440, 310),
		path('M250 334 L470 176 L690 334Z', SIDING),
		repeat(12, (i) =>
			line(`${470 - i * 17},${188 + i * 12.2} ${470 + i * 17},${188 + i * 12.2}`, '#2f4160', 1.6, 'opacity="0.5"'),
		),
		path('M226 346 L470 166 L714 346 L702 358 L470 190 L238 358Z', ROOF),
		path('M238 358 L470 190 L702 358 L696 366 L470 204 L244 366Z', TRIM),
		window(424, 236, 92, 84, 2),
		window(290, 372, 92, 76, 2),
		window(558, 372, 92, 76, 2),
		window(432, 378, 76, 66, 2),
		drawPorch(),
		path('M690 334 L714 346 V640 H690Z', '#1f2c44', 'opacity="0.25"'),
		rect(690, 530, 250, 110, '#b1a595'),
		repeat(4, (row) =>
			repeat(7, (i) =>
				rect(692 + i * 36 + (row % 2) * 14, 534 + row * 27, 32, 23, (i + row) % 3 ? '#9c9080' : '#c0b5a4', 'rx="4"'),
			),
		),
		rect(684, 524, 262, 8, TRIM),
	);
}

function drawGarden(chance: Chance): string {
	return (
		path(`M0 ${GROUND} H${WIDTH} V${HEIGHT} H0Z`, 'url(#lawn)') +
		repeat(260, () => {
			const x = chance(0, WIDTH);
			const y = chance(GROUND + 6, HEIGHT);
			return line(
				`${x},${y} ${x + chance(-3, 3)},${y - chance(4, 10)}`,
				chance() > 0.5 ? '#9dba6b' : '#4f6e36',
				1.6,
				'opacity="0.7"',
			);
		}) +
		path(`M406 664 H534 C560 710 620 760 690 ${HEIGHT} H360 C380 750 400 710 406 664Z`, '#cfc6b8') +
		repeat(4, (i) => line(`${402 - i * 9},${690 + i * 30} ${548 + i * 38},${690 + i * 30}`, '#a89e8e', 2.5)) +
		drawBushes(chance, 236, 664, 150, 44, GREEN) +
		drawBushes(chance, 566, 664, 380, 46, GREEN) +
		repeat(26, (i) =>
			ellipse(
				i < 10 ? chance(240, 392) : chance(570, 930),
				chance(640, 660),
				4,
				4,
				['#e9e2f2', '#c96aa0', '#f0c24d'][i % 3] as string,
			),
		) +
		group(
			'transform="translate(205 640)"',
			rect(-4, 0, 8, 84, '#6b4a34'),
			path('M-28 -32 Q-28 -50 -10 -50 H28 V0 H-28Z', '#3d4f66'),
			path('M-28 -32 Q-28 -50 -12 -50 Q4 -50 4 -32 V0 H-28Z', '#53698a'),
			rect(12, -62, 3, 22, '#b33a2b'),
			rect(12, -62, 14, 9, '#b33a2b'),
		)
	);
}
