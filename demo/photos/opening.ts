import { line, path, rect, repeat } from './draw.ts';

/** A window or a door in a wall. */
export interface Opening {
	x: number;
	y: number;
	width: number;
	height: number;
	/** Stone or wood around it. */
	surround: string;
	sash: string;
	/** Behind the panes; `url(#glass)` reflects the sky. */
	glass: string;
	/** Number of leaves; 2 unless told. */
	leaves?: number;
	/** Cross bars; 2 unless told. */
	bars?: number;
	/** Shutters beside it, in this colour. */
	shutters?: string;
	/** An arch of this height on top. */
	arch?: number;
}

/** Draws a window: its surround with a sill and a shadow, its panes, a gleam on them, its shutters. */
export function drawOpening(opening: Opening): string {
	const { x, y, width, height, surround, sash, glass, leaves = 2, bars = 2, shutters, arch = 0 } = opening;
	const shape = (grow: number) =>
		`M${x - grow} ${y + height} V${y + arch - (arch ? 0 : grow)} ${arch ? `Q${x + width / 2} ${y - arch - grow * 2} ${x + width + grow} ${y + arch}` : `H${x + width + grow}`} V${y + height}Z`;
	const leaf = width / leaves;
	return [
		path(shape(7), surround),
		path(shape(0), sash),
		repeat(leaves, (i) => rect(x + i * leaf + 3, y + 4 + arch * 0.4, leaf - 6, height - 8 - arch * 0.4, glass)),
		path(
			`M${x + 4} ${y + height * 0.62} L${x + width * 0.55} ${y + 6} H${x + width * 0.8} L${x + 4} ${y + height - 6}Z`,
			'#fff',
			'opacity="0.14"',
		),
		repeat(bars, (i) => rect(x, y + ((i + 1) * height) / (bars + 1), width, 3, sash)),
		rect(x, y + arch * 0.4, width, 5, '#000', 'opacity="0.22"'),
		rect(x - 10, y + height, width + 20, 6, surround),
		rect(x - 10, y + height + 6, width + 20, 3, '#000', 'opacity="0.16"'),
		shutters
			? drawShutter(x - width * 0.52 - 4, y, width * 0.5, height, shutters) +
				drawShutter(x + width + 6, y, width * 0.5, height, shutters)
			: '',
	].join('');
}

function drawShutter(x: number, y: number, width: number, height: number, colour: string): string {
	const slats = Math.floor(height / 8);
	return (
		rect(x + 4, y + 3, width, height, '#000', 'opacity="0.14"') +
		rect(x, y, width, height, colour) +
		repeat(slats, (i) => rect(x + 4, y + 5 + i * ((height - 8) / slats), width - 8, 2.4, '#000', 'opacity="0.2"')) +
		rect(x, y + height / 2 - 3, width, 6, colour) +
		rect(x, y, 2, height, '#fff', 'opacity="0.25"')
	);
}

/** A balcony of wrought iron on a stone slab; `y` is the slab's top. */
export function drawBalcony(x: number, y: number, width: number, iron: string, stone: string, height = 44): string {
	const count = Math.round(width / 9);
	return (
		rect(x - 6, y, width + 12, 8, stone) +
		rect(x - 6, y + 8, width + 12, 6, '#000', 'opacity="0.18"') +
		repeat(count + 1, (i) => rect(x + (i * width) / count - 1, y - height, 2, height, iron)) +
		line(`${x - 2},${y - height} ${x + width + 2},${y - height}`, iron, 4) +
		line(`${x},${y - 6} ${x + width},${y - 6}`, iron, 2.5)
	);
}
