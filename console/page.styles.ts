import { css } from 'lit';

/** The page's colours and type. Every element of the console reads them. Contrast is at least 4.5 to 1, light and dark. */
export const page = css`
	:root {
		color-scheme: light dark;
		font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', sans-serif;
		--ink: light-dark(#1b2126, #e8ebed);
		--quiet: light-dark(#57616a, #a5b0b8);
		--paper: light-dark(#f4f6f6, #121619);
		--card: light-dark(#ffffff, #1b2125);
		--line: light-dark(#dbe0e2, #343d43);
		--edge: light-dark(#838d94, #77828a);
		--accent: light-dark(#0b5c4a, #7fd6be);
		--on-accent: light-dark(#ffffff, #06231c);
		--good: light-dark(#12653a, #86d9a6);
		--good-tint: light-dark(#e3f4ea, #16301f);
		--bad: light-dark(#a82318, #ffb4ab);
		--bad-tint: light-dark(#fdecea, #3d1a17);
		--warn: light-dark(#7a4b00, #f3c778);
		--warn-tint: light-dark(#fdf1dc, #35280f);
		--calm: light-dark(#24507f, #a9cdf5);
		--calm-tint: light-dark(#e7f0fa, #172a3d);
		--dull-tint: light-dark(#e9edee, #2a3237);
	}
	body {
		margin: 0;
		color: var(--ink);
		background: var(--paper);
	}
`;
