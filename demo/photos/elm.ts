import { type Chance, path, rect } from './draw.ts';
import { drawElmFacade } from './elm-facade.ts';
import { AUTUMN, drawBushes, drawCrown, drawTree, GREEN } from './foliage.ts';
import { drawInterior } from './interior.ts';
import { drawMap } from './map.ts';
import { drawRidge } from './skyline.ts';
import { drawTerrace } from './terrace-view.ts';

/** Peaks with snow, as seen over the gardens. */
function drawPeaks(top: number, base: number): string {
	const y = (share: number) => top + (base - top) * share;
	return (
		path(
			`M-20 ${base} L90 ${y(0.5)} L150 ${y(0.62)} L290 ${y(0.1)} L380 ${y(0.44)} L440 ${y(0.34)} L560 ${y(0.7)} L700 ${y(0.3)} L760 ${y(0.42)} L880 ${y(0)} L980 ${y(0.4)} L1040 ${y(0.28)} L1220 ${y(0.66)} V${base} Z`,
			'#8fa3c2',
		) +
		path(
			`M290 ${y(0.1)} L350 ${y(0.33)} L318 ${y(0.3)} L296 ${y(0.4)} L268 ${y(0.28)} L232 ${y(0.36)}Z M880 ${y(0)} L948 ${y(0.28)} L910 ${y(0.26)} L884 ${y(0.4)} L852 ${y(0.24)} L812 ${y(0.32)}Z M700 ${y(0.3)} L736 ${y(0.4)} L708 ${y(0.44)} L674 ${y(0.42)}Z`,
			'#f9fcfe',
		) +
		path(
			`M290 ${y(0.1)} L380 ${y(0.44)} L440 ${y(0.34)} L560 ${y(0.7)} L400 ${y(0.8)} L340 ${y(0.5)}Z M880 ${y(0)} L980 ${y(0.4)} L1040 ${y(0.28)} L1220 ${y(0.66)} L1000 ${y(0.85)} L930 ${y(0.5)}Z`,
			'#3c4f78',
			'opacity="0.2"',
		)
	);
}

function drawFoothills(chance: Chance): string {
	return (
		drawPeaks(230, 520) +
		drawRidge(
			520,
			[
				[160, 40],
				[480, 66],
				[820, 44],
				[1080, 70],
			],
			'#6f8d8b',
		) +
		drawRidge(
			570,
			[
				[240, 50],
				[700, 62],
				[1040, 40],
			],
			'#647f5e',
		) +
		drawBushes(chance, -20, 600, 1240, 74, AUTUMN) +
		drawTree(chance, 210, 640, 230, AUTUMN, 1) +
		drawTree(chance, 770, 640, 260, AUTUMN, 1) +
		drawBushes(chance, -20, 664, 1240, 60, GREEN)
	);
}

function drawGardenView(chance: Chance): string {
	return (
		drawPeaks(220, 430) +
		rect(60, 420, 720, 140, '#7d9a5f') +
		drawCrown(chance, 180, 440, 120, 100, AUTUMN, 1) +
		drawCrown(chance, 640, 450, 150, 90, AUTUMN, 1) +
		drawBushes(chance, 100, 520, 640, 60, GREEN)
	);
}

/** Pictures of the house in Colorado. */
export const ELM_PICTURES = {
	'elm-facade': drawElmFacade,
	'elm-interior': () =>
		drawInterior({
			seed: 61,
			mirrored: true,
			wall: ['#e9edf0', '#b9c4cc'],
			ceiling: '#f9fafa',
			floor: { kind: 'planks', colours: ['#9a6a41', '#8c5f39', '#a8774c', '#805433'], joint: '#5b3b22' },
			frame: '#faf8f2',
			window: { kind: 'wide', view: drawGardenView, sky: ['#5b9dd6', '#dcebf0'] },
			curtain: '#dfe4e6',
			sofa: { body: '#3f5378', shade: '#2c3c5b', cushions: ['#e4a648', '#f2ede0', '#b4552f'] },
			rug: ['#efe7d6', '#8c3f2f'],
			wood: '#5d3f29',
			accent: '#b4552f',
			sun: '#ffefc4',
		}),
	'elm-view': () =>
		drawTerrace({
			seed: 67,
			sky: {
				colours: ['#3a6fb4', '#9cbfe0', '#f7e4c8'],
				sun: { x: 560, y: 250, colour: '#fff1cc', size: 460 },
				clouds: '#fff',
			},
			land: drawFoothills,
			haze: '#f6ead6',
			railing: { kind: 'wood', colour: '#f2eee4' },
			floor: ['#a97b52', '#7d5636'],
			pots: ['#3f5378', '#b4552f'],
			chair: '#b4552f',
		}),
	'elm-map': () => drawMap({ seed: 33, turn: 0, block: [104, 84], pin: '#3b4f80' }),
};
