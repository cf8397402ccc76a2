import type { ConsoleErasure } from '../../../contract/console.ts';
import type { Lead } from '../../../contract/lead.ts';
import { normalizeEmail, type PersonHashes } from '../person-hash.ts';
import type { DeliveryState } from '../protocol.ts';
import type { Person } from './protocol.ts';

/** Rows looked at in one call, about 20 ms of work: the object serves visitors in between. */
const CHUNK = 1000;

type Row = {
	number: number;
	destination: string;
	state: DeliveryState;
	reference: string | null;
	lead: string | null;
	email_hash: string | null;
	phone_hash: string | null;
};

/** What stands in the reason of a delivery that an erasure ended. */
const REASON = 'erased on request';

/**
 * Whether a row is about a person: by the lead itself while it is there, by the keyed hashes when it is gone. Pure.
 * @param hashes of the person's e-mail and phone
 */
export function isAbout(
	row: Pick<Row, 'lead' | 'email_hash' | 'phone_hash'>,
	{ email, phone }: Person,
	hashes: PersonHashes,
): boolean {
	const { emailHash, phoneHash } = hashes;
	if (emailHash !== null && row.email_hash === emailHash) return true;
	if (phoneHash !== null && row.phone_hash?.split(' ').includes(phoneHash)) return true;
	if (row.lead === null) return false;
	const lead = JSON.parse(row.lead) as Lead;
	if (email !== undefined && lead.email !== undefined && normalizeEmail(lead.email) === normalizeEmail(email)) {
		return true;
	}
	return phone !== undefined && (lead.phoneE164 === phone || lead.phone2E164 === phone);
}

/**
 * Erases a person from a stretch of the outbox: what waits is discarded, what was delivered keeps its trace. Without an
 * index, on purpose: each would cost every lead a write, for a call that is rare.
 * @param after the last number looked at before, 0 at first
 * @returns what was done, and the last number looked at unless that was the end
 */
export function eraseStretch(
	sql: SqlStorage,
	person: Person,
	hashes: PersonHashes,
	after: number,
	now: number,
	isUnderWay: (number: number) => boolean,
): Omit<ConsoleErasure, 'site'> & { last?: number | undefined } {
	const rows = sql
		.exec<Row>(
			`select number, destination, state, reference, lead, email_hash, phone_hash from deliveries
			where number > ? order by number limit ?`,
			after,
			CHUNK,
		)
		.toArray();
	const found = rows.filter((row) => isAbout(row, person, hashes));
	for (const { number } of found) {
		sql.exec(
			`update deliveries set settled_at = iif(state = 'delivered', settled_at, ?), reason = ?,
				state = iif(state = 'delivered', state, 'discarded'), lead = null, body_hash = '', marks = null, email_hash = null, phone_hash = null, started_at = null,
				job = null where number = ?`,
			now,
			REASON,
			number,
		);
	}
	return {
		numbers: found.map(({ number }) => number),
		delivered: found
			.filter(({ state }) => state === 'delivered')
			.map(({ number, destination, reference }) => ({ number, destination, reference })),
		underWay: found.map(({ number }) => number).filter(isUnderWay),
		last: rows.length === CHUNK ? rows.at(-1)?.number : undefined,
	};
}
