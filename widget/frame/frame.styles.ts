/** The look of the dialog, and of the bar of small screens. */
export const frameStyles = `
	dialog {
		--_paper: oklch(from currentColor clamp(0.2, (0.6 - l) * 1000, 1) 0 0);
		--_surface: var(--doorstep-surface, oklch(from currentColor 1 0 0 / clamp(0.04, (0.6 - l) * 1000, 0.85)));
		inline-size: min(100% - 1.5em, var(--doorstep-width, 34em));
		max-inline-size: none;
		padding: 0;
		border: 0;
		border-radius: calc(var(--_radius) * 1.8);
		color: inherit;
		scroll-padding-block: 3.5em 1em;
	}
	/* The header covers what scrolls beneath it, so the card's surface, which may be translucent, lies over paper. */
	dialog,
	.top {
		background: linear-gradient(var(--_surface), var(--_surface)), var(--_paper);
	}
	dialog::backdrop {
		background: #0008;
	}
	dialog .card {
		padding-block-start: 0;
		border: 0;
		background: none;
		box-shadow: none;
	}
	.top {
		position: sticky;
		z-index: 1;
		inset-block-start: 0;
		display: flex;
		justify-content: end;
	}
	.close {
		padding: 0 1em;
		border: 0;
		font-size: 1.125em;
	}
	.bar {
		display: none;
	}
	@media (max-width: 40em) {
		.bar {
			position: fixed;
			z-index: 9;
			inset: auto 0 0;
			display: flex;
			gap: 0.5em;
			padding: 0.625em;
			overflow-wrap: normal;
			background: oklch(from currentColor clamp(0.2, (0.6 - l) * 1000, 1) 0 0);
			box-shadow: 0 0 1em #0003;
		}
		.card:focus-within + .bar {
			display: none;
		}
		.bar > * {
			flex: auto;
			padding: 0.6875em 0.25em;
			border: 1px solid var(--_edge);
			border-radius: var(--_radius);
			color: inherit;
			font-weight: 600;
			text-align: center;
			text-decoration: none;
		}
	}
`;
