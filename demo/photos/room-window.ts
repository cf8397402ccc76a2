import { type Chance, group, line, path, polygon, rect, repeat } from './draw.ts';
import type { Room } from './room.ts';

const FLOOR_LINE = 560;

/** The window's hole, in the picture. */
export function windowBox({ window }: Room): { x: number; y: number; width: number; height: number; bars: number } {
	if (window.kind === 'wide') return { x: 90, y: 120, width: 640, height: 372, bars: 3 };
	return { x: 150, y: 108, width: 470, height: 430, bars: 2 };
}

/** The window with what is seen through it, its frame and its curtains. */
export function drawWindow(room: Room, chance: Chance): string {
	const { x, y, width, height, bars } = windowBox(room);
	const arched = room.window.kind === 'arched';
	const hole = arched
		? `M${x} ${y + height} V${y + 110} Q${x + width / 2} ${y - 70} ${x + width} ${y + 110} V${y + height}Z`
		: `M${x} ${y} h${width} v${height} h${-width}Z`;
	const panes = repeat(bars - 1, (i) => rect(x + (width * (i + 1)) / bars - 6, y - 30, 12, height + 30, room.frame));
	const cross = rect(x, y + height * 0.3, width, 9, room.frame);
	const curtain = (cx: number, side: 1 | -1) =>
		path(
			`M${cx} 84 h${side * 92} C${cx + side * 84} 260 ${cx + side * 96} 420 ${cx + side * 76} ${FLOOR_LINE + 14} h${-side * 66} C${cx + side * 4} 400 ${cx + side * 8} 240 ${cx} 84Z`,
			'url(#curtain)',
			'opacity="0.94"',
		) +
		repeat(4, (i) =>
			line(
				`${cx + side * (18 + i * 18)},90 ${cx + side * (20 + i * 15)},${FLOOR_LINE + 6}`,
				room.curtain,
				3,
				'opacity="0.7"',
			),
		);
	return group(
		'',
		`<clipPath id="hole"><path d="${hole}"/></clipPath>`,
		path(hole, room.frame, `stroke="${room.frame}" stroke-width="26"`),
		path(hole, '#000', 'opacity="0.12"'),
		group(
			'clip-path="url(#hole)"',
			rect(x, y - 80, width, height + 80, 'url(#view)'),
			room.window.view(chance),
			panes,
			cross,
			polygon(
				`${x},${y - 60} ${x + width * 0.35},${y - 60} ${x + width * 0.1},${y + height} ${x},${y + height}`,
				'#fff',
				'opacity="0.12"',
			),
		),
		rect(x - 22, y + height + 8, width + 44, 14, room.frame),
		rect(x - 22, y + height + 22, width + 44, 6, '#000', 'opacity="0.15"'),
		line(`${x - 80},86 ${x + width + 80},86`, room.wood, 9),
		curtain(x - 70, 1),
		curtain(x + width + 70, -1),
	);
}
