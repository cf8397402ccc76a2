import { DurableObject } from 'cloudflare:workers';
import { log } from '../log.ts';
import type { Site } from '../site/define-site.ts';
import { destinationsOf } from '../site/destinations-of.ts';
import type { SiteRegistry } from '../site/registry.ts';
import type { Environment } from '../site/secret.ts';
import { readOutboxName, SHARD_NUMBERS } from '../site/shards.ts';
import { addAnswers } from './add-answers.ts';
import { AttemptHistory } from './attempt-history.ts';
import { Desk } from './desk/desk.ts';
import { Destinations } from './destinations.ts';
import { Dispatcher } from './dispatcher.ts';
import { Doorkeeper } from './door/doorkeeper.ts';
import { Meta } from './meta.ts';
import { NewDeliveries } from './new-deliveries.ts';
import { Notices } from './notices.ts';
import type {
	AcceptRequest,
	AcceptResult,
	AnswerRequest,
	AnswerResult,
	DeliveryStatus,
	OutboxStub,
} from './protocol.ts';
import { migrate } from './schema.ts';
import { Screener } from './screener.ts';
import { OutboxStore } from './store.ts';
import { toShardPart } from './to-shard-part.ts';
import { Upkeep } from './upkeep.ts';

/**
 * How late a stored lead's attempt may be when the process dies right after storing it, in milliseconds. In ordinary
 * life the attempt starts with the acknowledgement; this alarm is the net under it.
 */
const BACKSTOP_MS = 1000;

/** How soon an alarm that failed is set again, in milliseconds. */
const FAILED_ALARM_MS = 60_000;

/** What a caller is told who means another site's outbox, or another shard. */
const FOREIGN = 'this outbox belongs to another site or shard: call the one of that name';

/**
 * Makes the Durable Object class that keeps the leads of one site, or of a shard of it, and carries them to its
 * destinations.
 *
 * Nothing in memory counts: what an object knows it reads from its rows, and an alarm that outlives the process
 * wakes it. The runtime's output gate holds both the acknowledgement and each call to a vendor until the writes
 * before them are on disk.
 */
export function createOutbox(registry: SiteRegistry) {
	return class Outbox extends DurableObject<Environment> implements OutboxStub {
		readonly #store: OutboxStore;
		readonly #newDeliveries: NewDeliveries;
		readonly #meta: Meta;
		readonly #dispatcher: Dispatcher;
		readonly #upkeep: Upkeep;
		readonly #screener: Screener;
		/** The name of this object, once it has had a lead. A copy of what its row holds, which never changes. */
		#owner: string | undefined;
		/** What of the site is this shard's part; what it holds can't change while the process lives. */
		#part: Site | undefined;

		constructor(ctx: DurableObjectState, env: Environment) {
			super(ctx, env);
			migrate(ctx.storage);
			const { sql } = ctx.storage;
			const store = new OutboxStore(sql);
			this.#store = store;
			this.#newDeliveries = new NewDeliveries(sql);
			this.#meta = new Meta(sql);
			this.#screener = new Screener(sql, store);
			this.#owner = this.#meta.read('site');
			this.#begin();
			const destinations = new Destinations(sql);
			const site = () => this.#site();
			const notices = new Notices(sql, env);
			this.#upkeep = new Upkeep({ sql, store, destinations, notices, site, name: () => this.#owner ?? '' });
			this.#dispatcher = new Dispatcher({
				store,
				destinations,
				history: new AttemptHistory(sql),
				env,
				site,
				waitUntil: (promise) => ctx.waitUntil(promise),
				afterStep: (delivery, change) => {
					if (change) this.#upkeep.afterStep(delivery, change, Date.now());
					return this.#tend();
				},
			});
			// Heals an object whose alarm was lost: whatever wakes it, what is due gets its alarm back.
			ctx.blockConcurrencyWhile(() => this.#arm());
		}

		/** Stores a lead for every destination of its site, once per id. Resolves when it is on disk. */
		async accept({
			site,
			id: leadId,
			lead,
			receivedAt,
			bodyHash,
			hashes,
			openUntil,
			screening,
		}: AcceptRequest): Promise<AcceptResult> {
			// First of all: from the look at what is remembered to the insert, nothing may come between.
			const alarm = await this.ctx.storage.getAlarm();
			this.#claim(site);
			const now = Date.now();
			const { sameAs, heldFor, signals } = this.#screener.screen(lead, screening, this.#site(), now);
			if (sameAs !== undefined) return this.#recognize(leadId, bodyHash) ?? { sameAs };
			const dueAt = openUntil ?? now;
			const stored = { leadId, bodyHash, lead, receivedAt, dueAt, heldFor, signals, ...hashes };
			const marks = screening ? JSON.stringify(screening.marks) : null;
			const mayBegin = openUntil === null && heldFor === null;
			let first: number | undefined;
			for (const destination of this.#site()?.deliverTo ?? []) {
				const startedAt = mayBegin && this.#mayBegin(destination, now) ? now : null;
				const row = { ...stored, destination: destination.name, startedAt };
				const delivery =
					first === undefined
						? this.#newDeliveries.insertFirst({ ...row, marks })
						: this.#newDeliveries.insertFurther({ ...row, marks: null });
				if (!delivery) return this.#recognize(leadId, bodyHash) as 'repeated' | 'conflict';
				first ??= delivery.number;
				if (startedAt !== null) this.#dispatcher.startBegun(delivery, destination);
			}
			if (first !== undefined) this.#screener.remember(first, screening?.marks, now);
			if (heldFor !== null) this.#upkeep.afterHold(leadId, heldFor, now);
			this.#upkeep.afterAccept();
			// Nothing was awaited since the insert, so row and alarm are committed together: no row without its alarm.
			await this.#armAt(dueAt + BACKSTOP_MS, alarm);
			// What could not be stored as begun may still go out right now.
			if (mayBegin) this.#dispatcher.pump(now);
			return heldFor === null ? 'stored' : 'held';
		}

		/** Adds answers to a lead that waits for them; with the last ones it goes out. */
		async answer(request: AnswerRequest): Promise<AnswerResult> {
			this.#claim(request.site);
			const now = Date.now();
			const { result, changed, heldFor } = addAnswers(this.#store, request, this.#site()?.screen, now);
			if (heldFor !== null) this.#upkeep.afterHold(request.leadId, heldFor, now);
			if (changed) await this.#tend();
			return result;
		}

		async statusOf(leadId: string): Promise<DeliveryStatus[]> {
			return this.#store.statusOf(leadId);
		}

		async receiptOf(leadId: string): Promise<string | undefined> {
			return this.#store.receiptOf(leadId);
		}

		/** The operator's side of this outbox. Asking for it writes nothing. */
		desk(name: string): Desk {
			if (this.#owner !== undefined && this.#owner !== name) throw new Error(FOREIGN);
			const { site, shard } = readOutboxName(name);
			return new Desk({
				sql: this.ctx.storage.sql,
				env: this.env,
				destinations: destinationsOf(registry.get(site)),
				above: shard * SHARD_NUMBERS,
				isUnderWay: (number) => this.#dispatcher.isUnderWay(number),
				tend: () => {
					this.#upkeep.afterAccept();
					return this.#tend();
				},
			});
		}

		/** Who guards the console's sign-in, in the one object that belongs to no site. */
		doorkeeper(): Doorkeeper {
			if (this.#owner !== undefined) throw new Error('this outbox belongs to a site');
			return new Doorkeeper(this.ctx.storage.sql);
		}

		async wake(name: string): Promise<void> {
			this.#claim(name);
			await this.#tend();
		}

		override async alarm(): Promise<void> {
			try {
				await this.#tend();
			} catch (error) {
				// An alarm that throws is repeated six times and then forgotten; this one is set again instead.
				log('alarm_failed', { reason: error instanceof Error ? error.message : '' }, 'error');
				await this.ctx.storage.setAlarm(Date.now() + FAILED_ALARM_MS);
			}
		}

		/** What an id that is stored already says about a body; nothing where it is not stored. */
		#recognize(leadId: string, bodyHash: string): 'repeated' | 'conflict' | undefined {
			const known = this.#store.bodyHashOf(leadId);
			return known === undefined ? undefined : known === bodyHash ? 'repeated' : 'conflict';
		}

		/**
		 * Whether a lead may be stored as begun, which saves a write. Not for vendors whose unknown outcomes are parked: a
		 * crash before the call would park a lead that was never sent.
		 */
		#mayBegin(destination: Parameters<Dispatcher['mayStart']>[0], now: number): boolean {
			return destination.manners.afterUnknown !== 'park' && this.#dispatcher.mayStart(destination, now);
		}

		/** Starts what is due and sets the alarm for what comes next. */
		async #tend(): Promise<void> {
			this.#dispatcher.pump(Date.now());
			await this.#upkeep.run(Date.now());
			await this.#arm();
		}

		async #arm(): Promise<void> {
			const now = Date.now();
			const times = [this.#dispatcher.nextAt(now), this.#upkeep.nextAt()].filter((time) => time !== undefined);
			if (times.length > 0) await this.#armAt(Math.max(Math.min(...times), now));
		}

		/** Sets the alarm unless an earlier one is set: each setting costs a write. */
		async #armAt(time: number, known?: number | null): Promise<void> {
			const set = known === undefined ? await this.ctx.storage.getAlarm() : known;
			if (set === null || set > time) await this.ctx.storage.setAlarm(time);
		}

		#site(): Site | undefined {
			if (this.#part || this.#owner === undefined) return this.#part;
			const { site: id, shard } = readOutboxName(this.#owner);
			const site = registry.get(id);
			this.#part = site && toShardPart(site, shard);
			return this.#part;
		}

		/** An object belongs to the site, and is the shard, of its first lead, and refuses any other. */
		#claim(name: string): void {
			if (this.#owner === undefined) {
				this.#meta.write('site', name);
				this.#owner = name;
				this.#begin();
			} else if (this.#owner !== name) throw new Error(FOREIGN);
		}

		/** A shard's numbers begin where no other's reach; those of a site with one outbox at 1, by themselves. */
		#begin(): void {
			const { shard } = readOutboxName(this.#owner ?? '');
			if (shard > 0) this.#newDeliveries.startAt(shard * SHARD_NUMBERS + 1);
		}
	};
}
