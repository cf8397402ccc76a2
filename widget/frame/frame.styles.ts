/** The look of the dialog, and of the bar of small screens. */
export const frameStyles = `
	dialog {
		inline-size: min(100% - 1.5em, var(--doorstep-width, 34em));
		max-inline-size: none;
		padding: 0;
		border: 0;
		border-radius: calc(var(--_radius) * 1.8);
		background: oklch(from currentColor clamp(0.2, (0.6 - l) * 1000, 1) 0 0);
		color: inherit;
	}
	dialog::backdrop {
		background: #0008;
	}
	dialog .card {
		border: 0;
		box-shadow: none;
	}
	.close {
		position: absolute;
		inset-block-start: 0;
		inset-inline-end: 0;
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
			background: oklch(from currentColor clamp(0.2, (0.6 - l) * 1000, 1) 0 0);
			box-shadow: 0 0 1em #0003;
		}
		.card:focus-within + .bar {
			display: none;
		}
		.bar > * {
			flex: 1;
			padding: 0.6875em;
			border: 1px solid var(--_edge);
			border-radius: var(--_radius);
			color: inherit;
			font-weight: 600;
			text-align: center;
			text-decoration: none;
		}
	}
`;
