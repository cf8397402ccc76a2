import { type Chance, path, rect } from './draw.ts';
import { drawInterior } from './interior.ts';
import { drawLysFacade } from './lys-facade.ts';
import { drawMap } from './map.ts';
import { drawCity, drawRidge } from './skyline.ts';
import { drawTerrace } from './terrace-view.ts';

/** The roofs of the Presqu'île, a dome, and the pencil tower of Part-Dieu. */
function drawPresquile(chance: Chance): string {
	return (
		drawRidge(
			470,
			[
				[200, 70],
				[520, 40],
				[860, 90],
				[1080, 60],
			],
			'#a594a2',
		) +
		path('M930 500 V300 L952 262 L974 300 V500Z', '#b98f86') +
		path('M952 262 L974 300 V500 H952Z', '#9b7470') +
		drawCity(chance, {
			base: 520,
			min: 24,
			max: 70,
			fill: '#e2bda2',
			shade: '#c59c84',
			lit: '#8a7480',
			width: [44, 80],
			roof: '#a8705c',
		}) +
		rect(330, 400, 110, 120, '#ecd4b6') +
		path('M322 402 Q328 318 385 300 Q442 318 448 402Z', '#77879a') +
		path('M385 300 Q442 318 448 402 H400 Q404 330 385 300Z', '#5c6b7d') +
		rect(378, 272, 14, 30, '#ecd4b6') +
		drawCity(chance, {
			base: 590,
			min: 40,
			max: 90,
			fill: '#ecd0ae',
			shade: '#cfae8d',
			lit: '#ffdc9a',
			width: [66, 112],
			roof: '#8791a0',
		}) +
		drawCity(chance, {
			base: 660,
			min: 34,
			max: 90,
			fill: '#e6b79b',
			shade: '#c7937b',
			lit: '#ffe0a2',
			width: [90, 150],
			roof: '#76808e',
		})
	);
}

function drawAcross(chance: Chance): string {
	return (
		drawCity(chance, {
			base: 430,
			min: 90,
			max: 170,
			fill: '#eccfa8',
			shade: '#d2ae86',
			lit: '#7b6a6d',
			width: [90, 140],
			roof: '#7f8996',
		}) +
		drawCity(chance, {
			base: 560,
			min: 40,
			max: 110,
			fill: '#e5b49b',
			shade: '#c99379',
			lit: '#6d5f66',
			width: [110, 170],
			roof: '#6f7986',
		})
	);
}

/** Pictures of the French listing. */
export const LYS_PICTURES = {
	'lys-facade': drawLysFacade,
	'lys-interior': () =>
		drawInterior({
			seed: 71,
			wall: ['#f5efe6', '#d9cdbf'],
			ceiling: '#fffdf8',
			floor: { kind: 'planks', colours: ['#b98350', '#ab7744', '#c6915e', '#a06d3c'], joint: '#6f4924' },
			frame: '#f7f2e8',
			window: { kind: 'arched', view: drawAcross, sky: ['#9ab7d8', '#fbe3cc'] },
			curtain: '#eadfd6',
			sofa: { body: '#7a2f4a', shade: '#591f35', cushions: ['#e8c9a0', '#f4ece0', '#c98a6b'] },
			rug: ['#eee2d2', '#84304f'],
			wood: '#5a3a28',
			accent: '#c08a4a',
			sun: '#ffe9bd',
		}),
	'lys-view': () =>
		drawTerrace({
			seed: 79,
			mirrored: true,
			sky: {
				colours: ['#6d86b8', '#eeb7a4', '#fde0b8'],
				sun: { x: 690, y: 330, colour: '#fff0c8', size: 440 },
				clouds: '#fbd9cd',
			},
			land: drawPresquile,
			haze: '#fbd9bf',
			railing: { kind: 'iron', colour: '#2f2d31' },
			floor: ['#c9b79c', '#97856b'],
			pots: ['#84304f', '#b5764e'],
			chair: '#84304f',
			lights: true,
		}),
	'lys-map': () => drawMap({ seed: 44, turn: -14, block: [84, 56], water: 'river', pin: '#84304f' }),
};
