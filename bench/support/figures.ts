/** What an object's storage was asked. */
export interface Figures {
	rowsRead: number;
	rowsWritten: number;
	/** Each setting is billed as one row written. */
	alarmsSet: number;
	/** Times the object itself was called, by a request or by its alarm: each is billed as a request. */
	calls: number;
	/** By statement, its spaces made one. */
	statements: Record<string, StatementFigures>;
}

/** What one statement was asked for, all its calls together. */
export interface StatementFigures {
	calls: number;
	rowsRead: number;
	rowsWritten: number;
}
