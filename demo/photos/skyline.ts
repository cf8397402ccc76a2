import { type Chance, path, rect, WIDTH } from './draw.ts';

/** A ridge of hills or mountains across the picture. `peaks` are `[x, height]`, joined smoothly. */
export function drawRidge(
	base: number,
	peaks: readonly (readonly [number, number])[],
	fill: string,
	more = '',
): string {
	const points = [[-40, 0.4 * (peaks[0]?.[1] ?? 0)], ...peaks, [WIDTH + 40, 0.4 * (peaks.at(-1)?.[1] ?? 0)]] as [
		number,
		number,
	][];
	let d = `M-40 ${base + 400} L-40 ${base - (points[0]?.[1] ?? 0)}`;
	for (let i = 1; i < points.length; i++) {
		const [x, h] = points[i] as [number, number];
		const [px, ph] = points[i - 1] as [number, number];
		const middle = (x + px) / 2;
		d += ` C${middle} ${base - ph} ${middle} ${base - h} ${x} ${base - h}`;
	}
	return path(`${d} L${WIDTH + 40} ${base + 400}Z`, fill, more);
}

/** One layer of a city: flat roofs of many heights, with windows where `lit` gives them a colour. */
export interface CityLayer {
	base: number;
	min: number;
	max: number;
	fill: string;
	/** The side turned away from the light. */
	shade: string;
	lit?: string;
	/** Width of a house. */
	width: readonly [number, number];
	/** `flat` for towers, `gable` for tiled roofs in this colour. */
	roof?: string;
}

/** Draws one layer of a city from left to right. */
export function drawCity(chance: Chance, layer: CityLayer): string {
	let parts = '';
	for (let x = -20; x < WIDTH + 20; ) {
		const width = chance(...layer.width);
		const height = chance(layer.min, layer.max);
		const top = layer.base - height;
		parts += rect(x, top, width + 1, height + 500, layer.fill);
		parts += rect(x + width * 0.68, top, width * 0.32 + 1, height + 500, layer.shade);
		if (layer.roof) {
			const rise = width * chance(0.2, 0.3);
			parts += path(`M${x - 3} ${top + 1} L${x + width / 2} ${top - rise} L${x + width + 3} ${top + 1}Z`, layer.roof);
			parts += path(
				`M${x + width / 2} ${top - rise} L${x + width + 3} ${top + 1} L${x + width * 0.62} ${top + 1}Z`,
				'#000',
				'opacity="0.14"',
			);
		} else if (chance() > 0.6) {
			parts += rect(x + width * 0.25, top - 8, width * 0.22, 9, layer.shade);
		}
		if (layer.lit) parts += drawWindows(chance, x, top, width, Math.min(height, 260), layer);
		x += width + (chance() > 0.8 ? chance(4, 16) : 0);
	}
	return parts;
}

function drawWindows(chance: Chance, x: number, top: number, width: number, height: number, layer: CityLayer): string {
	const size = Math.max(3, width / 11);
	let parts = '';
	for (let row = top + size * 2; row < top + height; row += size * 2.6) {
		for (let column = x + size; column < x + width - size * 1.6; column += size * 2.1) {
			if (chance() < 0.35) continue;
			parts += rect(
				column,
				row,
				size,
				size * 1.45,
				chance() > 0.35 ? (layer.lit as string) : layer.shade,
				`opacity="${chance(0.25, 0.75).toFixed(2)}"`,
			);
		}
	}
	return parts;
}
