import { type Chance, path, rect } from './draw.ts';
import { drawCrown, JACARANDA } from './foliage.ts';
import { drawInterior } from './interior.ts';
import { drawMap } from './map.ts';
import { drawCity, drawRidge } from './skyline.ts';
import { drawSolFacade } from './sol-facade.ts';
import { drawTerrace } from './terrace-view.ts';

function drawJacarandas(chance: Chance): string {
	return (
		rect(100, 430, 600, 140, '#c98f6a', 'opacity="0.8"') +
		drawCrown(chance, 250, 400, 170, 130, JACARANDA, 1) +
		drawCrown(chance, 520, 430, 160, 120, JACARANDA, 1)
	);
}

/** A cone with snow on its top. */
function drawVolcano(x: number, top: number, fill: string, snow: string): string {
	const slope = `M${x - 420} 520 C${x - 210} 470 ${x - 90} ${top + 40} ${x - 26} ${top} L${x - 8} ${top + 6} L${x + 22} ${top - 4} C${x + 90} ${top + 50} ${x + 220} 468 ${x + 430} 520Z`;
	const cap = `M${x - 70} ${top + 58} C${x - 52} ${top + 36} ${x - 40} ${top + 14} ${x - 26} ${top} L${x - 8} ${top + 6} L${x + 22} ${top - 4} C${x + 40} ${top + 14} ${x + 54} ${top + 34} ${x + 72} ${top + 56} L${x + 46} ${top + 44} L${x + 34} ${top + 74} L${x + 12} ${top + 42} L${x - 8} ${top + 84} L${x - 26} ${top + 46} L${x - 44} ${top + 66}Z`;
	const shade = `M${x + 22} ${top - 4} C${x + 90} ${top + 50} ${x + 220} 468 ${x + 430} 520 H${x + 70} C${x + 60} 430 ${x + 34} 360 ${x + 22} ${top - 4}Z`;
	return path(slope, fill) + path(cap, snow) + path(shade, '#4c3a60', 'opacity="0.16"');
}

function drawValley(chance: Chance): string {
	return (
		drawVolcano(300, 300, '#a993ad', '#f6dcd6') +
		drawVolcano(890, 268, '#a08aa6', '#f8e2da') +
		drawRidge(
			500,
			[
				[100, 50],
				[380, 70],
				[700, 44],
				[1000, 76],
			],
			'#8f7a8e',
		) +
		drawCity(chance, {
			base: 540,
			min: 50,
			max: 150,
			fill: '#a9867f',
			shade: '#927069',
			lit: '#f9d7a0',
			width: [40, 74],
		}) +
		drawCity(chance, {
			base: 610,
			min: 60,
			max: 130,
			fill: '#c79a7d',
			shade: '#a87a62',
			lit: '#ffe2a6',
			width: [60, 110],
		})
	);
}

/** Pictures of the Mexican listing. */
export const SOL_PICTURES = {
	'sol-facade': drawSolFacade,
	'sol-interior': () =>
		drawInterior({
			seed: 11,
			wall: ['#f6e7d2', '#e0c3a2'],
			ceiling: '#fbf3e6',
			floor: { kind: 'tiles', colours: ['#d9b48f', '#b8694b', '#f1dfc3'], joint: '#8f5a42' },
			frame: '#7a4a33',
			window: { kind: 'tall', view: drawJacarandas, sky: ['#9cc2dd', '#fbe3c0'] },
			curtain: '#efe2cf',
			sofa: { body: '#4f7f79', shade: '#38605b', cushions: ['#e2a04a', '#f2e3cb', '#b8563c'] },
			rug: ['#f0e0c6', '#c4744f'],
			wood: '#6f4a33',
			accent: '#b8563c',
			sun: '#ffe2a6',
		}),
	'sol-view': () =>
		drawTerrace({
			seed: 31,
			sky: {
				colours: ['#4d6a9c', '#eba78a', '#fcd9a8'],
				sun: { x: 300, y: 360, colour: '#ffe3ac', size: 460 },
				clouds: '#f7cdb5',
			},
			land: drawValley,
			haze: '#f8c9a4',
			railing: { kind: 'iron', colour: '#33292a' },
			floor: ['#b4623f', '#7f3f2a'],
			pots: ['#c1633f', '#3d6b63'],
			chair: '#e0a447',
			lights: true,
		}),
	'sol-map': () => drawMap({ seed: 5, turn: -8, block: [96, 62], pin: '#a8432b' }),
};
