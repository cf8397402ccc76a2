import { css } from 'lit';

/**
 * The look of the form. It takes the page's font and ink (`currentColor`) and derives the rest from that ink: dark ink
 * means a light page, so paper is white and the accent deep; light ink means the opposite. So it fits a dark page
 * whether or not the page declares a `color-scheme`. `clamp(a, (l - 0.6) * 1000, b)` is a switch: `a` for ink darker than
 * 0.6 in OKLCH lightness, `b` for lighter. Browsers that don't know relative colours (before 2024) get values that can
 * be read on any page.
 *
 * Resets of inherited properties stand on the card, not on the host: there a page's own `*` rules would win.
 * Private names begin with `--_`; names for embedders with `--doorstep-`.
 */
export const styles = css`
	:host {
		display: block;
	}
	:host([hidden]) {
		display: none;
	}
	*,
	::before {
		box-sizing: border-box;
	}
	.card {
		--_accent: var(--doorstep-accent, #0b5747);
		--_on-accent: var(--doorstep-on-accent, #fff);
		--_error: var(--doorstep-error, currentColor);
		--_surface: var(--doorstep-surface, none);
		--_field: var(--doorstep-field, none);
		--_line: var(--doorstep-line, color-mix(in srgb, currentColor 14%, transparent));
		--_edge: color-mix(in srgb, currentColor 48%, transparent);
		--_radius: var(--doorstep-radius, 0.625em);
		max-inline-size: var(--doorstep-width, 34em);
		padding: var(--doorstep-padding, clamp(1.25em, 6%, 2em));
		border: 1px solid var(--_line);
		border-radius: calc(var(--_radius) * 1.8);
		background: var(--_surface);
		box-shadow: var(--doorstep-shadow, 0 1px 2px #00000008, 0 1em 2.5em -1.5em #0003);
		color: var(--doorstep-color, inherit);
		font-family: var(--doorstep-font, inherit);
		font-size: max(1em, 16px);
		font-style: normal;
		font-weight: 400;
		font-variant: normal;
		line-height: 1.5;
		letter-spacing: normal;
		word-spacing: normal;
		text-align: start;
		text-indent: 0;
		text-shadow: none;
		text-transform: none;
		white-space: normal;
		overflow-wrap: anywhere;
		hyphens: manual;
		cursor: auto;
		user-select: auto;
		-webkit-text-size-adjust: 100%;
	}
	@supports (color: oklch(from currentColor l c h)) {
		.card {
			--_accent: var(--doorstep-accent, oklch(from currentColor clamp(0.41, (l - 0.6) * 1000, 0.82) 0.085 172));
			--_on-accent: var(--doorstep-on-accent, oklch(from var(--_accent) clamp(0, (0.65 - l) * 1000, 1) 0 0));
			--_error: var(--doorstep-error, oklch(from currentColor clamp(0.5, (l - 0.6) * 1000, 0.8) 0.17 27));
			--_surface: var(--doorstep-surface, oklch(from currentColor 1 0 0 / clamp(0.04, (0.6 - l) * 1000, 0.85)));
			--_field: var(--doorstep-field, oklch(from currentColor clamp(0, (0.6 - l) * 1000, 1) 0 0 / 0.3));
		}
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
	fieldset {
		border: 0;
		margin: 0;
		padding: 0;
	}
	h2,
	p,
	ul {
		margin: 0;
	}
	h2 {
		font-size: 1.375em;
		font-weight: 650;
		line-height: 1.25;
	}
	header p {
		margin-block-start: 0.375em;
	}
	.quiet {
		opacity: 0.75;
		font-size: 0.875em;
		font-weight: 400;
	}

	.caption {
		display: flex;
		flex-wrap: wrap;
		justify-content: space-between;
		align-items: baseline;
		column-gap: 1em;
	}
	.caption,
	legend {
		margin-block-end: 0.375em;
		padding: 0;
		font-size: 0.9375em;
		font-weight: 550;
	}
	input,
	textarea,
	select,
	button {
		margin: 0;
		font: inherit;
		letter-spacing: inherit;
		color: inherit;
	}
	[part='input'] {
		display: block;
		inline-size: 100%;
		min-block-size: 3em;
		padding: 0.6875em 0.875em;
		border: 1px solid var(--_edge);
		border-radius: var(--_radius);
		background: var(--_field);
	}
	[dir='rtl'] [part='input'] {
		text-align: right;
	}
	textarea[part='input'] {
		min-block-size: 7em;
		max-block-size: 24em;
		resize: vertical;
		field-sizing: content;
	}
	option {
		background: Canvas;
		color: CanvasText;
	}
	[part='input']:hover {
		border-color: currentColor;
	}
	:focus-visible {
		outline: 2px solid var(--_accent);
		outline-offset: 2px;
	}
	[part='input']:focus {
		border-color: var(--_accent);
		outline: 2px solid var(--_accent);
		outline-offset: -1px;
		box-shadow: 0 0 0 4px color-mix(in srgb, var(--_accent) 18%, transparent);
	}
	[part='input'][aria-invalid='true'] {
		border-color: var(--_error);
		box-shadow: inset 0 0 0 1px var(--_error);
	}
	.with-unit {
		display: flex;
		align-items: center;
		gap: 0.625em;
	}
	[part='hint'],
	.error {
		margin-block-start: 0.375em;
	}
	.error {
		display: flex;
		gap: 0.5em;
		color: var(--_error);
		font-size: 0.875em;
	}
	.error::before {
		content: '!' / '';
		flex: none;
		inline-size: 1.375em;
		block-size: 1.375em;
		margin-block-start: 0.0625em;
		border: 1.5px solid;
		border-radius: 50%;
		font-weight: 700;
		line-height: 1.2;
		text-align: center;
		scale: 0.85;
	}

	input:is([type='checkbox'], [type='radio']) {
		flex: none;
		inline-size: 1.25em;
		block-size: 1.25em;
		margin-block: 0.125em;
		accent-color: var(--_accent);
	}
	.consent,
	.option {
		display: flex;
		gap: 0.75em;
		min-block-size: 44px;
		padding-block: 0.625em;
		cursor: pointer;
	}
	.consent {
		font-size: 0.9375em;
	}
	.options {
		display: flex;
		flex-wrap: wrap;
		gap: 0.5em;
	}
	.option {
		gap: 0.5em;
		padding-inline: 0.875em 1.125em;
		border: 1px solid var(--_edge);
		border-radius: 2em;
	}
	.option:has(:checked) {
		border-color: var(--_accent);
		box-shadow: inset 0 0 0 1px var(--_accent);
	}

	button {
		min-block-size: 3em;
		padding: 0.6875em 1.5em;
		border: 1px solid transparent;
		border-radius: var(--_radius);
		font-weight: 600;
		cursor: pointer;
	}
	/* The words carry their colour themselves: the button's own ink still has to be the page's, for the accent. */
	.submit {
		background: var(--_accent);
	}
	.submit > span {
		color: var(--_on-accent);
	}
	.submit:hover {
		background: color-mix(in oklab, var(--_accent) 88%, currentColor);
	}
	.submit[aria-disabled] {
		opacity: 0.75;
		cursor: progress;
	}
	.submit[aria-disabled] > span::before {
		content: '';
		display: inline-block;
		inline-size: 1em;
		block-size: 1em;
		margin-inline-end: 0.625em;
		border: 2px solid;
		border-inline-end-color: transparent;
		border-radius: 50%;
		vertical-align: -0.125em;
		animation: turn 0.8s linear infinite;
	}
	@keyframes turn {
		to {
			rotate: 1turn;
		}
	}
	.plain {
		background: none;
		border-color: var(--_edge);
	}

	.summary,
	.failure:not(:empty) {
		padding: 0.875em 1.125em;
		border-inline-start: 4px solid var(--_error);
		border-radius: calc(var(--_radius) / 2);
		background: color-mix(in srgb, var(--_error) 9%, transparent);
		font-size: 0.9375em;
	}
	/* Out of the row, yet not away: a live region has to be there before its words. */
	.failure:empty {
		position: absolute;
	}
	ul {
		margin-block-start: 0.25em;
		padding: 0;
		list-style: none;
	}
	li {
		padding-block: 0.25em;
	}
	a,
	.strong {
		color: inherit;
		font-weight: 600;
		text-underline-offset: 0.2em;
	}

	.sent {
		display: grid;
		justify-items: center;
		gap: 0.75em;
		padding-block: 1.5em;
		text-align: center;
	}
	.sent h2:focus {
		outline: none;
	}
	.sent p {
		max-inline-size: 26em;
	}
	.sent button {
		margin-block-start: 0.75em;
	}
	.check {
		inline-size: 3.5em;
		padding: 0.25em;
		border-radius: 50%;
		background: color-mix(in srgb, var(--_accent) 14%, transparent);
		stroke: var(--_accent);
		stroke-width: 3.5;
		stroke-linecap: round;
		stroke-linejoin: round;
	}
	.unseen {
		position: absolute;
		inline-size: 1px;
		block-size: 1px;
		overflow: hidden;
		clip-path: inset(50%);
		white-space: nowrap;
	}

	@media (prefers-reduced-motion: reduce) {
		.submit[aria-disabled] > span::before {
			animation-duration: 4s;
		}
	}
	@media (forced-colors: active) {
		.submit > span {
			color: ButtonText;
		}
		.check {
			stroke: CanvasText;
		}
		.option:has(:checked),
		[part='input'][aria-invalid='true'] {
			border: 2px solid Highlight;
		}
	}
`;
