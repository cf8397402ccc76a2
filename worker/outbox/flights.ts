import type { Destination } from '../site/destination.ts';

/** Most vendor calls at once; a Worker may hold six connections (developers.cloudflare.com/workers/platform/limits). */
export const MAX_IN_FLIGHT = 6;

/** Most of them for deliveries that failed before: fresh leads always find room beside vendors that hang. */
const MAX_RETRIES_IN_FLIGHT = 4;

/** Most calls at once to one destination that says nothing else. */
const DEFAULT_CONCURRENCY = 4;

/** A step under way. */
interface Flight {
	destination: string;
	/** Whether the delivery was attempted before. */
	retry: boolean;
}

/** The steps under way in this process, and whether there is room for more. In memory only: a restart has none. */
export class Flights {
	readonly #flights = new Map<number, Flight>();

	get size(): number {
		return this.#flights.size;
	}

	has(number: number): boolean {
		return this.#flights.has(number);
	}

	begin(number: number, flight: Flight): void {
		this.#flights.set(number, flight);
	}

	end(number: number): void {
		this.#flights.delete(number);
	}

	/** How many there are of a kind. */
	count(kind: Partial<Flight>): number {
		return [...this.#flights.values()].filter(
			(flight) =>
				(kind.destination === undefined || flight.destination === kind.destination) &&
				(kind.retry === undefined || flight.retry === kind.retry),
		).length;
	}

	/** Whether one more call to a destination may go out. */
	hasRoom({ name, manners }: Destination, retry: boolean): boolean {
		return (
			this.size < MAX_IN_FLIGHT &&
			this.count({ destination: name }) < (manners.concurrency ?? DEFAULT_CONCURRENCY) &&
			!(retry && this.count({ retry: true }) >= MAX_RETRIES_IN_FLIGHT)
		);
	}
}
