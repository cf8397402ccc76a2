/** The look of the thank-you. */
export const sentStyles = `
	.sent {
		display: grid;
		justify-items: center;
		gap: 0.75em;
		padding-block: 1.5em;
		text-align: center;
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
	@media (forced-colors: active) {
		.check {
			stroke: CanvasText;
		}
	}
`;
