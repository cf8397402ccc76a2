import { ellipse, gradient, group, line, path, picture, repeat } from './draw.ts';

/** Side of a portrait, in the picture's own units. Head and shoulders lie inside the circle it is cut to. */
const SIDE = 400;

/** Who is drawn. */
export interface Sitter {
	/** The wall behind, from top to bottom. */
	wall: readonly [string, string];
	skin: string;
	/** Skin where no light falls, and the nose. */
	shade: string;
	hair: string;
	/** Hair where the light falls. */
	shine: string;
	style: keyof typeof STYLES;
	clothes: string;
	/** What is worn under the collar. */
	shirt: string;
	lips: string;
	glasses?: string;
	beard?: boolean;
	earrings?: string;
}

/** Hair behind the head and before it. */
const STYLES = {
	long: {
		back: 'M116 176C104 76 296 76 284 176C286 240 306 292 288 346L112 346C94 292 114 240 116 176Z',
		front: 'M137 186C124 118 164 92 208 93C254 94 278 132 263 186C258 158 246 138 226 124C202 146 158 148 137 186Z',
	},
	bob: {
		back: 'M122 178C106 80 294 80 278 178C286 218 284 250 270 272C250 282 150 282 130 272C116 250 114 218 122 178Z',
		front:
			'M136 184C126 116 164 94 202 94C242 94 272 116 264 184C260 166 255 154 249 146C216 154 178 152 151 144C144 154 139 168 136 184Z',
	},
	bun: {
		back: 'M164 92C160 44 240 44 236 92C232 118 168 118 164 92Z',
		front: 'M135 190C124 120 162 94 200 94C238 94 276 120 265 190C262 156 240 134 204 122C166 134 140 156 135 190Z',
	},
	short: {
		back: '',
		front:
			'M134 178C120 108 168 76 214 84C262 82 282 128 266 178C263 158 257 146 248 136C220 144 186 134 160 128C148 140 138 154 134 178Z',
	},
	curls: {
		back: 'M112 190C96 92 158 66 200 70C242 66 304 92 288 190C296 226 284 262 258 266L142 266C116 262 104 226 112 190Z',
		front:
			'M137 180C130 122 164 98 200 100C238 98 270 122 263 180C258 152 244 142 232 138C220 148 206 138 198 144C186 136 172 150 160 142C148 148 141 160 137 180Z',
	},
} as const;

/** Middles of the locks around a head of curls. */
const LOCKS = [
	[122, 150],
	[118, 192],
	[126, 232],
	[140, 112],
	[170, 86],
	[206, 78],
	[240, 90],
	[266, 118],
	[280, 156],
	[282, 198],
	[272, 236],
] as const;

/** Head and shoulders of an invented person, drawn so that they fill a round frame. */
export function drawPortrait(sitter: Sitter): string {
	const { wall, skin, shade, hair, style, clothes, shirt, earrings } = sitter;
	const { back, front } = STYLES[style];
	return picture(
		gradient('wall', [
			[0, wall[0]],
			[1, wall[1]],
		]) +
			gradient('hair', [
				[0, sitter.shine],
				[0.55, hair],
			]),
		[
			`<rect width="${SIDE}" height="${SIDE}" fill="url(#wall)"/>`,
			ellipse(120, 90, 170, 150, '#fff', 'opacity="0.28" filter="url(#softer)"'),
			group(
				'transform="translate(-26 -8) scale(1.13)"',
				back && path(back, hair),
				style === 'curls' ? repeat(LOCKS.length, (i) => ellipse(...(LOCKS[i] as [number, number]), 27, 27, hair)) : '',
				// Neck, and the shadow of the chin on it.
				path('M168 226h64v66q-32 34-64 0z', skin),
				path('M168 236h64v22q-32 26-64 0z', shade, 'opacity="0.6"'),
				path('M34 410C40 334 104 312 168 292Q200 322 232 292C296 312 360 334 366 410Z', clothes),
				path('M166 292Q200 330 234 292L216 364H184Z', shirt),
				path('M168 226h64v62q-32 38-64 0z', skin),
				path('M168 236h64v18q-32 24-64 0z', shade, 'opacity="0.55"'),
				path('M160 293L150 322L190 366L200 330Q178 318 168 291Z', clothes),
				path('M240 293L250 322L210 366L200 330Q222 318 232 291Z', clothes),
				line('150,322 190,366', '#000', 2, 'opacity="0.16"'),
				line('250,322 210,366', '#000', 2, 'opacity="0.16"'),
				ellipse(137, 186, 11, 17, skin),
				ellipse(263, 186, 11, 17, skin),
				earrings ? ellipse(135, 208, 4.5, 5.5, earrings) + ellipse(265, 208, 4.5, 5.5, earrings) : '',
				path('M137 168C137 104 263 104 263 168C264 220 238 262 200 262C162 262 136 220 137 168Z', skin),
				path(
					'M263 168C264 220 238 262 200 262C190 262 181 259 173 255C222 250 248 214 252 140Q263 150 263 168Z',
					shade,
					'opacity="0.3"',
				),
				sitter.beard
					? path(
							'M138 184C140 232 164 266 200 266C236 266 260 232 262 184C256 214 244 222 228 222C214 214 186 214 172 222C156 222 144 214 138 184Z',
							hair,
							'opacity="0.86"',
						)
					: '',
				drawFace(sitter),
				path(front, 'url(#hair)'),
			),
		],
		SIDE,
		SIDE,
	);
}

function drawFace({ shade, hair, lips, glasses, beard }: Sitter): string {
	const eye = (x: number) =>
		path(`M${x - 13} 183Q${x} 171 ${x + 13} 183Q${x} 191 ${x - 13} 183Z`, '#fff') +
		ellipse(x, 182, 6.2, 6.6, '#3b2a20') +
		ellipse(x + 2, 179.6, 1.7, 1.7, '#fff') +
		path(`M${x - 14} 183Q${x} 169 ${x + 14} 183`, 'none', 'stroke="#2b1d16" stroke-width="3" stroke-linecap="round"');
	const brow = (x: number, turn: number) =>
		path(
			`M${x - 17} ${166 + turn}Q${x} ${156} ${x + 17} ${166 - turn}`,
			'none',
			`stroke="${hair}" stroke-width="5" stroke-linecap="round"`,
		);
	return (
		ellipse(157, 212, 14, 9, lips, 'opacity="0.16"') +
		ellipse(243, 212, 14, 9, lips, 'opacity="0.16"') +
		eye(171) +
		eye(229) +
		brow(171, 2) +
		brow(229, -2) +
		path(
			'M200 186Q192 206 195 211Q200 215 207 210',
			'none',
			`stroke="${shade}" stroke-width="4" stroke-linecap="round"`,
		) +
		path('M177 229Q200 238 223 229Q200 254 177 229Z', beard ? '#fff' : lips) +
		path('M182 231Q200 238 218 231Q200 243 182 231Z', '#fff') +
		(glasses
			? [171, 229]
					.map((x) => ellipse(x, 183, 23, 20, '#fff', `fill-opacity="0.14" stroke="${glasses}" stroke-width="3.5"`))
					.join('') + path('M194 180Q200 175 206 180', 'none', `stroke="${glasses}" stroke-width="3.5"`)
			: '')
	);
}
