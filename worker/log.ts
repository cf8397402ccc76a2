/** What a log line may hold: names, ids, codes and numbers. Never a value a person typed, a secret or an address. */
export interface LogFields {
	site?: string;
	/** The lead's id. */
	id?: string;
	destination?: string;
	state?: string;
	code?: string;
	reason?: string;
	attempt?: number;
	ms?: number;
}

/** Writes one structured line, which Workers Logs indexes by field. */
export function log(event: string, fields: LogFields = {}, level: 'info' | 'warn' | 'error' = 'info'): void {
	console[level](JSON.stringify({ event, ...fields }));
}
