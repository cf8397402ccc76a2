import { type Chance, ellipse, group, HEIGHT, line, path, polygon, rect, repeat, WIDTH } from './draw.ts';

/** The street before the house in Roma Norte. */

const GROUND = 690;

export function drawStreet(): string {
	return (
		rect(0, GROUND, WIDTH, 26, '#b9a895') +
		repeat(16, (i) => line(`${i * 80 - 10},${GROUND} ${i * 84 - 36},${GROUND + 26}`, '#94836f', 1.5)) +
		rect(0, GROUND + 24, WIDTH, 7, '#85776a') +
		rect(0, GROUND + 31, WIDTH, HEIGHT - GROUND - 31, 'url(#street)') +
		repeat(5, (i) =>
			polygon(
				`${80 + i * 270},766 ${210 + i * 270},766 ${204 + i * 270},773 ${68 + i * 270},773`,
				'#d7c9b4',
				'opacity="0.7"',
			),
		) +
		polygon(`620,${GROUND + 31} 1200,${GROUND + 31} 1200,${HEIGHT} 860,${HEIGHT}`, '#ffd79a', 'opacity="0.2"')
	);
}

/** Fallen blossoms. */
export function drawPetals(chance: Chance): string {
	return repeat(170, (i) => {
		const x = i % 2 ? chance(0, 330) : chance(900, WIDTH);
		return ellipse(
			x,
			chance(GROUND + 4, HEIGHT - 30),
			chance(2, 4.5),
			chance(1.2, 2.2),
			i % 3 ? '#a48dcb' : '#c4b2e2',
			'opacity="0.85"',
		);
	});
}

/** A small old car at the kerb. */
export function drawCar(): string {
	return group(
		'transform="translate(610 648) scale(1.12)"',
		ellipse(120, 86, 130, 10, '#000', 'opacity="0.42" filter="url(#soft)"'),
		path('M2 66 Q4 40 40 36 Q62 4 116 4 Q166 4 186 36 Q230 40 236 66 Q236 78 226 78 H14 Q2 78 2 66Z', '#4d8a86'),
		path('M52 38 Q70 14 110 14 V38Z', '#f3d9a8'),
		path('M120 14 Q156 14 174 38 H120Z', '#e7bf8b'),
		path('M2 66 Q120 54 236 66 Q236 78 226 78 H14 Q2 78 2 66Z', '#2f5f5c', 'opacity="0.65"'),
		path('M36 38 Q120 30 200 38', 'none', 'stroke="#bfe0dc" stroke-width="2" opacity="0.7"'),
		...[52, 186].map((x) => ellipse(x, 76, 22, 22, '#23211f') + ellipse(x, 76, 11, 11, '#cfc8bc')),
		ellipse(229, 56, 7, 8, '#ffeeb8'),
		ellipse(8, 56, 5, 7, '#c9412f'),
	);
}

export function drawStreetLamp(): string {
	return (
		line(`560,${GROUND + 26} 560,470 572,452 590,452`, '#2b2a29', 5) +
		ellipse(592, 470, 62, 62, '#ffdf9a', 'opacity="0.3" filter="url(#softer)"') +
		path('M580 456 h24 l5 22 h-34Z', '#fff0c0') +
		path('M576 456 q16 -13 32 0Z', '#2b2a29')
	);
}
