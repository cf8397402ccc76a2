/**
 * What the pictures are drawn with: SVG pieces as strings, and chance that is the same every time. All pictures of
 * the portal are drawn here by code, so the demo needs no photo of anyone's.
 */

/** Size of a photo. */
export const WIDTH = 1200;
export const HEIGHT = 800;

/** A point in the picture. */
export type Point = readonly [x: number, y: number];

/** Numbers from `min` to `max` (0 to 1), from a seed (mulberry32): the same picture at every start. */
export type Chance = (min?: number, max?: number) => number;

/** Starts the row of chance of one picture. */
export function createChance(seed: number): Chance {
	let state = seed >>> 0;
	return (min = 0, max = 1) => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return min + (((t ^ (t >>> 14)) >>> 0) / 4294967296) * (max - min);
	};
}

/** One of several. */
export function pick<T>(chance: Chance, items: readonly T[]): T {
	return items[Math.min(items.length - 1, Math.floor(chance() * items.length))] as T;
}

/** `count` pieces joined. */
export function repeat(count: number, draw: (i: number) => string): string {
	return Array.from({ length: count }, (_, i) => draw(i)).join('');
}

/** A rectangle. As in all of these, `more` is further attributes as they stand. */
export function rect(x: number, y: number, width: number, height: number, fill: string, more = ''): string {
	return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`;
}

/** An ellipse by its middle. */
export function ellipse(cx: number, cy: number, rx: number, ry: number, fill: string, more = ''): string {
	return `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`;
}

/** A filled shape through points: `0,0 10,0 10,10`, or a list. */
export function polygon(points: string | readonly Point[], fill: string, more = ''): string {
	return `<polygon points="${toWay(points)}" fill="${fill}" ${more}/>`;
}

/** A filled path. */
export function path(d: string, fill: string, more = ''): string {
	return `<path d="${d}" fill="${fill}" ${more}/>`;
}

/** A stroked line through points: `0,0 10,10`, or a list. */
export function line(points: string | readonly Point[], stroke: string, width: number, more = ''): string {
	return `<polyline points="${toWay(points)}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
}

function toWay(points: string | readonly Point[]): string {
	return typeof points === 'string' ? points : points.map(([x, y]) => `${x},${y}`).join(' ');
}

/** Several pieces under one transform, clip or opacity. */
export function group(more: string, ...pieces: string[]): string {
	return `<g ${more}>${pieces.join('')}</g>`;
}

/** Layers seen in a mirror. */
export function mirror(layers: readonly string[]): string {
	return group(`transform="translate(${WIDTH} 0) scale(-1 1)"`, ...layers);
}

/** A gradient from top to bottom (or along x): `[offset 0–1, colour, opacity]`. */
export function gradient(
	id: string,
	stops: readonly (readonly [number, string, number?])[],
	along: 'x' | 'y' = 'y',
): string {
	const way = along === 'y' ? 'x1="0" y1="0" x2="0" y2="1"' : 'x1="0" y1="0" x2="1" y2="0"';
	return `<linearGradient id="${id}" ${way}>${toStops(stops)}</linearGradient>`;
}

/** A gradient from the middle outwards. */
export function glow(id: string, stops: readonly (readonly [number, string, number?])[]): string {
	return `<radialGradient id="${id}">${toStops(stops)}</radialGradient>`;
}

function toStops(stops: readonly (readonly [number, string, number?])[]): string {
	return stops
		.map(
			([offset, colour, opacity]) =>
				`<stop offset="${offset}" stop-color="${colour}"${opacity === undefined ? '' : ` stop-opacity="${opacity}"`}/>`,
		)
		.join('');
}

/** Digits of a fraction that no eye could see. */
const LONG_FRACTION = /(\.\d\d)\d+/g;

/** A whole picture: its definitions, its layers from far to near, and a little grain over all, as film has. */
export function picture(defs: string, layers: readonly string[], width = WIDTH, height = HEIGHT): string {
	const text = layers.join('').replace(LONG_FRACTION, '$1');
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" preserveAspectRatio="xMidYMid slice"><defs>${defs}<filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="0.8" numOctaves="2" seed="3"/><feColorMatrix values="0 0 0 0 0.5 0 0 0 0 0.45 0 0 0 0 0.4 0 0 0 0.5 0"/></filter><filter id="soft"><feGaussianBlur stdDeviation="6"/></filter><filter id="softer"><feGaussianBlur stdDeviation="18"/></filter></defs>${text}<rect width="${width}" height="${height}" filter="url(#grain)" opacity="0.09"/></svg>`;
}

/** A floor seen from the front: puts a point of the floor (x in metres from the middle, z in metres away) into the picture. */
export function toFloor(horizon: number, eyeHeight = 1.5, focal = 900): (x: number, z: number) => Point {
	return (x, z) => [WIDTH / 2 + (x * focal) / z, horizon + (eyeHeight * focal) / z];
}
