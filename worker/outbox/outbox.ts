import { DurableObject } from 'cloudflare:workers';
import { log } from '../log.ts';
import type { SiteRegistry } from '../site/registry.ts';
import type { Environment } from '../site/secret.ts';
import { lookUp, sendLead, type Target } from './carry-out.ts';
import type { Delivery, DeliveryChange } from './delivery.ts';
import type { AcceptRequest, AcceptResult, OutboxStub } from './protocol.ts';
import { migrate } from './schema.ts';
import { settleFinding, settleOutcome, toStep } from './settle.ts';
import { OutboxStore } from './store.ts';

/** Most vendor calls at once; a Worker may hold six connections (developers.cloudflare.com/workers/platform/limits). */
const MAX_IN_FLIGHT = 6;

/**
 * How late a stored lead's first attempt may be when the process dies right after storing it, in milliseconds.
 * In ordinary life the attempt starts with the acknowledgement; this alarm is the net under it.
 */
const BACKSTOP_MS = 1000;

/** How soon an outbox whose site or destination is gone from sites/ looks again, in milliseconds. */
const MISSING_TARGET_MS = 60 * 60 * 1000;

/**
 * Makes the Durable Object class that keeps the leads of one site and carries them to its destinations.
 *
 * Nothing in memory counts: what an object knows it reads from its rows, and an alarm that outlives the process
 * wakes it. The runtime's output gate holds both the acknowledgement and each call to a vendor until the writes
 * before them are on disk.
 */
export function createOutbox(registry: SiteRegistry) {
	return class Outbox extends DurableObject<Environment> implements OutboxStub {
		readonly store: OutboxStore;
		/** Numbers of the deliveries with a step under way in this process. */
		readonly inFlight = new Set<number>();

		constructor(ctx: DurableObjectState, env: Environment) {
			super(ctx, env);
			migrate(ctx.storage);
			this.store = new OutboxStore(ctx.storage.sql);
		}

		/** Stores a lead for every destination of its site, once per id. Resolves when it is on disk. */
		async accept({ site, lead, bodyHash }: AcceptRequest): Promise<AcceptResult> {
			this.#claim(site);
			const known = this.store.bodyHashOf(lead.id);
			if (known !== undefined) return known === bodyHash ? 'repeated' : 'conflict';
			const body = JSON.stringify(lead);
			for (const { name } of registry.get(site)?.deliverTo ?? []) {
				this.store.insert({ leadId: lead.id, destination: name, bodyHash, lead: body, receivedAt: lead.receivedAt });
			}
			await this.#armAt(Date.now() + BACKSTOP_MS);
			this.#pump();
			return 'stored';
		}

		override async alarm(): Promise<void> {
			try {
				this.#pump();
			} catch (error) {
				log('alarm_failed', { reason: toReason(error) }, 'error');
			} finally {
				await this.#arm();
			}
		}

		/** Starts the steps that are due, as far as there is room. */
		#pump(): void {
			const due = this.store.due(Date.now(), MAX_IN_FLIGHT * 2);
			for (const delivery of due) {
				if (this.inFlight.size >= MAX_IN_FLIGHT) return;
				if (this.inFlight.has(delivery.number)) continue;
				this.inFlight.add(delivery.number);
				this.ctx.waitUntil(this.#step(delivery));
			}
		}

		/** Carries one delivery one step further, writes down what came of it, and looks for more to do. */
		async #step(delivery: Delivery): Promise<void> {
			const began = Date.now();
			try {
				const change = await this.#carryOut(delivery);
				this.store.settle(delivery.number, change, Date.now());
				log('step', {
					site: this.#site,
					id: delivery.leadId,
					destination: delivery.destination,
					state: change.state,
					attempt: change.attempts,
					ms: Date.now() - began,
					...(change.reason !== null && { reason: change.reason }),
				});
			} catch (error) {
				// A fault of ours, not of the vendor. The row stays as it is and is settled as unknown when it is due again.
				log('step_failed', { id: delivery.leadId, reason: toReason(error) }, 'error');
				this.store.postpone(delivery.number, Date.now() + MISSING_TARGET_MS);
			} finally {
				this.inFlight.delete(delivery.number);
				this.#pump();
				await this.#arm();
			}
		}

		async #carryOut(delivery: Delivery): Promise<DeliveryChange> {
			const target = this.#targetOf(delivery);
			if (!target) {
				return { ...delivery, dueAt: Date.now() + MISSING_TARGET_MS, reason: 'its destination is gone from sites/' };
			}
			const { manners } = target.destination;
			const circumstances = () => ({ manners, now: Date.now(), random: Math.random() });
			switch (toStep(delivery)) {
				case 'recover':
					return settleOutcome(
						delivery,
						{ outcome: 'unknown', reason: 'interrupted by a restart', answered: false },
						circumstances(),
					);
				case 'send': {
					const now = Date.now();
					this.store.markStarted(delivery.number, now);
					const begun = { ...delivery, startedAt: now, attempts: delivery.attempts + 1 };
					return settleOutcome(begun, await sendLead(target, delivery), circumstances());
				}
				case 'find':
				case 'confirm':
					return settleFinding(delivery, await lookUp(target, delivery), circumstances());
			}
		}

		#targetOf(delivery: Delivery): Target | undefined {
			const site = registry.get(this.#site);
			const destination = site?.deliverTo.find(({ name }) => name === delivery.destination);
			return site && destination && { site, destination, env: this.env };
		}

		/** Sets the alarm for the next delivery that no step is under way for. */
		async #arm(): Promise<void> {
			const next = this.store.upcoming(this.inFlight.size + 1).find(({ number }) => !this.inFlight.has(number));
			// While every place is taken, the end of a step looks for the next; the alarm is only the net.
			if (next)
				await this.#armAt(Math.max(next.dueAt, Date.now() + (this.inFlight.size >= MAX_IN_FLIGHT ? BACKSTOP_MS : 0)));
			else if (this.inFlight.size > 0) await this.#armAt(Date.now() + BACKSTOP_MS);
		}

		/** Sets the alarm unless an earlier one is set: each setting costs a write. */
		async #armAt(time: number): Promise<void> {
			const set = await this.ctx.storage.getAlarm();
			if (set === null || set > time) await this.ctx.storage.setAlarm(time);
		}

		get #site(): string {
			return this.store.readMeta('site') ?? '';
		}

		/** An object belongs to the site of its first lead, and refuses any other. */
		#claim(site: string): void {
			const owner = this.store.readMeta('site');
			if (owner === undefined) this.store.writeMeta('site', site);
			else if (owner !== site) throw new Error(`this outbox belongs to another site`);
		}
	};
}

/** An error's name and message, for the log: our own errors hold neither personal data nor secrets. */
function toReason(error: unknown): string {
	return error instanceof Error ? `${error.name}: ${error.message}` : 'unknown error';
}
