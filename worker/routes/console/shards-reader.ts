import type { DeskPage } from '../../outbox/desk/protocol.ts';
import { takeNewest } from './take-newest.ts';

/** Where one outbox's list stands: what was read of it and not handed out, and how to go on. */
interface Strand<Row> extends DeskPage<Row> {
	name: string;
	/** Whether there may be more than `rows`. */
	open: boolean;
	/** What the last read left for the next one. */
	memo?: number;
}

/**
 * Reads the lists of several outboxes as one, newest first, a chunk at a time: a chunk of each is held at most, however
 * long they are.
 */
export class ShardsReader<Row> {
	readonly #timeOf: (row: Row) => number;
	readonly #read: ReadChunk<Row>;
	readonly #strands: Strand<Row>[];

	/**
	 * @param names the outboxes' names
	 * @param read reads on in one of them; its `memo` is handed to the outbox's next read
	 */
	constructor(names: readonly string[], timeOf: (row: Row) => number, read: ReadChunk<Row>) {
		this.#timeOf = timeOf;
		this.#read = read;
		this.#strands = names.map((name) => ({ name, rows: [], open: true }));
	}

	/** Whether everything was handed out. */
	get hasEnded(): boolean {
		return this.#strands.every(({ rows, open }) => rows.length === 0 && !open);
	}

	/** The next rows: as far as is known that nothing newer comes. None at all is not the end. */
	async read(): Promise<Row[]> {
		await Promise.all(
			this.#strands.filter(({ rows, open }) => open && rows.length === 0).map((one) => this.#fill(one)),
		);
		const pages = this.#strands.map(({ rows, open, next }) => ({ rows, next: open ? next : undefined }));
		const { rows, counts } = takeNewest(pages, this.#timeOf, Number.POSITIVE_INFINITY);
		for (const [i, strand] of this.#strands.entries()) strand.rows = strand.rows.slice(counts[i]);
		return rows;
	}

	async #fill(strand: Strand<Row>): Promise<void> {
		const { rows, next, memo } = await this.#read({ name: strand.name, below: strand.next }, strand.memo);
		Object.assign(strand, { rows, next, memo, open: next !== undefined });
	}
}

type ReadChunk<Row> = (
	from: { name: string; below: number | undefined },
	memo: number | undefined,
) => Promise<DeskPage<Row> & { memo: number }>;
