import { type Chance, createChance, ellipse, gradient, group, line, path, picture, rect, repeat } from './draw.ts';
import { drawTree, type Leaves } from './foliage.ts';
import { drawBicycle, drawGround } from './oak-street.ts';
import { defineSky, drawSky, type Sky } from './sky.ts';

const SKY: Sky = {
	colours: ['#2f7fc6', '#86c0e8', '#e6f2ee'],
	sun: { x: 1080, y: 90, colour: '#fffdf2', size: 420 },
	clouds: '#fff',
};
const LIVE_OAK: Leaves = {
	dark: '#2c4a34',
	middle: ['#3c613d', '#476d44', '#33563a'],
	light: ['#6f9455', '#83a862', '#5d844c'],
};
const GROUND = 668;
const FLOOR = 118;

/** Austin at noon: new flats of brick, wood and plaster between live oaks. */
export function drawOakFacade(): string {
	const chance = createChance(214_2);
	const defs =
		defineSky(SKY) +
		gradient('glass', [
			[0, '#4a6f8a'],
			[0.5, '#a8cde0'],
			[1, '#628295'],
		]) +
		gradient('wood', [
			[0, '#c08a57'],
			[1, '#a26f42'],
		]) +
		gradient('plaster', [
			[0, '#faf8f2'],
			[1, '#e6e1d6'],
		]) +
		gradient('street', [
			[0, '#7b7d80'],
			[1, '#5b5d60'],
		]) +
		`<pattern id="brick" width="28" height="14" patternUnits="userSpaceOnUse"><rect width="28" height="14" fill="#c9b7a4"/><rect x="0.8" y="0.8" width="26.4" height="5.6" fill="#a65f49"/><rect x="-13.2" y="7.8" width="26.4" height="5.6" fill="#b26a52"/><rect x="14.8" y="7.8" width="26.4" height="5.6" fill="#9c5843"/></pattern>`;
	return picture(defs, [
		drawSky(SKY, chance, 700),
		drawDowntown(),
		drawBuilding(chance),
		drawGround(chance),
		drawTree(chance, 96, GROUND + 26, 470, LIVE_OAK, 1),
		drawTree(chance, 1120, GROUND + 30, 520, LIVE_OAK, 1),
		drawBicycle(780, GROUND + 20),
	]);
}

/** Towers of the centre, far off, between the trees. */
function drawDowntown(): string {
	const tower = (x: number, y: number, width: number, fill: string) =>
		rect(x, y, width, 640 - y, fill) +
		rect(x + width * 0.6, y, width * 0.4, 640 - y, '#32506b', 'opacity="0.14"') +
		repeat(12, (i) => rect(x + 5, y + 12 + i * 22, width - 10, 4, '#fff', 'opacity="0.3"'));
	return group(
		'opacity="0.75"',
		tower(20, 300, 60, '#a9c4d6'),
		tower(92, 220, 46, '#98b6cb'),
		tower(1020, 250, 52, '#a3bfd2'),
		tower(1082, 190, 44, '#93b1c7'),
		tower(1134, 300, 70, '#a9c4d6'),
		path('M92 220 l23 -36 l23 36Z', '#98b6cb'),
	);
}

function drawBuilding(chance: Chance): string {
	const bays: { x: number; width: number; top: number; wall: string; floors: number }[] = [
		{ x: 190, width: 190, top: 210, wall: 'url(#brick)', floors: 3 },
		{ x: 380, width: 210, top: 92, wall: 'url(#plaster)', floors: 4 },
		{ x: 590, width: 150, top: 170, wall: 'url(#wood)', floors: 4 },
		{ x: 740, width: 250, top: 92, wall: 'url(#plaster)', floors: 4 },
	];
	const parts = bays.map(({ x, width, top, wall, floors }) => {
		const base = GROUND - 100;
		const bay = [rect(x, top, width, GROUND - top, wall), rect(x - 4, top - 8, width + 8, 12, '#3c4247')];
		if (wall === 'url(#wood)')
			bay.push(
				repeat(Math.floor(width / 12), (i) => rect(x + i * 12, top + 4, 2, base - top, '#7f5533', 'opacity="0.5"')),
			);
		for (let floor = 0; floor < floors; floor++) {
			const y = base - (floor + 1) * FLOOR + 18;
			if (y < top + 6) continue;
			bay.push(width > 180 ? drawLoggia(chance, x + 26, y, width - 52) : drawTallWindow(x + width / 2 - 44, y));
		}
		return bay.join('');
	});
	return group(
		'',
		ellipse(590, GROUND + 6, 470, 16, '#000', 'opacity="0.3" filter="url(#soft)"'),
		...parts,
		// Volumes in front shade those behind; sun from the right.
		path(`M380 210 V${GROUND - 100} H348 V244Z`, '#1d2a36', 'opacity="0.22"'),
		path(`M590 170 H620 V${GROUND - 100} H590Z`, '#1d2a36', 'opacity="0.2"'),
		drawLobby(),
	);
}

/** A balcony inside the wall, with a glass railing. */
function drawLoggia(chance: Chance, x: number, y: number, width: number): string {
	const plant = chance() > 0.35;
	return group(
		'',
		rect(x, y, width, 92, '#58626b'),
		rect(x, y, width, 16, '#2b343c', 'opacity="0.55"'),
		repeat(
			3,
			(i) =>
				rect(x + 12 + i * ((width - 20) / 3), y + 14, (width - 20) / 3 - 6, 78, '#2f3a42') +
				rect(x + 16 + i * ((width - 20) / 3), y + 18, (width - 20) / 3 - 14, 72, 'url(#glass)'),
		),
		path(`M${x + 16} ${y + 84} L${x + width * 0.36} ${y + 20} h22 L${x + 40} ${y + 90}Z`, '#fff', 'opacity="0.16"'),
		plant
			? rect(x + width - 40, y + 66, 20, 24, '#e7ddcb') +
					repeat(7, (i) =>
						ellipse(
							x + width - 30 + (i - 3) * 5,
							y + 58 - (3 - Math.abs(i - 3)) * 6,
							7,
							10,
							i % 2 ? '#5c8450' : '#47703f',
						),
					)
			: '',
		chance() > 0.5 ? path(`M${x + 26} ${y + 90} v-18 h30 v-16 h7 v34Z`, '#d7a84f') : '',
		rect(x - 6, y + 50, width + 12, 40, '#dfeef2', 'opacity="0.34"'),
		rect(x - 6, y + 47, width + 12, 4, '#3c4247'),
		rect(x - 10, y + 90, width + 20, 10, '#f4f1ea'),
		rect(x - 10, y + 100, width + 20, 8, '#1d2a36', 'opacity="0.22"'),
	);
}

function drawTallWindow(x: number, y: number): string {
	return (
		rect(x - 4, y, 96, 96, '#2f3a42') +
		repeat(2, (i) => rect(x + i * 46, y + 4, 42, 88, 'url(#glass)')) +
		path(`M${x + 4} ${y + 84} L${x + 52} ${y + 6} h20 L${x + 24} ${y + 90}Z`, '#fff', 'opacity="0.18"') +
		rect(x - 4, y + 62, 96, 4, '#2f3a42')
	);
}

function drawLobby(): string {
	const y = GROUND - 100;
	return group(
		'',
		rect(190, y, 800, 100, '#3f474d'),
		repeat(
			12,
			(i) =>
				rect(202 + i * 66, y + 14, 56, 86, 'url(#glass)') +
				(i === 6 ? '' : rect(202 + i * 66, y + 60, 56, 40, '#f4dba4', 'opacity="0.3"')),
		),
		rect(590, y + 8, 150, 92, '#2b3237'),
		repeat(
			2,
			(i) =>
				rect(602 + i * 66, y + 20, 60, 80, '#f6dfa9') +
				rect(602 + i * 66, y + 20, 60, 80, 'url(#glass)', 'opacity="0.45"'),
		),
		line(`660,${y + 50} 660,${y + 76}`, '#d8c69a', 4),
		line(`670,${y + 50} 670,${y + 76}`, '#d8c69a', 4),
		rect(546, y - 22, 240, 32, '#2b3237'),
		rect(546, y + 10, 240, 8, '#000', 'opacity="0.3"'),
		`<text x="667" y="${y + 1}" font-family="sans-serif" font-size="19" font-weight="700" letter-spacing="5" fill="#f6e9cf" text-anchor="middle">MUELLER OAK</text>`,
		rect(186, y - 2, 360, 6, '#2b3237'),
		rect(786, y - 2, 208, 6, '#2b3237'),
	);
}
