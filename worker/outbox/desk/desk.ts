import { RpcTarget } from 'cloudflare:workers';
import type { ConsoleAction } from '../../../contract/console.ts';
import type { Destination } from '../../site/destination.ts';
import type { Environment } from '../../site/secret.ts';
import { AttemptHistory } from '../attempt-history.ts';
import { hashPerson } from '../person-hash.ts';
import { AuditLog } from './audit-log.ts';
import { Decisions, objectToReplay, toReplayState } from './decisions.ts';
import { eraseStretch } from './erasure.ts';
import { Ledger } from './ledger.ts';
import { readOverview } from './overview.ts';
import type {
	DeskContinuation,
	DeskPage,
	DeskQuery,
	DeskResult,
	DeskStub,
	Person,
	ReplayQuery,
	Who,
} from './protocol.ts';

/** What the desk needs of the object it sits in. */
export interface DeskHost {
	sql: SqlStorage;
	env: Environment;
	/** The site's destinations as sites/ has them now. */
	destinations: readonly Destination[];
	/** The number below the audit log's first, as deliveries have it: 0, or where the shard's numbers begin. */
	above: number;
	/** Whether a step of a delivery is being taken right now. */
	isUnderWay: (number: number) => boolean;
	/** Starts what is due now and sets the alarm. */
	tend: () => Promise<void>;
}

/**
 * The operator's side of a site's outbox. Every change, and every look at personal data, is written to the audit log
 * in the same breath: the runtime's output gate lets no answer leave before both are on disk.
 */
export class Desk extends RpcTarget implements DeskStub {
	readonly #host: DeskHost;
	readonly #ledger: Ledger;
	readonly #decisions: Decisions;
	readonly #audit: AuditLog;

	constructor(host: DeskHost) {
		super();
		this.#host = host;
		this.#ledger = new Ledger(host.sql);
		this.#decisions = new Decisions(host.sql);
		this.#audit = new AuditLog(host.sql, host.above);
	}

	async overview() {
		return readOverview(this.#host.sql, this.#host.destinations);
	}

	async list(query: DeskQuery, who: Who): Promise<DeskPage> {
		const page = this.#ledger.page(query);
		if (query.leads) this.#audit.add(who, 'list', toDetail(query), page.rows.length, Date.now());
		return page;
	}

	async read(number: number, lead: boolean, who: Who) {
		const found = this.#ledger.find(number);
		if (!found) return undefined;
		const history = new AttemptHistory(this.#host.sql).of(number);
		const { lead: personal, ...delivery } = found;
		if (!lead) return { delivery, history };
		if (personal !== null) this.#audit.add(who, 'read', { number }, 1, Date.now());
		return { delivery: found, history };
	}

	async replay(number: number, confirmed: boolean, who: Who): Promise<DeskResult> {
		const delivery = this.#ledger.find(number);
		if (!delivery) return { ok: false, refusal: 'unknown' };
		const destination = this.#host.destinations.find(({ name }) => name === delivery.destination);
		const underWay = this.#host.isUnderWay(number);
		const refusal = objectToReplay(delivery, { confirmed, underWay, known: destination !== undefined });
		if (refusal) return { ok: false, refusal };
		const state = toReplayState(delivery.state, delivery.attempts, destination?.vendor.find !== undefined);
		const now = Date.now();
		this.#decisions.restart(number, state, now);
		this.#audit.add(who, 'replay', { number, was: delivery.state }, 1, now);
		await this.#host.tend();
		return { ok: true, state };
	}

	async replayParked(query: ReplayQuery, who: Who, continued?: DeskContinuation) {
		const now = Date.now();
		const asked = this.#host.destinations.filter(({ name }) => name === (query.destination ?? name));
		const { count, last } = this.#decisions.restartParked(asked, query, continued?.last ?? 0, now);
		const detail = { ...query, since: new Date(query.since).toISOString() };
		const audit = this.#tally(continued, who, 'replay', detail, count, now);
		await this.#host.tend();
		return { count, next: last === undefined ? undefined : { audit, last } };
	}

	async release(number: number, who: Who): Promise<DeskResult> {
		const delivery = this.#ledger.find(number);
		if (!delivery) return { ok: false, refusal: 'unknown' };
		if (delivery.state !== 'held') return { ok: false, refusal: 'wrong_state' };
		const now = Date.now();
		this.#decisions.restart(number, 'queued', now);
		this.#audit.add(who, 'release', { number }, 1, now);
		await this.#host.tend();
		return { ok: true, state: 'queued' };
	}

	async discard(number: number, who: Who): Promise<DeskResult> {
		const delivery = this.#ledger.find(number);
		if (!delivery) return { ok: false, refusal: 'unknown' };
		if (delivery.state !== 'held' && delivery.state !== 'parked') return { ok: false, refusal: 'wrong_state' };
		const now = Date.now();
		this.#decisions.discard(number, now);
		this.#audit.add(who, 'discard', { number, was: delivery.state }, 1, now);
		return { ok: true, state: 'discarded' };
	}

	async erase(person: Person, who: Who, continued?: DeskContinuation) {
		const { email, phone } = person;
		const hashes = await hashPerson({ email, phoneE164: phone }, this.#host.env);
		const now = Date.now();
		const { sql, isUnderWay } = this.#host;
		const { last, ...done } = eraseStretch(sql, person, hashes, continued?.last ?? 0, now, isUnderWay);
		const audit = this.#tally(continued, who, 'erase', { by: Object.keys(person) }, done.numbers.length, now);
		return { ...done, next: last === undefined ? undefined : { audit, last } };
	}

	async exportPage(query: DeskQuery, format: string, who: Who, audit?: number) {
		const page = this.#ledger.page(query);
		const continued = audit === undefined ? undefined : { audit, last: 0 };
		const detail = { ...toDetail(query), format };
		return { ...page, audit: this.#tally(continued, who, 'export', detail, page.rows.length, Date.now()) };
	}

	async audit(below: number | undefined, limit: number) {
		return this.#audit.page(below, limit);
	}

	/** Writes an action down at its first call, and adds to its count at the others. */
	#tally(
		continued: DeskContinuation | undefined,
		who: Who,
		action: ConsoleAction,
		detail: object,
		count: number,
		now: number,
	): number {
		if (!continued) return this.#audit.add(who, action, detail, count, now);
		this.#audit.count(continued.audit, count);
		return continued.audit;
	}
}

/** What a listing was asked for: which rows, not where its page stood. */
function toDetail({ state, destination, id }: DeskQuery): object {
	return { ...(state && { state }), ...(destination && { destination }), ...(id && { id }) };
}
