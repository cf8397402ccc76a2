import { css } from 'lit';

/** One lead: facts on the left, what it went through beside them. */
export const styles = css`
	.back {
		display: inline-block;
		padding: 0.25rem 0;
	}
	.grid {
		display: grid;
		grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr));
		gap: 1rem;
		align-items: start;
	}
	h2 {
		margin-bottom: 0.75rem;
	}
	h1 .badge {
		vertical-align: middle;
	}
	.card p + p {
		margin-top: 0.75rem;
	}
	.actions {
		margin: 0.75rem 0 1rem;
	}
	dl {
		display: grid;
		grid-template-columns: minmax(6rem, max-content) 1fr;
		gap: 0.4rem 1rem;
		margin: 0;
	}
	dt {
		color: var(--quiet);
		max-width: 11rem;
	}
	dd {
		margin: 0;
		overflow-wrap: anywhere;
		white-space: pre-line;
	}
	.history li {
		position: relative;
		padding: 0 0 1rem 1.25rem;
		border-inline-start: 2px solid var(--line);
	}
	.history li::before {
		content: '';
		position: absolute;
		inset-inline-start: -0.375rem;
		top: 0.45rem;
		width: 0.625rem;
		height: 0.625rem;
		border-radius: 50%;
		background: var(--edge);
	}
	.history li:last-child {
		border-color: transparent;
	}
	.wide {
		grid-column: 1 / -1;
	}
`;
