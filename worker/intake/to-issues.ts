import type * as z from 'zod/mini';
import { readPath } from '../../contract/path.ts';
import type { Issue, IssueCode } from '../../contract/problem.ts';

/**
 * Words the schema's refusals as our own issues: where, and why, never what was sent.
 * @param input what was sent, to tell a missing value from one of the wrong type
 */
export function toIssues(error: z.core.$ZodError, input: unknown): Issue[] {
	return error.issues.flatMap((issue): Issue[] => {
		const field = issue.path.map(String).join('.');
		if (issue.code === 'unrecognized_keys') {
			return issue.keys.map((key) => ({ field: field ? `${field}.${key}` : key, code: 'unknown_field' }));
		}
		return [{ field, code: toCode(issue, field ? readPath(input as object, field) : input) }];
	});
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
