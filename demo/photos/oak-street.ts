import { type Chance, HEIGHT, line, path, rect, repeat, WIDTH } from './draw.ts';
import { drawBushes, GREEN } from './foliage.ts';

/** The street before the house in Austin. */

const GROUND = 668;

export function drawGround(chance: Chance): string {
	return (
		rect(0, GROUND, WIDTH, 34, '#d9d4c9') +
		repeat(18, (i) => line(`${i * 70},${GROUND} ${i * 74 - 24},${GROUND + 34}`, '#b9b3a6', 1.5)) +
		rect(0, GROUND + 32, WIDTH, 7, '#a9a397') +
		rect(0, GROUND + 39, WIDTH, HEIGHT - GROUND - 39, 'url(#street)') +
		repeat(5, (i) => rect(40 + i * 260, 764, 130, 6, '#e8d9a0', 'opacity="0.75"')) +
		drawBushes(chance, 196, GROUND + 8, 340, 40, GREEN) +
		drawBushes(chance, 800, GROUND + 8, 190, 40, GREEN) +
		repeat(5, (plant) =>
			repeat(9, (i) =>
				path(
					`M${240 + plant * 66} ${GROUND + 14} q${(i - 4) * 6} -20 ${(i - 4) * 9} -${34 - Math.abs(i - 4) * 5} q${-(i - 4) * 2} 18 ${-(i - 4) * 9 + 5} ${34 - Math.abs(i - 4) * 5}Z`,
					i % 2 ? '#7fa38f' : '#64897a',
				),
			),
		)
	);
}

/** A bicycle at its stand. */
export function drawBicycle(x: number, ground: number): string {
	const wheel = (cx: number) =>
		`<circle cx="${cx}" cy="${ground - 22}" r="21" fill="none" stroke="#23292e" stroke-width="3.4"/><circle cx="${cx}" cy="${ground - 22}" r="2.5" fill="#23292e"/>`;
	return (
		wheel(x) +
		wheel(x + 66) +
		line(
			`${x},${ground - 22} ${x + 24},${ground - 52} ${x + 54},${ground - 52} ${x + 32},${ground - 22} ${x},${ground - 22}`,
			'#d0533a',
			4,
		) +
		line(`${x + 24},${ground - 52} ${x + 32},${ground - 22}`, '#d0533a', 4) +
		line(`${x + 66},${ground - 22} ${x + 52},${ground - 62} ${x + 62},${ground - 64}`, '#d0533a', 4) +
		line(`${x + 16},${ground - 60} ${x + 32},${ground - 60}`, '#23292e', 5)
	);
}
