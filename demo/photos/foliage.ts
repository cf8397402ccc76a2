import { type Chance, ellipse, group, line, path, pick, rect } from './draw.ts';

/** Leaves from shade to light. */
export interface Leaves {
	dark: string;
	middle: readonly string[];
	light: readonly string[];
}

export const GREEN: Leaves = {
	dark: '#2f4a33',
	middle: ['#42653f', '#4d7347', '#3b5c3e'],
	light: ['#77985a', '#8fab65', '#678a52'],
};
export const JACARANDA: Leaves = {
	dark: '#5d4a86',
	middle: ['#7d66ab', '#8c75b8', '#6f599c'],
	light: ['#a992d0', '#bda8de', '#9c84c6'],
};
export const AUTUMN: Leaves = {
	dark: '#8a4b1d',
	middle: ['#b5692a', '#c27a30', '#a45c24'],
	light: ['#dd9d45', '#e8b45c', '#d48a3a'],
};

/** A crown of leaves: many small clusters, dark below and behind, light where the sun comes from. */
export function drawCrown(
	chance: Chance,
	cx: number,
	cy: number,
	rx: number,
	ry: number,
	leaves: Leaves,
	sunFrom: -1 | 1 = -1,
): string {
	const small = Math.min(rx, ry);
	const blob = (colour: string, spread: number, dx: number, dy: number, size: number, opacity = 1) => {
		const angle = chance(0, Math.PI * 2);
		const reach = Math.sqrt(chance()) * spread;
		const r = size * chance(0.6, 1.3) * small;
		const x = cx + dx * rx + Math.cos(angle) * reach * rx;
		const y = cy + dy * ry + Math.sin(angle) * reach * ry;
		return ellipse(x, y, r * chance(1, 1.5), r, colour, `opacity="${opacity}"`);
	};
	const parts: string[] = [];
	// Leaf sizes follow the tree, but not all the way: a big crown has more leaves, not larger ones.
	const fine = Math.min(1, 110 / small);
	// A bush shows no single leaves: fewer of them.
	const more = Math.round(1 / fine ** 1.4) * Math.min(1, (small / 55) ** 2);
	for (let i = 0; i < 34 * more; i++) parts.push(blob(leaves.dark, 0.84, 0, 0.06, 0.2 * fine ** 0.5));
	for (let i = 0; i < 110 * more; i++)
		parts.push(blob(pick(chance, leaves.middle), 0.92, 0.05 * sunFrom, -0.03, 0.1 * fine, 0.9));
	for (let i = 0; i < 110 * more; i++)
		parts.push(blob(pick(chance, leaves.light), 0.74, 0.18 * sunFrom, -0.2, 0.05 * fine, 0.8));
	for (let i = 0; i < 90 * more; i++) parts.push(blob(pick(chance, leaves.middle), 1.02, 0, 0, 0.035 * fine, 0.85));
	for (let i = 0; i < 60 * more; i++)
		parts.push(blob(pick(chance, leaves.light), 0.98, 0.06 * sunFrom, -0.08, 0.024 * fine, 0.85));
	return parts.join('');
}

/** A whole tree: trunk with branches, then the crown in front of them. */
export function drawTree(
	chance: Chance,
	x: number,
	ground: number,
	height: number,
	leaves: Leaves,
	sunFrom: -1 | 1 = -1,
	bark = '#4a3a31',
): string {
	const crownY = ground - height * 0.66;
	const r = height * 0.34;
	const trunk = height * 0.035;
	const lean = chance(-0.05, 0.05) * height;
	return group(
		'',
		path(
			`M${x - trunk} ${ground} C${x - trunk * 0.7} ${ground - height * 0.25} ${x + lean - trunk} ${crownY + r * 0.5} ${x + lean - trunk * 0.5} ${crownY} h${trunk} C${x + lean + trunk} ${crownY + r * 0.5} ${x + trunk} ${ground - height * 0.25} ${x + trunk * 1.2} ${ground} Z`,
			bark,
		),
		line(`${x},${ground - height * 0.36} ${x - r * 0.55},${crownY + r * 0.1}`, bark, trunk * 0.9),
		line(`${x},${ground - height * 0.4} ${x + r * 0.6},${crownY + r * 0.05}`, bark, trunk * 0.8),
		drawCrown(chance, x + lean, crownY, r * 1.12, r * 0.92, leaves, sunFrom),
	);
}

/** A low hedge or a row of bushes. */
export function drawBushes(
	chance: Chance,
	x: number,
	ground: number,
	width: number,
	height: number,
	leaves: Leaves,
): string {
	let parts = '';
	for (let at = 0; at < width; at += height * 0.75) {
		parts += drawCrown(chance, x + at + chance(-6, 6), ground - height * 0.42, height * 0.62, height * 0.5, leaves);
	}
	return parts;
}

/** A plant in a pot, with broad leaves on arching stems. */
export function drawPotted(
	chance: Chance,
	x: number,
	ground: number,
	height: number,
	pot: string,
	potShade: string,
	leaves: Leaves = GREEN,
): string {
	const potHeight = height * 0.24;
	const potWidth = height * 0.26;
	const top = ground - potHeight;
	const parts: string[] = [];
	const count = 15;
	for (let i = 0; i < count; i++) {
		const side = (i / (count - 1)) * 2 - 1;
		const tipX = x + side * height * chance(0.26, 0.46);
		const tipY = top - height * (0.74 - Math.abs(side) * chance(0.28, 0.5)) * chance(0.78, 1);
		const colour = i % 3 === 0 ? leaves.dark : pick(chance, i % 3 === 1 ? leaves.middle : leaves.light);
		parts.push(
			line(
				`${x + side * 5},${top + 4} ${x + (tipX - x) * 0.45},${top + (tipY - top) * 0.66}`,
				leaves.dark,
				Math.max(2, height * 0.008),
			),
		);
		const angle = (Math.atan2(tipY - top, tipX - x) * 180) / Math.PI;
		const size = height * chance(0.13, 0.19);
		parts.push(
			group(
				`transform="translate(${x + (tipX - x) * 0.74} ${top + (tipY - top) * 0.83}) rotate(${angle})"`,
				path(`M${-size} 0 Q0 ${-size * 0.62} ${size} 0 Q0 ${size * 0.62} ${-size} 0Z`, colour),
				path(`M${-size} 0 L${size} 0`, 'none', `stroke="${leaves.dark}" stroke-width="1.2" opacity="0.45"`),
			),
		);
	}
	parts.push(
		path(
			`M${x - potWidth / 2} ${top} L${x + potWidth / 2} ${top} L${x + potWidth * 0.38} ${ground} L${x - potWidth * 0.38} ${ground}Z`,
			pot,
		),
		path(
			`M${x + potWidth * 0.1} ${top} L${x + potWidth / 2} ${top} L${x + potWidth * 0.38} ${ground} L${x + potWidth * 0.06} ${ground}Z`,
			potShade,
			'opacity="0.55"',
		),
		rect(x - potWidth * 0.55, top - potHeight * 0.12, potWidth * 1.1, potHeight * 0.17, pot),
		rect(x + potWidth * 0.1, top - potHeight * 0.12, potWidth * 0.45, potHeight * 0.17, potShade, 'opacity="0.45"'),
	);
	return parts.join('');
}
