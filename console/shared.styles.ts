import { css } from 'lit';

/** What the console's elements look alike in: headings, buttons, fields, cards, badges. */
export const shared = css`
	*,
	::before,
	::after {
		box-sizing: border-box;
	}
	:host {
		display: block;
	}
	[hidden] {
		display: none !important;
	}
	h1,
	h2,
	h3,
	p {
		margin: 0;
	}
	h1 {
		font-size: 1.5rem;
		line-height: 1.25;
		outline: none;
	}
	h2 {
		font-size: 1.0625rem;
	}
	ul,
	ol {
		list-style: none;
		margin: 0;
		padding: 0;
	}
	a {
		color: var(--accent);
	}
	.quiet {
		color: var(--quiet);
	}
	.small {
		font-size: 0.875rem;
	}
	.head {
		display: flex;
		flex-wrap: wrap;
		gap: 0.5rem 1rem;
		align-items: center;
		justify-content: space-between;
		margin-bottom: 1rem;
	}
	.card {
		background: var(--card);
		border: 1px solid var(--line);
		border-radius: 0.875rem;
		padding: 1.125rem;
	}
	.row {
		display: flex;
		flex-wrap: wrap;
		gap: 0.5rem;
		align-items: center;
	}
	button,
	.button {
		font: inherit;
		font-weight: 600;
		min-height: 2.75rem;
		padding: 0.4rem 1rem;
		border-radius: 0.6rem;
		border: 1px solid var(--edge);
		background: transparent;
		color: var(--ink);
		cursor: pointer;
	}
	button:hover:enabled {
		background: var(--dull-tint);
	}
	button.primary {
		background: var(--accent);
		border-color: var(--accent);
		color: var(--on-accent);
	}
	button.primary:hover:enabled {
		background: color-mix(in oklab, var(--accent), var(--ink) 15%);
	}
	button.danger {
		color: var(--bad);
		border-color: var(--bad);
	}
	button:disabled {
		opacity: 0.6;
		cursor: default;
	}
	:focus-visible {
		outline: 3px solid var(--accent);
		outline-offset: 2px;
	}
	label {
		display: block;
		font-weight: 600;
		font-size: 0.875rem;
	}
	input:not([type='checkbox']),
	select {
		display: block;
		width: 100%;
		min-height: 2.75rem;
		margin-top: 0.25rem;
		padding: 0.4rem 0.7rem;
		font: inherit;
		font-weight: 400;
		color: inherit;
		background: var(--card);
		border: 1px solid var(--edge);
		border-radius: 0.6rem;
	}
	.tick {
		display: flex;
		gap: 0.6rem;
		align-items: center;
		min-height: 2.75rem;
		font-weight: 400;
	}
	.tick input {
		width: 1.2rem;
		height: 1.2rem;
		accent-color: var(--accent);
	}
	.badge {
		display: inline-block;
		padding: 0.1rem 0.6rem;
		border-radius: 1rem;
		font-size: 0.8125rem;
		font-weight: 600;
		white-space: nowrap;
		color: var(--quiet);
		background: var(--dull-tint);
	}
	.badge.good {
		color: var(--good);
		background: var(--good-tint);
	}
	.badge.bad {
		color: var(--bad);
		background: var(--bad-tint);
	}
	.badge.warn {
		color: var(--warn);
		background: var(--warn-tint);
	}
	.badge.calm {
		color: var(--calm);
		background: var(--calm-tint);
	}
	.problem {
		color: var(--bad);
		background: var(--bad-tint);
		border-radius: 0.6rem;
		padding: 0.75rem 1rem;
		margin-bottom: 1rem;
	}
	.notice {
		color: var(--good);
		background: var(--good-tint);
		border-radius: 0.6rem;
		padding: 0.75rem 1rem;
		margin-bottom: 1rem;
	}
	.empty {
		text-align: center;
		color: var(--quiet);
		padding: 2.5rem 1rem;
	}
	@media (forced-colors: active) {
		.badge {
			border: 1px solid;
		}
	}
`;
