/** The Worker as it is, and beside it the two floors it is compared with: a bare answer, and a bare insert. */
import { createApp } from '../../worker/app.ts';
import { createOutbox } from '../../worker/outbox/outbox.ts';
import { createRegistry } from '../../worker/site/registry.ts';
import type { Environment } from '../../worker/site/secret.ts';
import { sites } from './sites.ts';

const registry = createRegistry(sites);

/** The outbox, with the least an object can do to keep a row. */
export class Outbox extends createOutbox(registry) {
	constructor(ctx: DurableObjectState, env: Environment) {
		super(ctx, env);
		ctx.storage.sql.exec('create table if not exists bare (id text primary key, body text not null)');
	}

	async bare(body: string): Promise<void> {
		this.ctx.storage.sql.exec('insert into bare (id, body) values (?, ?)', crypto.randomUUID(), body);
	}
}

const app = createApp(registry);
app.get('/bench/hello', (c) => c.text('hello'));
app.post('/bench/bare', async (c) => {
	const outbox = c.env.OUTBOX.getByName('bare') as unknown as { bare(body: string): Promise<void> };
	await outbox.bare(await c.req.text());
	return c.json({ ok: true }, 202);
});

export default app;
