import { median } from '../support/median.ts';
import type { Behaviour } from './check-behaviour.ts';
import type { Contestant } from './contestants.ts';
import type { Load } from './time-load.ts';
import type { Typing } from './time-typing.ts';
import type { PageWeight } from './weigh-page.ts';

/** All that was measured of one contestant. */
export interface Result {
	contestant: Contestant;
	weight: PageWeight | undefined;
	loads: Load[];
	typings: Typing[];
	behaviour: Behaviour | undefined;
	/** What could not be measured, and why. */
	faults: string[];
}

/** A contestant's figures in one row. Times in milliseconds; medians. */
export interface Summary {
	id: string;
	label: string;
	kind: Contestant['kind'];
	firstBytes: number;
	allBytes: number;
	requests: number;
	/** POSTs and preflights of one lead. */
	sends: number;
	preflights: number;
	nodes: number;
	firstKeyAt: number;
	visibleAfterPaint: number;
	/** Over the page alone. */
	blockedMs: number;
	layoutShift: number;
	/** Over the page alone, in MB: before the first touch, and with the first key typed. */
	heapMb: number;
	touchedHeapMb: number;
	/** By moment; and the slowest of them. */
	typing: Typing;
	slowestMs: number;
}

/**
 * Sums results up.
 * @param empty the page alone, whose own work is taken off
 */
export function toSummary({ contestant, weight, loads, typings }: Result, empty: Result): Summary {
	const of = (key: keyof Load, all = loads) => median(all.map((load) => load[key]));
	const moments = Object.keys(typings[0] ?? {});
	const typing = Object.fromEntries(moments.map((name) => [name, median(typings.map((one) => one[name] ?? 0))]));
	return {
		id: contestant.id,
		label: contestant.label,
		kind: contestant.kind,
		firstBytes: weight?.first.bytes ?? Number.NaN,
		allBytes: weight ? weight.first.bytes + weight.later.bytes : Number.NaN,
		requests: weight?.first.requests ?? Number.NaN,
		sends: weight?.sends ?? Number.NaN,
		preflights: weight?.preflights ?? Number.NaN,
		nodes: weight?.nodes ?? Number.NaN,
		firstKeyAt: of('firstKeyAt'),
		visibleAfterPaint: of('visibleAfterPaint'),
		blockedMs: Math.max(0, of('blockedMs') - of('blockedMs', empty.loads)),
		layoutShift: of('layoutShift'),
		heapMb: ((weight?.heap ?? Number.NaN) - (empty.weight?.heap ?? Number.NaN)) / 2 ** 20,
		touchedHeapMb: (of('heap') - of('heap', empty.loads)) / 2 ** 20,
		typing,
		slowestMs: moments.length > 0 ? Math.max(...Object.values(typing)) : Number.NaN,
	};
}
