import { type Chance, ellipse, group, line, path, rect, repeat } from './draw.ts';

/** What is seen past the house in Lyon. */

/** Fourvière: the hill, its houses, the basilica and the tower. */
export function drawHill(chance: Chance): string {
	return group(
		'',
		path('M-20 340 C60 316 180 318 280 350 C400 390 500 440 620 500 V640 H-20Z', '#8d8f83'),
		path('M-20 430 C80 400 220 390 360 430 C440 448 520 500 620 540 V640 H-20Z', '#7b8a6c'),
		repeat(44, () =>
			ellipse(
				chance(0, 520),
				chance(400, 520),
				chance(12, 26),
				chance(8, 16),
				chance() > 0.5 ? '#6c7f5c' : '#84926c',
				'opacity="0.8"',
			),
		),
		group(
			'transform="translate(-120 4)"',
			rect(196, 268, 92, 66, '#f3ead9') +
				rect(258, 268, 30, 66, '#c9b3a0') +
				repeat(
					2,
					(i) => rect(190 + i * 86, 232, 16, 102, '#f3ead9') + path(`M${188 + i * 86} 234 l10 -18 l10 18Z`, '#9aa3a5'),
				) +
				path('M210 270 L242 244 L274 270Z', '#9aa3a5') +
				repeat(3, (i) => path(`M${212 + i * 22} 332 v-30 q7 -14 14 0 v30Z`, '#8b7468')),
		),
		group(
			'transform="translate(-104 0)"',
			path('M120 340 L132 226 L144 340Z', 'none', 'stroke="#6b6f76" stroke-width="3"') +
				line(`132,226 132,204`, '#6b6f76', 2.4) +
				repeat(5, (i) => line(`${123 + i * 1.6},${320 - i * 20} ${141 - i * 1.6},${320 - i * 20}`, '#6b6f76', 1.6)),
		),
		repeat(26, (i) => {
			const x = i * 20 - 10;
			const y = 520 - chance(0, 50);
			const wall = ['#e8c6a0', '#dba98a', '#efd9b8', '#d3917c'][i % 4] as string;
			return (
				rect(x, y, 22, 90, wall) +
				rect(x - 1, y - 6, 24, 7, '#b1664b') +
				repeat(3, (row) =>
					repeat(2, (column) => rect(x + 4 + column * 9, y + 8 + row * 15, 4, 7, '#6d5a58', 'opacity="0.7"')),
				)
			);
		}),
	);
}

export function drawRiver(chance: Chance): string {
	const arch = (x: number) => `M${x} 640 V604 Q${x + 56} 560 ${x + 112} 604 V640Z`;
	return group(
		'',
		rect(0, 590, 480, 120, 'url(#river)'),
		repeat(34, () => rect(chance(0, 460), chance(612, 690), chance(14, 60), 2, '#fff3dc', 'opacity="0.4"')),
		path('M0 592 H480 V580 Q240 556 0 580Z', '#d7c3a8'),
		path('M0 592 Q240 566 480 592 V646 H0Z', '#c4ad93'),
		path(`${arch(20)} ${arch(180)} ${arch(340)}`, '#7f8d91'),
		repeat(25, (i) => rect(i * 20, 566 + Math.abs(240 - i * 20) * 0.05, 3, 16, '#8c7a68')),
	);
}
