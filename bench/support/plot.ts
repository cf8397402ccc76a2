/** Plain SVG pictures that sit on a light page and on a dark one: no background, and colours that follow the reader's. */

/** One bar. */
export interface Bar {
	label: string;
	value: number;
	/** Ours is filled, floors are light, the others in between. */
	tone: 'ours' | 'floor' | 'peer';
}

/** One line of a picture with two logarithmic axes. */
export interface Line {
	label: string;
	points: readonly { x: number; y: number }[];
}

const WIDTH = 760;
const STYLE = `<style>
text { font: 13px/1 system-ui, -apple-system, 'Segoe UI', sans-serif; fill: #3a4250 }
.title { font-size: 15px; font-weight: 600; fill: #151a22 }
.number { font-variant-numeric: tabular-nums }
.ours { fill: #0b6e4f } .peer { fill: #9aa5b4 } .floor { fill: #cfd6df }
.line { fill: none; stroke-width: 2 } .axis { stroke: #cfd6df; stroke-width: 1 }
.a { stroke: #0b6e4f; fill: #0b6e4f } .b { stroke: #b4552d; fill: #b4552d } .c { stroke: #3567a8; fill: #3567a8 } .d { stroke: #7d4fa3; fill: #7d4fa3 }
.line.a, .line.b, .line.c, .line.d { fill: none }
@media (prefers-color-scheme: dark) {
text { fill: #b7c0cc } .title { fill: #eef2f7 }
.ours { fill: #35c794 } .peer { fill: #6b7686 } .floor { fill: #3d4653 } .axis { stroke: #3d4653 }
.a { stroke: #35c794; fill: #35c794 } .b { stroke: #e58b62; fill: #e58b62 } .c { stroke: #7aa7e6; fill: #7aa7e6 } .d { stroke: #bb93dd; fill: #bb93dd }
}
</style>`;

/** Draws bars from the shortest to the longest. */
export function drawBars(title: string, unit: string, bars: readonly Bar[]): string {
	const left = 270;
	const right = 110;
	const row = 28;
	const sorted = [...bars].filter(({ value }) => Number.isFinite(value)).sort((a, b) => a.value - b.value);
	const most = Math.max(...sorted.map(({ value }) => value), 1);
	const scale = (WIDTH - left - right) / most;
	const rows = sorted.map(({ label, value, tone }, i) => {
		const y = 44 + i * row;
		const width = Math.max(2, value * scale);
		return `<text x="${left - 12}" y="${y + 14}" text-anchor="end"${tone === 'ours' ? ' font-weight="600"' : ''}>${toXml(label)}</text>
<rect class="${tone}" x="${left}" y="${y}" width="${round(width)}" height="18" rx="3"/>
<text class="number" x="${round(left + width + 8)}" y="${y + 14}">${toText(value)} ${unit}</text>`;
	});
	return frame(title, 44 + sorted.length * row + 8, rows);
}

/** Draws lines over two logarithmic axes. */
export function drawLines(title: string, xLabel: string, yLabel: string, lines: readonly Line[]): string {
	const box = { left: 78, right: WIDTH - 190, top: 48, bottom: 300 };
	const points = lines.flatMap((line) => line.points);
	const x = toScale(
		points.map((point) => point.x),
		box.left,
		box.right,
	);
	const y = toScale(
		points.map((point) => point.y),
		box.bottom,
		box.top,
	);
	const grid = [
		...x.ticks.map(
			(tick) =>
				`<line class="axis" x1="${x.at(tick)}" x2="${x.at(tick)}" y1="${box.top}" y2="${box.bottom}"/><text class="number" x="${x.at(tick)}" y="${box.bottom + 20}" text-anchor="middle">${toText(tick)}</text>`,
		),
		...y.ticks.map(
			(tick) =>
				`<line class="axis" x1="${box.left}" x2="${box.right}" y1="${y.at(tick)}" y2="${y.at(tick)}"/><text class="number" x="${box.left - 8}" y="${y.at(tick) + 4}" text-anchor="end">${toText(tick)}</text>`,
		),
	];
	let labelled = Number.NEGATIVE_INFINITY;
	const byHeight = lines
		.map((line, i) => ({ ...line, tone: 'abcd'[i % 4] as string }))
		.sort((one, other) => y.at(one.points.at(-1)?.y ?? 1) - y.at(other.points.at(-1)?.y ?? 1));
	const drawn = byHeight.map(({ label, points: own, tone }) => {
		const last = own.at(-1);
		// Labels of lines that end close together stand below each other.
		labelled = Math.max(labelled + 17, y.at(last?.y ?? 1) + 4);
		return `<polyline class="line ${tone}" points="${own.map((point) => `${x.at(point.x)},${y.at(point.y)}`).join(' ')}"/>${own
			.map((point) => `<circle class="${tone}" cx="${x.at(point.x)}" cy="${y.at(point.y)}" r="3"/>`)
			.join('')}<text x="${box.right + 12}" y="${round(labelled)}">${toXml(label)}</text>`;
	});
	const labels = `<text x="${(box.left + box.right) / 2}" y="${box.bottom + 42}" text-anchor="middle">${toXml(xLabel)}</text><text x="${box.left - 62}" y="${box.top - 10}">${toXml(yLabel)}</text>`;
	return frame(title, box.bottom + 56, [...grid, ...drawn, labels]);
}

function frame(title: string, height: number, parts: readonly string[]): string {
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${toXml(title)}">
${STYLE}
<text class="title" x="0" y="20">${toXml(title)}</text>
${parts.join('\n')}
</svg>
`;
}

/** A logarithmic scale over whole powers of ten, with a mark at each. */
function toScale(
	values: readonly number[],
	start: number,
	end: number,
): { at: (value: number) => number; ticks: number[] } {
	const logs = values.map((value) => Math.log10(Math.max(value, 1e-9)));
	const low = Math.floor(Math.min(...logs) + 1e-9);
	const high = Math.max(low + 1, Math.ceil(Math.max(...logs) - 1e-9));
	return {
		at: (value) => round(start + ((Math.log10(Math.max(value, 1e-9)) - low) / (high - low)) * (end - start)),
		ticks: Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i)),
	};
}

function toText(value: number): string {
	return value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}

function toXml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
