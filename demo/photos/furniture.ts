import { type Chance, ellipse, group, line, type Point, path, rect, repeat } from './draw.ts';
import type { Room } from './room.ts';

/** What stands and hangs in the room. */

/** Two framed pictures beside the window. */
export function drawArt({ accent, wood, sofa, rug }: Room, chance: Chance): string {
	const frame = (x: number, y: number, w: number, h: number, inside: string) =>
		rect(x + 6, y + 9, w, h, '#000', 'opacity="0.18" filter="url(#soft)"') +
		rect(x, y, w, h, wood) +
		rect(x + 7, y + 7, w - 14, h - 14, '#f7f2e8') +
		inside;
	const shade = sofa.cushions[0] ?? accent;
	return (
		frame(
			820,
			158,
			150,
			196,
			ellipse(895, 236, 40, 40, accent) +
				path('M846 318 Q880 262 912 294 T945 268 V326 H846Z', shade) +
				line(`850,322 940,322`, wood, 2),
		) +
		frame(
			996,
			206,
			112,
			148,
			repeat(4, (i) =>
				path(
					`M${1016 + i * 18} 330 q${chance(-8, 8)} -50 ${chance(2, 14)} -${chance(66, 98)}`,
					'none',
					`stroke="${i % 2 ? accent : rug[0]}" stroke-width="5" stroke-linecap="round"`,
				),
			),
		)
	);
}

export function drawLamp({ wood }: Room): string {
	return (
		ellipse(738, 330, 190, 190, 'url(#lamp)') +
		line(`738,352 738,632`, wood, 6) +
		ellipse(738, 636, 46, 9, wood) +
		path('M694 362 L712 282 H764 L782 362Z', '#fbf0d9') +
		path('M740 282 H764 L782 362 H748Z', '#d9b981', 'opacity="0.45"')
	);
}

export function drawSofa({ sofa, wood }: Room): string {
	const cushion = (x: number, y: number, turn: number, fill: string) =>
		group(
			`transform="translate(${x} ${y}) rotate(${turn})"`,
			path('M-46 -40 Q0 -49 46 -40 Q53 0 46 40 Q0 49 -46 40 Q-53 0 -46 -40Z', fill),
			path('M8 -45 Q30 -44 46 -40 Q53 0 46 40 Q26 46 6 45 Q22 0 8 -45Z', '#000', 'opacity="0.1"'),
		);
	return group(
		'transform="translate(60 22)"',
		ellipse(470, 684, 370, 22, '#000', 'opacity="0.34" filter="url(#soft)"'),
		repeat(2, (i) => path(`M${168 + i * 580} 640 l-7 44 h11 l12 -44Z`, wood)),
		path('M150 470 Q150 440 184 440 H756 Q790 440 790 470 V600 H150Z', 'url(#sofa)'),
		line(`470,446 470,560`, sofa.shade, 3, 'opacity="0.6"'),
		cushion(250, 520, -9, sofa.cushions[0] ?? '#fff'),
		cushion(330, 528, 7, sofa.cushions[1] ?? '#fff'),
		cushion(690, 522, 8, sofa.cushions[2] ?? '#fff'),
		path('M140 566 Q140 556 152 556 H788 Q800 556 800 566 V612 H140Z', sofa.body),
		path('M140 566 Q140 556 152 556 H788 Q800 556 800 566 V572 H140Z', '#fff', 'opacity="0.18"'),
		path('M140 610 H800 V646 Q800 652 792 652 H148 Q140 652 140 646Z', sofa.shade),
		line(`470,560 470,608`, sofa.shade, 3, 'opacity="0.7"'),
		path('M98 524 Q98 494 130 494 Q162 494 162 524 V656 H106 Q98 656 98 648Z', sofa.body),
		path('M130 494 Q162 494 162 524 V656 H138 Q150 560 130 494Z', '#000', 'opacity="0.12"'),
		path('M778 524 Q778 494 810 494 Q842 494 842 524 V648 Q842 656 834 656 H778Z', sofa.body),
		path('M812 494 Q842 494 842 524 V648 Q842 656 834 656 H818 Q830 560 812 494Z', '#000', 'opacity="0.16"'),
	);
}

export function drawTable({ wood, accent }: Room, chance: Chance): string {
	return group(
		'',
		ellipse(560, 778, 220, 15, '#000', 'opacity="0.3" filter="url(#soft)"'),
		line(`430,716 410,776`, wood, 9),
		line(`690,716 710,776`, wood, 9),
		ellipse(560, 716, 206, 32, '#000', 'opacity="0.25"'),
		ellipse(560, 709, 206, 32, wood),
		ellipse(560, 709, 206, 32, 'url(#table)'),
		rect(600, 688, 96, 11, '#e9dfcf'),
		rect(607, 678, 84, 11, accent),
		path('M478 704 q-16 -30 -4 -50 q-5 -9 -2 -15 h26 q3 6 -2 15 q12 20 -4 50Z', '#f1e8d8'),
		repeat(7, (i) => {
			const tip: Point = [486 + (i - 3) * chance(11, 17), 596 + Math.abs(i - 3) * chance(5, 12)];
			return line([[485, 640], tip], '#66784e', 2.4) + ellipse(tip[0], tip[1], 8, 6, i % 2 ? '#efe3c4' : accent);
		}),
	);
}

export function drawPendant({ accent }: Room): string {
	return (
		line(`470,0 470,120`, '#3a322b', 3) +
		path('M412 178 Q416 120 470 118 Q524 120 528 178Z', accent) +
		path('M480 118 Q524 122 528 178 H496 Q498 140 480 118Z', '#000', 'opacity="0.2"') +
		ellipse(470, 178, 58, 8, '#fff1cf')
	);
}
