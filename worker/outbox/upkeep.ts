import type { Site } from '../site/define-site.ts';
import { ALERT_AFTER_MS, decideAlert, type Told, toHeldText, toParkedText } from './alerts.ts';
import type { Delivery, DeliveryChange } from './delivery.ts';
import type { Destinations } from './destinations.ts';
import { Fallback } from './fallback.ts';
import { Meta } from './meta.ts';
import type { Notices } from './notices.ts';
import { Retention } from './retention.ts';
import type { OutboxStore } from './store.ts';

/** How long a delivered lead is kept whole, in days, where the site says nothing else. */
const KEEP_DAYS = 30;

const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;

/** The least time between two alerts about parked leads, in milliseconds. */
const PARKED_ALERT_MS = 60 * MINUTE_MS;

/** The least time between two alerts about held leads, in milliseconds: a flood of them is one piece of news. */
const HELD_ALERT_MS = 60 * MINUTE_MS;

/** What an outbox does beside delivering: the second way, alerts, erasing. */
export class Upkeep {
	readonly #store: OutboxStore;
	readonly #meta: Meta;
	readonly #destinations: Destinations;
	readonly #notices: Notices;
	readonly #site: () => Site | undefined;
	readonly #name: () => string;
	readonly #fallback: Fallback;
	readonly #retention: Retention;
	/** When there is next something to do, epoch milliseconds; 0 until the first run has found out. */
	#nextAt: number | undefined = 0;

	constructor(host: {
		sql: SqlStorage;
		store: OutboxStore;
		destinations: Destinations;
		notices: Notices;
		site: () => Site | undefined;
		/** The outbox's name. */
		name: () => string;
	}) {
		this.#store = host.store;
		this.#meta = new Meta(host.sql);
		this.#destinations = host.destinations;
		this.#notices = host.notices;
		this.#site = host.site;
		this.#name = host.name;
		this.#fallback = new Fallback(host.sql);
		this.#retention = new Retention(host.sql);
	}

	/**
	 * When the next run is due, epoch milliseconds; nothing when nothing is left to do, or before the first run: until
	 * then the alarm that was set before the restart stands.
	 */
	nextAt(): number | undefined {
		const times = [this.#nextAt || undefined, this.#notices.nextAt()].filter((time) => time !== undefined);
		return times.length > 0 ? Math.min(...times) : undefined;
	}

	/** Takes in how a step ended: a parked lead is told, one that ended late is noted for erasing. */
	afterStep(delivery: Delivery, change: DeliveryChange, now: number): void {
		const site = this.#site();
		if (!site) return;
		// Whatever has changed may change what there is to tell.
		this.#nextAt = 0;
		if (change.state === 'parked') this.#tellParked(site, delivery, change.reason, now);
		if (change.state !== 'delivered') return;
		this.#retention.note(delivery.number, now, toKeepMs(site));
		const second = site.fallback?.to.name;
		if (second !== undefined && delivery.destination !== second) this.#fallback.drop(delivery.leadId, second, now);
	}

	/** A lead was held: a person is told, once an hour at most, for it waits for nobody else. */
	afterHold(leadId: string, reasons: string, now: number): void {
		const site = this.#site();
		if (!site || now - this.#meta.readNumber('told_held_at') < HELD_ALERT_MS) return;
		this.#meta.write('told_held_at', now);
		this.#notices.add(toHeldText(this.#whereIs(site), leadId, reasons), now);
	}

	/** A lead was stored: the first of them starts the clocks. */
	afterAccept(): void {
		this.#nextAt ??= 0;
	}

	/** Does what is due. */
	async run(now: number): Promise<void> {
		const site = this.#site();
		if (site && this.#nextAt !== undefined && this.#nextAt <= now) {
			const times = [
				site.fallback && this.#fallback.run(site.fallback.to.name, site.fallback.afterMinutes * MINUTE_MS, now),
				this.#retention.run(now, toKeepMs(site)),
				this.#alert(site, now),
			].filter((time) => time !== undefined);
			this.#nextAt = times.length > 0 ? Math.min(...times) : undefined;
		}
		await this.#notices.send(now);
	}

	/** Tells what is to be told of every destination. Returns when to decide again. */
	#alert(site: Site, now: number): number | undefined {
		const after = site.alertAfterMinutes === undefined ? ALERT_AFTER_MS : site.alertAfterMinutes * MINUTE_MS;
		const times: number[] = [];
		for (const { name } of site.deliverTo) {
			const key = `told:${name}`;
			const told = (this.#meta.read(key) || null) as Told;
			const [waiting] = this.#store.upcoming(name, false, 1);
			const waitingSince = waiting && waiting.dueAt < now ? waiting.dueAt : null;
			const gate = this.#destinations.gateOf(name);
			const decision = decideAlert(
				{ site: this.#whereIs(site), destination: name, gate, waitingSince },
				told,
				after,
				now,
			);
			if (decision.told !== told) this.#meta.write(key, decision.told ?? '');
			if (decision.text !== null) this.#notices.add(decision.text, now);
			if (decision.againAt !== null) times.push(decision.againAt);
		}
		return times.length > 0 ? Math.min(...times) : undefined;
	}

	/** The site, for alerts; and the shard, where each alerts for itself. */
	#whereIs({ id, shards }: Site): string {
		return shards ? `${id} (outbox ${this.#name()})` : id;
	}

	#tellParked(site: Site, delivery: Delivery, reason: string | null, now: number): void {
		const toldAt = this.#meta.readNumber('told_parked_at');
		if (now - toldAt < PARKED_ALERT_MS) return;
		this.#meta.write('told_parked_at', now);
		this.#notices.add(toParkedText(this.#whereIs(site), delivery.destination, delivery.leadId, reason), now);
	}
}

function toKeepMs(site: Site): number {
	return (site.keepDays ?? KEEP_DAYS) * DAY_MS;
}
