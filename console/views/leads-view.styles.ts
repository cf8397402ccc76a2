import { css } from 'lit';

/** The list of leads and what narrows it. A row is one link; on a narrow screen it takes two lines. */
export const styles = css`
	.filters {
		display: grid;
		grid-template-columns: repeat(auto-fill, minmax(min(100%, 9rem), 1fr));
		gap: 0.75rem;
		align-items: end;
		margin-bottom: 1rem;
	}
	details,
	.filters .tick {
		grid-column: 1 / -1;
	}
	summary {
		padding: 0.35rem 0;
		font-size: 0.875rem;
		font-weight: 600;
		cursor: pointer;
	}
	details div {
		display: grid;
		grid-template-columns: repeat(auto-fill, minmax(min(100%, 12rem), 1fr));
		gap: 0.75rem;
	}
	.tick {
		margin-top: -0.5rem;
	}
	.leads {
		background: var(--card);
		border: 1px solid var(--line);
		border-radius: 0.875rem;
		overflow: hidden;
	}
	.leads:empty {
		display: none;
	}
	li + li {
		border-top: 1px solid var(--line);
	}
	.lead {
		display: grid;
		grid-template: 'number what when state' / 4.5rem 1fr auto 7rem;
		gap: 0.25rem 1rem;
		align-items: center;
		min-height: 3.25rem;
		padding: 0.5rem 1rem;
		color: inherit;
		text-decoration: none;
	}
	.lead:hover {
		background: var(--dull-tint);
	}
	.lead:focus-visible {
		outline-offset: -3px;
	}
	.number {
		grid-area: number;
		font-variant-numeric: tabular-nums;
		color: var(--accent);
		font-weight: 600;
	}
	.what {
		grid-area: what;
		display: flex;
		flex-wrap: wrap;
		gap: 0 0.75rem;
		align-items: baseline;
		min-width: 0;
		overflow-wrap: anywhere;
	}
	.when {
		grid-area: when;
		white-space: nowrap;
	}
	.state {
		grid-area: state;
		text-align: end;
	}
	.more {
		display: block;
		margin: 1rem auto 0;
	}
	@media (max-width: 44rem) {
		.lead {
			grid-template: 'number state' 'what what' 'when when' / 1fr auto;
		}
		.head button {
			padding-inline: 0.5rem;
			font-size: 0.8125rem;
		}
		.filters {
			grid-template-columns: repeat(2, minmax(0, 1fr));
		}
		.filters > label:nth-of-type(3) {
			grid-column: 1 / -1;
		}
	}
`;
