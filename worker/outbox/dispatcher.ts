import { log } from '../log.ts';
import type { Site } from '../site/define-site.ts';
import type { Destination } from '../site/destination.ts';
import { destinationsOf } from '../site/destinations-of.ts';
import type { Environment } from '../site/secret.ts';
import type { AttemptHistory } from './attempt-history.ts';
import { followUp, lookUp, sendLead, type Target } from './carry-out.ts';
import type { Delivery, DeliveryChange } from './delivery.ts';
import type { Destinations } from './destinations.ts';
import { Flights, MAX_IN_FLIGHT } from './flights.ts';
import { toFindingVerdict, toVerdict, type Verdict } from './gate.ts';
import { type Step, settleFinding, settleOutcome, toStep } from './settle.ts';
import type { OutboxStore } from './store.ts';

/** How long a delivery rests after a fault of our own code, in milliseconds: until a new version is deployed, say. */
const FAULT_REST_MS = 60 * 60 * 1000;

/** How soon a destination without room looks again, in milliseconds; in ordinary life the end of a step looks sooner. */
const FULL_REST_MS = 1000;

/** Most waiting deliveries brought forward when a destination comes back. */
const HASTEN_LIMIT = 500;

/** What the dispatcher needs of the object it works in. */
export interface DispatcherHost {
	store: OutboxStore;
	destinations: Destinations;
	history: AttemptHistory;
	env: Environment;
	/** The site as sites/ has it now; undefined when it is gone. */
	site: () => Site | undefined;
	/** Keeps the object alive while a step is under way. */
	waitUntil: (promise: Promise<unknown>) => void;
	/** Called when a step has ended and everything it changed is written. */
	afterStep: (delivery: Delivery, change: DeliveryChange | undefined) => void | Promise<void>;
}

/** Carries due deliveries to their vendors, as many at once as gates, limits and connections allow. */
export class Dispatcher {
	readonly #host: DispatcherHost;
	readonly #flights = new Flights();

	constructor(host: DispatcherHost) {
		this.#host = host;
	}

	/** Whether a fresh lead to this destination would be sent right now. */
	mayStart(destination: Destination, now: number): boolean {
		const { destinations } = this.#host;
		return (
			this.#flights.hasRoom(destination, false) &&
			destinations.passageOf(destination.name, now).passage === 'all' &&
			destinations.nextCallAt(destination, now) <= now
		);
	}

	/** Whether a step of a delivery is being taken right now, in this process. */
	isUnderWay(number: number): boolean {
		return this.#flights.has(number);
	}

	/** Starts the first attempt of a delivery that was stored as begun. */
	startBegun(delivery: Delivery, destination: Destination): void {
		this.#start(delivery, destination, false, 'send', () => this.#send(this.#toTarget(destination), delivery));
	}

	/** Starts every step that is due, as far as there is room. */
	pump(now: number): void {
		for (const destination of destinationsOf(this.#host.site())) this.#pumpDestination(destination, now);
	}

	/**
	 * When something has to be looked after next: the earliest of all destinations.
	 * @returns epoch milliseconds, or undefined when nothing waits
	 */
	nextAt(now: number): number | undefined {
		const times = destinationsOf(this.#host.site()).map((destination) => this.#nextAtDestination(destination, now));
		const next = Math.min(...times.filter((time) => time !== undefined));
		if (Number.isFinite(next)) return next;
		return this.#flights.size > 0 ? now + FULL_REST_MS : undefined;
	}

	#pumpDestination(destination: Destination, now: number): void {
		const { store, destinations } = this.#host;
		const passage = destinations.passageOf(destination.name, now);
		if (passage.passage === 'none') return;
		const probing = passage.passage === 'probe';
		if (probing && this.#flights.count({ destination: destination.name }) > 0) return;

		const toLane = (tried: boolean) =>
			store.due(destination.name, tried, now, MAX_IN_FLIGHT * 2).filter(({ number }) => !this.#flights.has(number));
		const lanes = { fresh: toLane(false), tried: toLane(true) };
		for (;;) {
			if (destinations.nextCallAt(destination, now) > now) return;
			const delivery = this.#nextOf(destination, lanes);
			if (!delivery) return;
			const retry = delivery.attempts > 0;
			if (!this.#flights.hasRoom(destination, retry)) continue;
			this.#start(delivery, destination, retry, toStep(delivery), () => this.#carryOut(destination, delivery));
			if (probing) return;
		}
	}

	/**
	 * Takes the next delivery off two lanes: of the lane that has none under way, so that neither a backlog nor its
	 * stragglers wait for the whole of the other; else the one that is due longest.
	 */
	#nextOf({ name }: Destination, { fresh, tried }: Record<'fresh' | 'tried', Delivery[]>): Delivery | undefined {
		const [first, second] = [fresh[0], tried[0]];
		if (!first || !second) return fresh.shift() ?? tried.shift();
		const underWay = (retry: boolean) => this.#flights.count({ destination: name, retry }) > 0;
		if (underWay(true) !== underWay(false)) return underWay(true) ? fresh.shift() : tried.shift();
		return first.dueAt <= second.dueAt ? fresh.shift() : tried.shift();
	}

	#nextAtDestination(destination: Destination, now: number): number | undefined {
		const { store, destinations } = this.#host;
		const waiting = [false, true]
			.flatMap((tried) => store.upcoming(destination.name, tried, this.#flights.size + 1))
			.filter(({ number }) => !this.#flights.has(number))
			.map(({ dueAt }) => dueAt);
		if (waiting.length === 0) return undefined;
		const passage = destinations.passageOf(destination.name, now);
		const full =
			!this.#flights.hasRoom(destination, true) ||
			!this.#flights.hasRoom(destination, false) ||
			passage.passage === 'probe';
		return Math.max(
			Math.min(...waiting),
			passage.passage === 'none' ? passage.until : now,
			destinations.nextCallAt(destination, now),
			full && this.#flights.size > 0 ? now + FULL_REST_MS : now,
		);
	}

	#start(
		delivery: Delivery,
		destination: Destination,
		retry: boolean,
		step: Step,
		carryOut: () => Promise<DeliveryChange>,
	): void {
		this.#flights.begin(delivery.number, { destination: destination.name, retry });
		this.#host.waitUntil(this.#step(delivery, step, carryOut));
	}

	/** Carries one delivery one step further, writes down what came of it, and looks for more to do. */
	async #step(delivery: Delivery, step: Step, carryOut: () => Promise<DeliveryChange>): Promise<void> {
		const { store, history } = this.#host;
		const began = Date.now();
		let change: DeliveryChange | undefined;
		try {
			change = await carryOut();
			store.settle(delivery.number, change, Date.now());
			history.record({ step, delivery, change, began, ms: Date.now() - began });
			log('step', {
				site: this.#host.site()?.id ?? '',
				id: delivery.leadId,
				destination: delivery.destination,
				state: change.state,
				attempt: change.attempts,
				ms: Date.now() - began,
				...(change.reason !== null && { reason: change.reason }),
			});
		} catch (error) {
			// A fault of ours, not of the vendor: this lead rests, the others go on.
			log('step_failed', { id: delivery.leadId, reason: toReason(error) }, 'error');
			store.postpone(delivery.number, Date.now() + FAULT_REST_MS);
		}
		try {
			if (change?.state === 'delivered') await this.#followUp(delivery, change);
		} finally {
			this.#flights.end(delivery.number);
			await this.#host.afterStep(delivery, change);
		}
	}

	async #carryOut(destination: Destination, delivery: Delivery): Promise<DeliveryChange> {
		const target = this.#toTarget(destination);
		switch (toStep(delivery)) {
			case 'recover':
				return settleOutcome(
					delivery,
					{ outcome: 'unknown', reason: 'interrupted by a restart', answered: false },
					this.#circumstances(destination),
				);
			case 'send': {
				const startedAt = Date.now();
				this.#host.store.markStarted(delivery.number, startedAt);
				return this.#send(target, { ...delivery, startedAt, attempts: delivery.attempts + 1 });
			}
			case 'find':
			case 'confirm': {
				const finding = await lookUp(target, delivery);
				this.#judge(destination, toFindingVerdict(finding));
				return settleFinding(delivery, finding, this.#circumstances(destination));
			}
		}
	}

	async #send(target: Target, delivery: Delivery): Promise<DeliveryChange> {
		const outcome = await sendLead(target, delivery);
		this.#judge(target.destination, toVerdict(outcome));
		return settleOutcome(delivery, outcome, this.#circumstances(target.destination));
	}

	async #followUp(delivery: Delivery, change: DeliveryChange): Promise<void> {
		const destination = destinationsOf(this.#host.site()).find(({ name }) => name === delivery.destination);
		const { resolve, extras } = destination?.vendor ?? {};
		if (!destination || change.reference === null || !(resolve || extras)) return;
		try {
			const { reference, failures } = await followUp(this.#toTarget(destination), delivery, change.reference);
			if (reference !== change.reference)
				this.#host.store.settle(delivery.number, { ...change, reference }, Date.now());
			for (const reason of failures) log('extra_failed', { id: delivery.leadId, reason }, 'warn');
		} catch (error) {
			log('extra_failed', { id: delivery.leadId, reason: toReason(error) }, 'warn');
		}
	}

	#judge({ name, manners }: Destination, verdict: Verdict): void {
		const now = Date.now();
		if (!this.#host.destinations.afterCall(name, verdict, now)) return;
		this.#host.store.hasten(name, now, manners.timeoutMs + manners.settleMs, HASTEN_LIMIT);
	}

	#toTarget(destination: Destination): Target {
		const { destinations, env } = this.#host;
		const onCall = () => destinations.countCall(destination, Date.now());
		return { site: this.#host.site() as Site, destination, env, onCall };
	}

	#circumstances({ manners }: Destination) {
		return { manners, now: Date.now(), random: Math.random() };
	}
}

/** An error's name and message, for the log: our own errors hold neither personal data nor secrets. */
function toReason(error: unknown): string {
	return error instanceof Error ? `${error.name}: ${error.message}` : 'unknown error';
}
