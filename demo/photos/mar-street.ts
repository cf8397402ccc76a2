import { type Chance, ellipse, group, HEIGHT, line, path, rect, repeat, WIDTH } from './draw.ts';

/** The street before the houses in Lisbon. */

const GROUND = 664;
const IRON = '#2c3436';

export function drawStreet(chance: Chance): string {
	return (
		rect(0, GROUND, WIDTH, 26, '#e9e1d2') +
		repeat(60, (i) => path(`M${i * 40} ${GROUND + 13} l10 -7 l10 7 l-10 7Z`, '#5b5f63', 'opacity="0.4"')) +
		rect(0, GROUND + 26, WIDTH, 6, '#a2988a') +
		rect(0, GROUND + 32, WIDTH, HEIGHT - GROUND - 32, 'url(#cobbles)') +
		repeat(330, () => {
			const y = chance(GROUND + 36, HEIGHT);
			return ellipse(chance(0, WIDTH), y, 5 + (y - GROUND) * 0.03, 2, '#8b8172', 'opacity="0.35"');
		}) +
		line(`0,742 ${WIDTH},742`, '#5d5a57', 4) +
		line(`0,776 ${WIDTH},776`, '#5d5a57', 5) +
		path(`M0 ${GROUND} H420 L520 ${HEIGHT} H0Z`, '#fff6d8', 'opacity="0.16"')
	);
}

/** The yellow tram. */
export function drawTram(): string {
	return group(
		'transform="translate(700 506)"',
		ellipse(190, 262, 220, 14, '#000', 'opacity="0.35" filter="url(#soft)"'),
		line(`190,8 240,-60`, '#3a3a3a', 4),
		rect(30, 4, 320, 14, '#efe9dc', 'rx="6"'),
		path('M16 18 H364 Q374 60 372 120 V226 H8 V120 Q6 60 16 18Z', '#f6f1e4'),
		path('M9 128 H371 V226 H9Z', 'url(#tram)'),
		rect(9, 122, 362, 8, '#8c4a2a'),
		rect(9, 196, 362, 5, '#fff', 'opacity="0.65"'),
		repeat(
			6,
			(i) =>
				rect(30 + i * 54, 36, 44, 76, '#7a4a2c') +
				rect(34 + i * 54, 40, 36, 68, 'url(#glass)') +
				path(`M${34 + i * 54} ${90} l30 -50 h6 v14 l-26 46 h-10Z`, '#fff', 'opacity="0.2"'),
		),
		rect(9, 224, 362, 12, '#5a3a22'),
		repeat(2, (i) => ellipse(90 + i * 200, 246, 20, 20, '#2a2827') + ellipse(90 + i * 200, 246, 9, 9, '#77716a')),
		rect(160, 236, 60, 14, '#3b3632'),
		ellipse(356, 168, 11, 11, '#fff7d6'),
		ellipse(24, 168, 8, 8, '#b33a2b'),
		rect(150, 20, 80, 14, '#2b3c2e', 'rx="3"'),
		`<text x="190" y="31" font-family="sans-serif" font-size="11" font-weight="700" fill="#fff" text-anchor="middle">28 GRAÇA</text>`,
	);
}

export function drawStreetLamp(): string {
	return (
		line(`640,${GROUND + 26} 640,470`, IRON, 5) +
		path('M626 470 h28 l-5 -34 h-18Z', '#f6f0da') +
		path('M622 436 h36 l-18 -18Z', IRON) +
		rect(624, 468, 32, 5, IRON)
	);
}
