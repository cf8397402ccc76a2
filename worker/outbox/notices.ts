import { log } from '../log.ts';
import { type Environment, readSecret } from '../site/secret.ts';
import { allowsLocalVendors, checkVendorAddress } from '../site/vendor-address.ts';
import { toRetryDelay } from './retry-policy.ts';
import { sendRequest } from './send-request.ts';

/** How long one alert may take to send, in milliseconds. */
const SEND_TIMEOUT_MS = 10_000;

/** Tries before an alert is only in the log: the trouble it told of is over, or everybody knows. */
const TRIES_MAX = 8;

/**
 * Alerts on their way to a person: to a webhook that takes `{text}` (Slack, Mattermost, Google Chat) named by the
 * secret ALERT_WEBHOOK_URL, and by e-mail where EMAIL is bound and ALERT_EMAIL_FROM and ALERT_EMAIL_TO are set.
 * Each is stored before it is sent, and logged in any case.
 */
export class Notices {
	readonly #sql: SqlStorage;
	readonly #env: Environment;
	#sending = false;

	constructor(sql: SqlStorage, env: Environment) {
		this.#sql = sql;
		this.#env = env;
	}

	/** Stores an alert for every way there is. */
	add(text: string, now: number): void {
		log('alert', { reason: text }, 'warn');
		for (const way of this.#ways()) {
			this.#sql.exec('insert into notices (way, text, due_at) values (?, ?, ?)', way, text, now);
		}
	}

	/** When the next alert is due, epoch milliseconds. */
	nextAt(): number | undefined {
		return this.#sql.exec<{ at: number | null }>('select min(due_at) as at from notices').one().at ?? undefined;
	}

	/** Sends what is due. */
	async send(now: number): Promise<void> {
		if (this.#sending) return;
		this.#sending = true;
		try {
			const due = this.#sql
				.exec<{ number: number; way: string; text: string; tries: number }>(
					'select number, way, text, tries from notices where due_at <= ? order by number limit 10',
					now,
				)
				.toArray();
			for (const { number, way, text, tries } of due) {
				const sent = await this.#sendOne(way, text);
				if (sent || tries + 1 >= TRIES_MAX) this.#sql.exec('delete from notices where number = ?', number);
				else this.#postpone(number, Date.now() + toRetryDelay(tries + 1, 1));
			}
		} finally {
			this.#sending = false;
		}
	}

	#postpone(number: number, dueAt: number): void {
		this.#sql.exec('update notices set tries = tries + 1, due_at = ? where number = ?', dueAt, number);
	}

	#ways(): string[] {
		return [
			...(readSecret({ kind: 'secret', name: 'ALERT_WEBHOOK_URL' }, this.#env) ? ['webhook'] : []),
			...(this.#env.EMAIL && this.#env.ALERT_EMAIL_FROM && this.#env.ALERT_EMAIL_TO ? ['email'] : []),
		];
	}

	async #sendOne(way: string, text: string): Promise<boolean> {
		const url =
			way === 'email'
				? `mailto:${this.#env.ALERT_EMAIL_TO}`
				: readSecret({ kind: 'secret', name: 'ALERT_WEBHOOK_URL' }, this.#env);
		// The way is gone from the settings: the log has it.
		if (!url) return true;
		const remedy = way === 'webhook' ? checkVendorAddress(url, allowsLocalVendors(this.#env)) : undefined;
		if (remedy !== undefined) {
			log('alert_unsent', { reason: `ALERT_WEBHOOK_URL: ${remedy}` }, 'error');
			return false;
		}
		const request =
			way === 'email'
				? {
						method: 'POST' as const,
						url,
						headers: { from: String(this.#env.ALERT_EMAIL_FROM), subject: text.slice(0, 120) },
						body: text,
					}
				: {
						method: 'POST' as const,
						url,
						headers: { 'content-type': 'application/json' },
						body: JSON.stringify({ text }),
					};
		const answer = await sendRequest(request, SEND_TIMEOUT_MS, this.#env);
		return 'status' in answer && answer.status >= 200 && answer.status < 300;
	}
}
