import type { Issue, ProblemCode } from '../../../contract/problem.ts';

/** Thrown by a console route to answer with a problem. */
export class Refusal extends Error {
	override name = 'Refusal';
	readonly code: ProblemCode;
	readonly issues: Issue[] | undefined;

	/** @param issues the refused parameters or fields, for `invalid_query` */
	constructor(code: ProblemCode, issues?: Issue[]) {
		super(code);
		this.code = code;
		this.issues = issues;
	}
}
