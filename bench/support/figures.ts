/** What an object's storage was asked. */
export interface Figures {
	rowsRead: number;
	rowsWritten: number;
	/** Each setting is billed as one row written. */
	alarmsSet: number;
	/** By statement, its spaces made one. */
	statements: Record<string, StatementFigures>;
}

/** What one statement was asked for, all its calls together. */
export interface StatementFigures {
	calls: number;
	rowsRead: number;
	rowsWritten: number;
}
