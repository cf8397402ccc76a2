import { css } from 'lit';

/** The frame around the views: name, ways, who is signed in. */
export const styles = css`
	header {
		position: sticky;
		top: 0;
		z-index: 1;
		background: var(--card);
		border-bottom: 1px solid var(--line);
	}
	.bar {
		display: flex;
		flex-wrap: wrap;
		gap: 0 1.25rem;
		align-items: center;
		max-width: 68rem;
		margin: 0 auto;
		padding: 0.25rem 1rem 0;
	}
	.name {
		display: flex;
		gap: 0.5rem;
		align-items: center;
		font-weight: 700;
	}
	.name svg {
		fill: var(--accent);
	}
	nav {
		display: flex;
		order: 1;
	}
	nav a {
		padding: 0.75rem 0.8rem 0.6rem;
		border-bottom: 3px solid transparent;
		color: var(--quiet);
		font-weight: 600;
		text-decoration: none;
	}
	nav a[aria-current] {
		color: var(--ink);
		border-color: var(--accent);
	}
	.who {
		order: 2;
		display: flex;
		gap: 0.75rem;
		align-items: center;
		margin-inline-start: auto;
	}
	.who button,
	.who a {
		min-height: 2.25rem;
		padding: 0.2rem 0.75rem;
		font-size: 0.875rem;
	}
	main {
		max-width: 68rem;
		margin: 0 auto;
		padding: 1.25rem 1rem 4rem;
	}
	@media (max-width: 44rem) {
		nav {
			order: 3;
			width: 100%;
			justify-content: space-between;
		}
		nav a {
			padding-inline: 0.5rem;
		}
	}
`;
