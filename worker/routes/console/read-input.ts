import * as z from 'zod/mini';
import { BODY_MAX_BYTES } from '../../../contract/limits.ts';
import { readPath } from '../../../contract/path.ts';
import type { Issue, IssueCode } from '../../../contract/problem.ts';
import { readBody } from '../../guard/body.ts';
import type { ConsoleContext } from './context.ts';
import { readCursor } from './cursor.ts';
import { Refusal } from './refusal.ts';

/** Most rows of one page. */
const PAGE_MAX = 200;

/** Rows of a page where the caller doesn't say. */
const PAGE_DEFAULT = 50;

/** A time: ISO 8601, or epoch milliseconds. Becomes epoch milliseconds. */
export const time = z.pipe(
	z.union([z.string(), z.number()]),
	z.transform((value, context) => {
		const ms = toTime(value);
		if (Number.isNaN(ms)) context.issues.push({ code: 'custom', input: value, message: 'not a time' });
		return ms;
	}),
);

/** A cursor as the last page gave it. Becomes the numbers to go on below, one for each outbox. */
export const cursor = z.pipe(
	z.string(),
	z.transform((value, context) => {
		const places = readCursor(value);
		if (places === undefined) context.issues.push({ code: 'custom', input: value, message: 'not a cursor' });
		return places as number[];
	}),
);

/** How many rows a page shall have. */
export const limit = z._default(
	z.pipe(z.string(), z.transform(Number)).check(z.int(), z.minimum(1), z.maximum(PAGE_MAX)),
	PAGE_DEFAULT,
);

/**
 * Reads a request's parameters by a schema.
 * @throws {Refusal} `invalid_query`, with what is wrong
 */
export function readQuery<T extends z.ZodMiniType>(c: ConsoleContext, schema: T): z.output<T> {
	return read(c.req.query(), schema);
}

/**
 * Reads a request's JSON body by a schema; no body is an empty one. Whatever its content type: a caller with the
 * token is no page that has to be kept off by CORS.
 * @throws {Refusal} `too_large`, `invalid_json` or `invalid_query`, with what is wrong
 */
export async function readInput<T extends z.ZodMiniType>(c: ConsoleContext, schema: T): Promise<z.output<T>> {
	const body = await readBody(c.req.raw, BODY_MAX_BYTES);
	if (body === undefined) throw new Refusal('too_large');
	let input: unknown;
	try {
		input = body === '' ? {} : JSON.parse(body);
	} catch {
		throw new Refusal('invalid_json');
	}
	return read(input, schema);
}

function read<T extends z.ZodMiniType>(input: unknown, schema: T): z.output<T> {
	const parsed = z.safeParse(schema, input);
	if (!parsed.success)
		throw new Refusal(
			'invalid_query',
			parsed.error.issues.flatMap((issue) => toIssues(issue, input)),
		);
	return parsed.data;
}

/** What is wrong, as field and code: never the value, which may be a person's address. */
function toIssues(issue: z.core.$ZodIssue, input: unknown): Issue[] {
	if (issue.code === 'unrecognized_keys') return issue.keys.map((field) => ({ field, code: 'unknown_field' }));
	const field = issue.path.map(String).join('.');
	const missing = field !== '' && readPath(input as object, field) === undefined;
	return [{ field, code: missing ? 'required' : toCode(issue) }];
}

function toCode(issue: z.core.$ZodIssue): IssueCode {
	if (issue.code === 'invalid_value') return 'not_an_option';
	if (issue.code === 'too_big') return 'too_large';
	return issue.code === 'too_small' ? 'too_small' : 'wrong_type';
}

function toTime(value: string | number): number {
	if (typeof value === 'number' || /^\d{10,15}$/.test(value)) return Number(value);
	return /^\d{4}-\d{2}-\d{2}/.test(value) ? Date.parse(value) : Number.NaN;
}
