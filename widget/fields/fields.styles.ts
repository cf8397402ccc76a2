/** The look of fields that are chosen from or hold a number. */
export const fieldsStyles = `
	fieldset {
		border: 0;
		margin: 0;
		padding: 0;
	}
	legend {
		margin-block-end: 0.375em;
		padding: 0;
		font-size: 0.9375em;
		font-weight: 600;
	}
	[type='radio'] {
		flex: none;
		inline-size: 1.25em;
		min-block-size: 1.5em;
		accent-color: var(--_accent);
	}
	option {
		background: Canvas;
		color: CanvasText;
	}
	.with-unit {
		display: flex;
		align-items: center;
		gap: 0.625em;
	}
	[part='unit'] {
		flex: none;
	}
	.options {
		display: flex;
		flex-wrap: wrap;
		gap: 0.5em;
	}
	.option {
		display: flex;
		gap: 0.5em;
		min-block-size: 44px;
		padding: 0.625em 1.125em 0.625em 0.875em;
		border: 1px solid var(--_edge);
		border-radius: 2em;
		cursor: pointer;
	}
	[dir='rtl'] .option {
		padding: 0.625em 0.875em 0.625em 1.125em;
	}
	.option:has(:checked) {
		border-color: var(--_accent);
		box-shadow: inset 0 0 0 1px var(--_accent);
	}
	@media (forced-colors: active) {
		.option:has(:checked) {
			border: 2px solid Highlight;
		}
	}
`;
