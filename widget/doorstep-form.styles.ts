/**
 * The look of the form before anything happens to it. It takes the page's font and ink (`currentColor`) and derives the
 * rest from that ink: dark ink means a light page, so paper is white and the accent deep; light ink means the opposite. So
 * it fits a dark page whether or not the page declares a `color-scheme`. `clamp(a, (l - 0.6) * 1000, b)` is a switch: `a`
 * for ink darker than 0.6 in OKLCH lightness, `b` for lighter. Browsers that don't know relative colours (before 2024)
 * take the page's ink and paper for everything, which can be read on any page.
 *
 * What the page's own `*` rules put on the host is inherited; `all: initial` on our outermost boxes ends that.
 * Private names begin with `--_`; names for embedders with `--doorstep-`.
 */
const sheet = `
	:host {
		display: block;
		--_accent: var(--doorstep-accent, oklch(from currentColor clamp(0.41, (l - 0.6) * 1000, 0.82) 0.085 172));
		--_edge: color-mix(in srgb, currentColor 48%, transparent);
		--_radius: var(--doorstep-radius, 0.625em);
	}
	:host([hidden]) {
		display: none;
	}
	.box {
		all: initial;
		display: block;
		color: var(--doorstep-color, inherit);
		color-scheme: inherit;
		visibility: inherit;
		font-family: var(--doorstep-font, inherit);
		font-size: max(1em, 16px);
		line-height: 1.5;
		overflow-wrap: anywhere;
	}
	* {
		box-sizing: border-box;
	}
	.card {
		max-inline-size: var(--doorstep-width, 34em);
		padding: var(--doorstep-padding, clamp(1.25em, 6%, 2em));
		border: 1px solid var(--doorstep-line, color-mix(in srgb, currentColor 14%, transparent));
		border-radius: calc(var(--_radius) * 1.8);
		background: var(--doorstep-surface, oklch(from currentColor 1 0 0 / clamp(0.04, (0.6 - l) * 1000, 0.85)));
		box-shadow: var(--doorstep-shadow, 0 1em 2.5em -1.5em #0003);
	}

	form {
		display: flex;
		flex-wrap: wrap;
		gap: 1.25em 1em;
	}
	form > * {
		flex: 1 1 100%;
		min-inline-size: 0;
	}
	form > .narrow {
		flex-basis: 13em;
	}
	p {
		margin: 0.375em 0 0;
	}
	h2 {
		margin: 0;
		font-size: 1.375em;
		line-height: 1.25;
		outline: 0;
	}
	.agent {
		display: flex;
		align-items: center;
		gap: 0.75em;
	}
	img {
		border-radius: 50%;
		object-fit: cover;
	}
	.quiet {
		opacity: 0.75;
		font-size: 0.875em;
		font-weight: 400;
	}
	progress {
		display: block;
		inline-size: 100%;
		accent-color: var(--_accent);
	}
	.caption {
		margin-block-end: 0.375em;
		font-size: 0.9375em;
		font-weight: 600;
	}

	input,
	textarea,
	select,
	button {
		margin: 0;
		padding: 0.6875em 0.875em;
		min-block-size: 3em;
		border: 1px solid var(--_edge);
		border-radius: var(--_radius);
		background: none;
		font: inherit;
		color: inherit;
	}
	[part='input'] {
		display: block;
		inline-size: 100%;
		background: var(--doorstep-field, oklch(from currentColor clamp(0, (0.6 - l) * 1000, 1) 0 0 / 0.3));
	}
	[dir='rtl'] [part='input'] {
		text-align: right;
	}
	textarea {
		min-block-size: 7em;
		max-block-size: 24em;
		resize: vertical;
		field-sizing: content;
	}
	:focus-visible {
		outline: 2px solid var(--_accent);
		outline-offset: 2px;
	}
	[type='checkbox'] {
		flex: none;
		inline-size: 1.25em;
		min-block-size: 1.5em;
		accent-color: var(--_accent);
	}
	.consent {
		display: flex;
		gap: 0.75em;
		align-items: start;
		min-block-size: 44px;
		padding-block: 0.625em;
		font-size: 0.9375em;
	}
	button {
		font-weight: 600;
		cursor: pointer;
	}
	/* The words carry their colour themselves: the button's own ink still has to be the page's, for the accent. */
	.submit {
		background: var(--_accent);
	}
	.submit > span {
		color: var(--doorstep-on-accent, oklch(from var(--_accent) clamp(0, (0.65 - l) * 1000, 1) 0 0));
	}
	/* Out of the row, yet not away: a live region has to be there before its words. */
	.failure:empty,
	.unseen {
		position: absolute;
		clip-path: inset(50%);
	}
`;

/** The same as a sheet, which every element of the page shares. */
export const styles = new CSSStyleSheet();
styles.replaceSync(sheet);
