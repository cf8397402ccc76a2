import type { ConsoleRefusals } from '../../../contract/console.ts';

/** What the console's sign-in asks of the doorkeeper. Clients are named by a keyed hash, never by an address. */
export interface DoorkeeperStub {
	/** Counts a wrong token. Resolves with how long the client has to wait from now on, in milliseconds. */
	refuse(client: string): Promise<number>;
	/** How long a client has to wait, in milliseconds; 0 when it need not. Writes nothing. */
	waitOf(client: string): Promise<number>;
	/** The days of the last 90 that had a wrong token, newest first. */
	refusals(): Promise<ConsoleRefusals[]>;
}
