import type * as z from 'zod/mini';
import { readPath } from '../../contract/path.ts';
import type { Issue, IssueCode } from '../../contract/problem.ts';

/** Most issues told at once: more than a lead has fields. A caller who is told of each of 5,000 keys gets more than was sent. */
const ISSUES_MAX = 100;

/**
 * Words the schema's refusals as our own issues: where, and why, never what was sent.
 * @param input what was sent, to tell a missing value from one of the wrong type
 */
export function toIssues(error: z.core.$ZodError, input: unknown): Issue[] {
	const issues = error.issues.slice(0, ISSUES_MAX).flatMap((issue): Issue[] => {
		const field = issue.path.map(String).join('.');
		if (issue.code === 'unrecognized_keys') {
			return issue.keys
				.slice(0, ISSUES_MAX)
				.map((key) => ({ field: field ? `${field}.${key}` : key, code: 'unknown_field' }));
		}
		return [{ field, code: toCode(issue, field ? readPath(input as object, field) : input) }];
	});
	return issues.slice(0, ISSUES_MAX);
}

function toCode(issue: z.core.$ZodIssue, value: unknown): IssueCode {
	switch (issue.code) {
		case 'invalid_type':
			return value === undefined ? 'required' : 'wrong_type';
		case 'too_big':
			return issue.origin === 'string' || issue.origin === 'array' ? 'too_long' : 'too_large';
		case 'too_small':
			return 'too_small';
		case 'invalid_value':
			return 'not_an_option';
		default:
			return 'wrong_type';
	}
}
