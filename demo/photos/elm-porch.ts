import { ellipse, group, line, path, rect, repeat } from './draw.ts';
import { drawOpening } from './opening.ts';

const TRIM = '#f7f5ef';
const ROOF = '#3d4048';

/** The porch of the house in Denver: posts on stone, the red door, a lamp, steps. */
export function drawPorch(): string {
	const post = (x: number) =>
		path(`M${x - 15} 560 L${x - 10} 484 H${x + 10} L${x + 15} 560Z`, TRIM) +
		path(`M${x + 2} 484 H${x + 10} L${x + 15} 560 H${x + 4}Z`, '#26344d', 'opacity="0.14"') +
		rect(x - 26, 558, 52, 82, '#a89b8a') +
		repeat(3, (row) =>
			repeat(2, (i) => rect(x - 24 + i * 25, 562 + row * 26, 22, 22, (i + row) % 2 ? '#968a79' : '#bdb1a0', 'rx="4"')),
		) +
		rect(x - 30, 552, 60, 9, TRIM);
	return group(
		'',
		rect(262, 480, 416, 160, '#2d3a50', 'opacity="0.72"'),
		drawOpening({
			x: 438,
			y: 506,
			width: 66,
			height: 116,
			surround: TRIM,
			sash: '#9b3d2b',
			glass: '#9b3d2b',
			leaves: 1,
			bars: 0,
		}),
		rect(450, 518, 42, 40, '#f7d894') +
			repeat(2, (i) => rect(462 + i * 14, 518, 3, 40, '#9b3d2b')) +
			rect(450, 570, 42, 42, '#7f2f21', 'rx="2"') +
			ellipse(494, 572, 3, 3, '#f0cf7d'),
		drawOpening({ x: 306, y: 512, width: 84, height: 72, surround: TRIM, sash: TRIM, glass: '#f3d596', bars: 1 }),
		drawOpening({ x: 552, y: 512, width: 84, height: 72, surround: TRIM, sash: TRIM, glass: '#f3d596', bars: 1 }),
		ellipse(470, 494, 12, 15, '#ffe9b0') + ellipse(470, 498, 60, 44, '#ffdf9a', 'opacity="0.22" filter="url(#soft)"'),
		path('M226 484 L262 440 H678 L714 484Z', ROOF),
		repeat(3, (i) =>
			line(`${236 + i * 10},${474 - i * 12} ${704 - i * 10},${474 - i * 12}`, '#2b2d33', 2, 'opacity="0.6"'),
		),
		rect(224, 480, 492, 12, TRIM),
		post(268),
		post(396),
		post(544),
		post(672),
		repeat(
			2,
			(side) =>
				repeat(11, (i) => rect((side ? 574 : 298) + i * 7.4, 586, 3, 44, TRIM)) +
				rect(side ? 570 : 294, 580, 84, 7, TRIM) +
				rect(side ? 570 : 294, 626, 84, 6, TRIM),
		),
		repeat(
			3,
			(i) =>
				rect(424 - i * 9, 628 + i * 12, 92 + i * 18, 12, i % 2 ? '#c4baab' : '#d4cabb') +
				rect(424 - i * 9, 638 + i * 12, 92 + i * 18, 3, '#000', 'opacity="0.2"'),
		),
	);
}
