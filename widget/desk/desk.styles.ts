/** The look of what comes after the first touch: what is wrong, what waits. */
export const deskStyles = `
	:host {
		--_error: var(--doorstep-error, oklch(from currentColor clamp(0.5, (l - 0.6) * 1000, 0.8) 0.17 27));
	}
	.caption {
		display: flex;
		flex-wrap: wrap;
		justify-content: space-between;
		align-items: baseline;
		column-gap: 1em;
	}
	[part='input']:hover {
		border-color: currentColor;
	}
	[part='input']:focus {
		border-color: var(--_accent);
		outline-offset: -1px;
	}
	.submit:hover {
		background: color-mix(in oklab, var(--_accent) 88%, currentColor);
	}
	.submit[aria-disabled] {
		opacity: 0.75;
		cursor: progress;
	}
	[part='input'][aria-invalid='true'] {
		border-color: var(--_error);
		box-shadow: inset 0 0 0 1px var(--_error);
	}
	.strong {
		margin: 0;
	}
	.more [part='input'] {
		margin-block-start: 0.25em;
		font-size: 1rem;
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
	form > .plain {
		flex: 0 1 auto;
	}
	.plain + .submit {
		flex: 1;
	}
	.link {
		min-block-size: 24px;
		padding: 0.25em 0;
		border: 0;
		text-decoration: underline;
		overflow-wrap: anywhere;
	}
	.summary,
	.failure:not(:empty) {
		padding: 0.875em 1.125em;
		border-inline-start: 4px solid var(--_error);
		border-radius: calc(var(--_radius) / 2);
		background: color-mix(in srgb, var(--_error) 9%, transparent);
		font-size: 0.9375em;
	}
	.failure:has(.kept) {
		--_error: var(--_accent);
	}
	ul {
		margin: 0.25em 0 0;
		padding: 0;
		list-style: none;
	}
	li {
		padding-block: 0.25em;
	}
	.summary a,
	.failure a,
	.strong {
		color: inherit;
		font-weight: 600;
		text-underline-offset: 0.2em;
	}
	@media (prefers-reduced-motion: reduce) {
		.submit[aria-disabled] > span::before {
			animation-duration: 4s;
		}
	}
	@media (forced-colors: active) {
		[part='input'][aria-invalid='true'] {
			border: 2px solid Highlight;
		}
	}
`;
