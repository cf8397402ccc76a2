import { createApp } from '../../worker/app.ts';
import { createOutbox } from '../../worker/outbox/outbox.ts';
import type { AcceptRequest, AcceptResult, DeliveryStatus } from '../../worker/outbox/protocol.ts';
import { createRegistry } from '../../worker/site/registry.ts';
import type { Figures } from '../support/figures.ts';
import { Meter } from './meter.ts';
import { sites } from './sites.ts';

const registry = createRegistry(sites);

/** The outbox as it is deployed, with a meter on its storage and a door for SQL. */
export class Outbox extends createOutbox(registry) {
	readonly #meter: Meter;

	constructor(ctx: DurableObjectState, env: Cloudflare.Env & Record<string, unknown>) {
		const meter = new Meter(ctx.storage);
		super(ctx, env);
		this.#meter = meter;
	}

	override accept(request: AcceptRequest): Promise<AcceptResult> {
		this.#meter.countCall();
		return super.accept(request);
	}

	override statusOf(leadId: string): Promise<DeliveryStatus[]> {
		this.#meter.countCall();
		return super.statusOf(leadId);
	}

	override alarm(): Promise<void> {
		this.#meter.countCall();
		return super.alarm();
	}

	/** What the storage was asked since the last call. */
	figures(): Figures {
		return this.#meter.take();
	}

	/** Runs SQL and gives its rows. Not metered. */
	query(sql: string): Record<string, unknown>[] {
		return this.#meter.quietly(() => this.ctx.storage.sql.exec(sql).toArray());
	}

	/** Runs a query so many times, for its time to be taken from outside: inside, the clock stands still. */
	repeat(sql: string, times: number): void {
		this.#meter.quietly(() => {
			for (let i = 0; i < times; i++) this.ctx.storage.sql.exec(sql).toArray();
		});
	}

	/** Bytes of the database. */
	size(): number {
		return this.ctx.storage.sql.databaseSize;
	}

	/** Drops the object from memory; the next call finds a new one. */
	forget(): void {
		this.ctx.abort('forgotten');
	}
}

const app = createApp(registry);

type BenchEnv = { OUTBOX: DurableObjectNamespace<Outbox> };

app.post('/bench/:site/:ask', async (c) => {
	const outbox = (c.env as unknown as BenchEnv).OUTBOX.getByName(c.req.param('site'));
	switch (c.req.param('ask')) {
		case 'figures':
			return c.json(await outbox.figures());
		case 'query':
			return c.json(await outbox.query(await c.req.text()));
		case 'size':
			return c.json(await outbox.size());
		case 'repeat':
			await outbox.repeat(await c.req.text(), Number(c.req.query('times')));
			return c.json({});
		default:
			await outbox.forget().catch(() => undefined);
			return c.json({});
	}
});

export default app;
