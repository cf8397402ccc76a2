import { type Chance, ellipse, path, rect, repeat } from './draw.ts';
import { drawBushes, drawCrown, GREEN } from './foliage.ts';
import { drawInterior } from './interior.ts';
import { drawMap } from './map.ts';
import { drawOakFacade } from './oak-facade.ts';
import { drawCity, drawRidge } from './skyline.ts';
import { drawTerrace } from './terrace-view.ts';

/** Downtown over the park and its lake. */
function drawPark(chance: Chance): string {
	const tower = (x: number, top: number, width: number, fill: string) =>
		rect(x, top, width, 520 - top, fill) +
		rect(x + width * 0.62, top, width * 0.38, 520 - top, '#23405c', 'opacity="0.2"') +
		repeat(Math.floor((500 - top) / 14), (i) =>
			rect(x + 5, top + 10 + i * 14, width - 10, 3, '#fff', 'opacity="0.26"'),
		);
	return (
		drawRidge(
			500,
			[
				[200, 34],
				[520, 50],
				[900, 30],
			],
			'#9ab7a4',
		) +
		tower(640, 330, 54, '#9db9ce') +
		tower(704, 270, 44, '#86a6c0') +
		path('M704 270 l22 -40 l22 40Z', '#86a6c0') +
		tower(758, 300, 62, '#a9c3d5') +
		tower(830, 216, 48, '#7c9dba') +
		tower(888, 320, 70, '#9db9ce') +
		tower(968, 280, 46, '#8dacc4') +
		drawCity(chance, {
			base: 520,
			min: 14,
			max: 56,
			fill: '#c6ccc9',
			shade: '#a7b1b0',
			lit: '#e9eef0',
			width: [50, 90],
		}) +
		rect(0, 512, 1200, 150, '#7a9a66') +
		ellipse(430, 566, 330, 34, '#8fbdd3') +
		ellipse(430, 562, 290, 24, '#b3d6e4', 'opacity="0.7"') +
		drawBushes(chance, -20, 556, 1240, 66, GREEN) +
		repeat(7, (i) => drawCrown(chance, 60 + i * 190 + chance(-30, 30), 600, 84, 60, GREEN, 1))
	);
}

function drawTreetops(chance: Chance): string {
	return (
		rect(420, 230, 46, 200, '#9ab5c9') +
		rect(480, 190, 38, 240, '#87a5bc') +
		rect(530, 260, 60, 180, '#a5bfd0') +
		drawCrown(chance, 220, 430, 170, 120, GREEN, 1) +
		drawCrown(chance, 520, 460, 220, 100, GREEN, 1) +
		drawCrown(chance, 700, 430, 120, 110, GREEN, 1)
	);
}

/** Pictures of the Texan rental. */
export const OAK_PICTURES = {
	'oak-facade': drawOakFacade,
	'oak-interior': () =>
		drawInterior({
			seed: 37,
			wall: ['#f4f3ee', '#d3d8d2'],
			ceiling: '#fdfdfb',
			floor: { kind: 'planks', colours: ['#d6c2a4', '#cbb595', '#dfcdb2', '#c4ad8b'], joint: '#a08a69' },
			frame: '#343c41',
			window: { kind: 'wide', view: drawTreetops, sky: ['#5fa6dc', '#e3f1f2'] },
			curtain: '#e8e6dd',
			sofa: { body: '#b5653f', shade: '#8d4a2b', cushions: ['#f1e7d3', '#47674a', '#d9b25c'] },
			rug: ['#efe9dc', '#6f8a68'],
			wood: '#7d5a3a',
			accent: '#47674a',
			sun: '#fff4cd',
		}),
	'oak-view': () =>
		drawTerrace({
			seed: 53,
			sky: {
				colours: ['#2f7fc6', '#8cc3e8', '#eaf4ee'],
				sun: { x: 180, y: 100, colour: '#fffdf0', size: 400 },
				clouds: '#fff',
			},
			land: drawPark,
			haze: '#eef5f0',
			railing: { kind: 'glass', colour: '#343c41' },
			floor: ['#b98a5e', '#8d6540'],
			pots: ['#e7ddcb', '#4a5358'],
			chair: '#47674a',
			mirrored: true,
		}),
	'oak-map': () => drawMap({ seed: 27, turn: 24, block: [118, 70], pin: '#3d6337' }),
};
