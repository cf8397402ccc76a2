/** One way a vendor may behave while a lead comes. */
export interface Case {
	name: string;
	/** What its sandbox is told (demo/README.md). */
	manners: Record<string, unknown>;
	/** The trouble is not in the answer to the lead but in what follows, so the next step is waited for as well. */
	later?: boolean;
}

/** What fails without the lead having been taken. */
const REFUSING: Case[] = [
	...['401', '403', '429', '500', '503', 'empty', 'html', 'redirect', 'oversize', 'hang', 'reset'].map((mode) => ({
		name: mode,
		manners: { mode },
	})),
	{ name: '429, Retry-After', manners: { mode: '429', retryAfter: 1 } },
	{ name: '503, Retry-After', manners: { mode: '503', retryAfter: 1 } },
];

/** What fails after the lead has been taken: nobody but the vendor knows. */
const TAKING: Case[] = ['500', '503', 'empty', 'html', 'oversize', 'hang', 'reset'].map((mode) => ({
	name: `takes it, then ${mode}`,
	manners: { mode, afterTaking: true },
}));

/** What says that the lead was not taken, when it was. */
const LYING: Case[] = ['401', '429', 'redirect'].map((mode) => ({
	name: `takes it, but says ${mode}`,
	manners: { mode, afterTaking: true },
}));

const COMMON: Case[] = [
	{ name: 'ok', manners: { mode: 'ok' } },
	{ name: 'slow', manners: { mode: 'slow', delayMs: 500 } },
	{ name: 'slower than the time-out', manners: { mode: 'slow', delayMs: 1200 } },
	{ name: 'duplicate', manners: { mode: 'duplicate' } },
	...REFUSING,
	{ name: '500, look-ups too', manners: { mode: '500', scope: 'all' } },
	{ name: 'hang, look-ups too', manners: { mode: 'hang', scope: 'all' } },
	...TAKING,
	...LYING,
];

const OWN: Record<string, Case[]> = {
	lofty: [
		{ name: 'failure-in-200', manners: { mode: 'failure-in-200' } },
		{
			name: 'search lags, takes it, then reset',
			manners: { mode: 'reset', afterTaking: true, hiddenSearches: 1 },
			later: true,
		},
		{ name: 'wrapped lists, takes it, then 500', manners: { mode: '500', afterTaking: true, listShape: 'wrapped' } },
	],
	webhook: [{ name: '410', manners: { mode: '410' } }],
	propexo: [
		{ name: 'job ends in part', manners: { jobs: 'partial', pendingPolls: 0 }, later: true },
		{ name: 'job fails', manners: { jobs: 'failure', pendingPolls: 0 }, later: true },
		{ name: 'job stays pending', manners: { jobs: 'pending' }, later: true },
	],
};

/** Every behaviour of a vendor's sandbox. A second Maxwork has those of the first. */
export function casesOf(vendor: string): Case[] {
	return [...COMMON, ...(OWN[vendor] ?? [])];
}
