import * as z from 'zod/mini';
import { type Answer, checkField, checkGroups, isAnswered, isAsked } from '../../contract/check-field.ts';
import type { Form } from '../../contract/form.ts';
import { type Lead, leadInput } from '../../contract/lead.ts';
import { readPath } from '../../contract/path.ts';
import type { Issue, IssueCode } from '../../contract/problem.ts';
import { cleanValues } from './clean-text.ts';
import { normalizePhone } from './normalize-phone.ts';

/** A lead, or what is wrong with it. */
export type ParsedLead = { ok: true; lead: Lead } | { ok: false; issues: Issue[] };

/** Pairs of which the first may not exceed the second. */
const RANGES = ['price', 'bedrooms', 'rooms', 'bathrooms', 'area'].map(
	(name) => [`wishes.${name}Min`, `wishes.${name}Max`] as const,
);

/**
 * Turns what a caller sent into a lead: its shape by the strict schema, its words cleaned, its answers checked by
 * the rules the form itself uses, its phone numbers brought to E.164.
 * @param now epoch milliseconds
 */
export function parseLead(input: unknown, form: Form, now: number): ParsedLead {
	const shaped = z.safeParse(leadInput, input);
	if (!shaped.success) return { ok: false, issues: shaped.error.issues.flatMap((issue) => toIssues(issue, input)) };
	const lead: Lead = { ...cleanValues(shaped.data), receivedAt: now };
	const issues: Issue[] = [];
	const answerOf = (name: string): Answer => toAnswer(lead, name);

	for (const step of form.steps) {
		for (const field of step.fields) {
			if (!isAsked(field, answerOf)) continue;
			const code = checkField(field, answerOf(field.name));
			// Questions after the first step may stay open: a visitor who left after the contact step is a lead too.
			if (code && !(code === 'required' && step !== form.steps[0])) issues.push({ field: field.name, code });
		}
	}
	issues.push(...checkGroups(form, answerOf));
	for (const { purpose, required } of form.consent) {
		const given = lead.consent?.some((consent) => consent.purpose === purpose && consent.given);
		if (required && !given) issues.push({ field: `consent.${purpose}`, code: 'consent_required' });
	}
	for (const field of ['phone', 'phone2'] as const) {
		const typed = lead[field];
		if (typed === undefined) continue;
		const e164 = normalizePhone(typed, lead.phoneCountry ?? form.country);
		if (e164 === undefined) issues.push({ field, code: 'impossible_phone' });
		else lead[`${field}E164`] = e164;
	}
	for (const [min, max] of RANGES) {
		const [from, to] = [readPath(lead, min), readPath(lead, max)];
		if (typeof from === 'number' && typeof to === 'number' && from > to)
			issues.push({ field: min, code: 'range_reversed' });
	}
	return issues.length > 0 ? { ok: false, issues } : { ok: true, lead };
}

/** The answer to a field; a name in one box answers for its parts, and the parts for the whole. */
function toAnswer(lead: Lead, name: string): Answer {
	const answer = readPath(lead, name) as Answer;
	if (isAnswered(answer)) return answer;
	if (name === 'name') return [lead.firstName, lead.lastName].filter(Boolean).join(' ');
	if (name === 'firstName' || name === 'lastName') return lead.name;
	return answer;
}

function toIssues(issue: z.core.$ZodIssue, input: unknown): Issue[] {
	const field = issue.path.map(String).join('.');
	if (issue.code === 'unrecognized_keys') {
		return issue.keys.map((key) => ({ field: field ? `${field}.${key}` : key, code: 'unknown_field' }));
	}
	return [{ field, code: toCode(issue, field ? readPath(input as object, field) : input) }];
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
