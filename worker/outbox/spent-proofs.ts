/** Proofs of work that came with a lead, remembered until they would expire anyway, so that none counts twice. */
export class SpentProofs {
	readonly #sql: SqlStorage;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
	}

	/**
	 * Spends a proof, and forgets those that have expired.
	 * @param expiresAt epoch seconds
	 * @returns whether it had not been spent before
	 */
	spend({ id, expiresAt }: { id: string; expiresAt: number }, now: number): boolean {
		this.#sql.exec('delete from spent_proofs where expires_at < ?', Math.floor(now / 1000));
		const known = this.#sql.exec('select 1 from spent_proofs where expires_at = ? and id = ?', expiresAt, id).toArray();
		if (known.length > 0) return false;
		this.#sql.exec('insert into spent_proofs (expires_at, id) values (?, ?)', expiresAt, id);
		return true;
	}
}
