import { type Chance, line, path, rect, repeat } from './draw.ts';
import { drawInterior } from './interior.ts';
import { drawMap } from './map.ts';
import { drawMarFacade } from './mar-facade.ts';
import { drawCity, drawRidge } from './skyline.ts';
import { drawTerrace } from './terrace-view.ts';

/** Roofs down to the Tagus, and the red bridge. */
function drawTagus(chance: Chance): string {
	const cable = (x: number) =>
		path(`M${x} 372 Q${x + 105} 470 ${x + 210} 372`, 'none', 'stroke="#b5473a" stroke-width="3"');
	return (
		drawRidge(
			440,
			[
				[120, 30],
				[420, 52],
				[760, 36],
				[1060, 60],
			],
			'#9db3b8',
		) +
		rect(0, 430, 1200, 200, '#7fb0cf') +
		repeat(40, () => rect(chance(0, 1200), chance(436, 500), chance(16, 70), 2, '#e6f3f8', 'opacity="0.6"')) +
		line(`560,432 1200,424`, '#b5473a', 5) +
		repeat(
			3,
			(i) =>
				rect(690 + i * 210, 366, 9, 76, '#b5473a') +
				rect(712 + i * 210, 366, 9, 76, '#b5473a') +
				rect(690 + i * 210, 384, 30, 5, '#b5473a') +
				cable(714 + i * 210),
		) +
		drawCity(chance, {
			base: 520,
			min: 20,
			max: 54,
			fill: '#f0dcc0',
			shade: '#d6bb9c',
			lit: '#7c93a3',
			width: [36, 64],
			roof: '#c66a47',
		}) +
		drawCity(chance, {
			base: 590,
			min: 40,
			max: 86,
			fill: '#f7ead4',
			shade: '#dcc5a5',
			lit: '#6d8798',
			width: [60, 104],
			roof: '#bb5b39',
		}) +
		drawCity(chance, {
			base: 660,
			min: 30,
			max: 90,
			fill: '#f3d9b0',
			shade: '#d5b485',
			lit: '#6d8798',
			width: [90, 150],
			roof: '#ad4f31',
		})
	);
}

function drawRoofs(chance: Chance): string {
	return (
		rect(60, 330, 720, 60, '#86b4d1') +
		drawCity(chance, {
			base: 450,
			min: 40,
			max: 90,
			fill: '#f3e2c6',
			shade: '#d8c09d',
			lit: '#7c93a3',
			width: [44, 80],
			roof: '#c4623f',
		}) +
		drawCity(chance, {
			base: 540,
			min: 30,
			max: 90,
			fill: '#f6ecd9',
			shade: '#d9c6a7',
			lit: '#6d8798',
			width: [80, 130],
			roof: '#b35535',
		})
	);
}

/** Pictures of the Portuguese listing. */
export const MAR_PICTURES = {
	'mar-facade': drawMarFacade,
	'mar-interior': () =>
		drawInterior({
			seed: 23,
			mirrored: true,
			wall: ['#fbf8f0', '#dfe4e4'],
			ceiling: '#ffffff',
			floor: { kind: 'planks', colours: ['#c99a66', '#bd8c58', '#d3a774', '#b88552'], joint: '#8a6038' },
			frame: '#f7f3e8',
			window: { kind: 'wide', view: drawRoofs, sky: ['#6fb0de', '#dff0f5'] },
			curtain: '#e6eef0',
			sofa: { body: '#dcd3c1', shade: '#b9ad96', cushions: ['#2f6aa0', '#f2c65f', '#2f6aa0'] },
			rug: ['#e9eef0', '#3f76a6'],
			wood: '#8a5f3c',
			accent: '#2f6aa0',
			sun: '#fff2c2',
		}),
	'mar-view': () =>
		drawTerrace({
			seed: 41,
			sky: {
				colours: ['#3d8bcb', '#a5d0ea', '#eaf3ee'],
				sun: { x: 930, y: 120, colour: '#fffbe2', size: 420 },
				clouds: '#fff',
			},
			land: drawTagus,
			haze: '#e7f1f0',
			railing: { kind: 'iron', colour: '#2c3b40' },
			floor: ['#e0d2b8', '#b9a685'],
			pots: ['#c1633f', '#2f6aa0'],
			chair: '#2f6aa0',
		}),
	'mar-map': () => drawMap({ seed: 14, turn: 17, block: [72, 50], water: 'coast', pin: '#1d5687' }),
};
