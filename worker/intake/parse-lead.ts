import * as z from 'zod/mini';
import { type Answer, checkField, checkGroups, isAnswered, isAsked } from '../../contract/check-field.ts';
import type { Form } from '../../contract/form.ts';
import {
	type Answers,
	type AnswersInput,
	answersInput,
	type Lead,
	leadInput,
	type Proof,
} from '../../contract/lead.ts';
import { readPath } from '../../contract/path.ts';
import type { Issue } from '../../contract/problem.ts';
import { cleanValues } from './clean-text.ts';
import { normalizePhone } from './normalize-phone.ts';
import { toIssues } from './to-issues.ts';

/** What a caller sent, in shape; or what is wrong with it. */
export type Parsed<T> = ({ ok: true } & T) | { ok: false; issues: Issue[] };

/** Pairs of which the first may not exceed the second. */
const RANGES = ['price', 'bedrooms', 'rooms', 'bathrooms', 'area'].map(
	(name) => [`wishes.${name}Min`, `wishes.${name}Max`] as const,
);

/**
 * Turns what a caller sent into a lead: its shape by the strict schema, its words cleaned, its answers checked by
 * the rules the form itself uses, its phone numbers brought to E.164.
 * @param now epoch milliseconds
 */
export function parseLead(
	input: unknown,
	form: Form,
	now: number,
): Parsed<{ lead: Lead; unfinished: boolean; proof: Proof }> {
	const shaped = z.safeParse(leadInput, input);
	if (!shaped.success) return { ok: false, issues: toIssues(shaped.error, input) };
	const { unfinished = false, proof = {}, ...said } = shaped.data;
	const lead: Lead = { ...cleanValues(said), receivedAt: now };
	const issues = [
		...checkAnswers(lead, form, true),
		...checkConsents(lead, form),
		...checkPhones(lead, form),
		...checkRanges(lead),
	];
	return issues.length > 0 ? { ok: false, issues } : { ok: true, lead, unfinished, proof };
}

/** Turns further answers into what is added to a lead, by the same rules, but that nothing is required of them. */
export function parseAnswers(input: unknown, form: Form): Parsed<{ answers: Answers; finished: boolean }> {
	const shaped = z.safeParse(answersInput, input);
	if (!shaped.success) return { ok: false, issues: toIssues(shaped.error, input) };
	const { finished = false, ...said }: AnswersInput = shaped.data;
	const answers: Answers = cleanValues(said);
	const issues = [...checkAnswers(answers, form, false), ...checkPhones(answers, form), ...checkRanges(answers)];
	return issues.length > 0 ? { ok: false, issues } : { ok: true, answers, finished };
}

function checkAnswers(lead: Answers, form: Form, whole: boolean): Issue[] {
	const answerOf = (name: string): Answer => toAnswer(lead, name);
	const issues: Issue[] = [];
	for (const step of form.steps) {
		for (const field of step.fields) {
			if (!isAsked(field, answerOf)) continue;
			const code = checkField(field, answerOf(field.name));
			// What stands in for a field is only there or not: its own rules are those of where it was typed.
			if (code !== 'required' && !isAnswered(readPath(lead, field.name) as Answer)) continue;
			// Questions after the first step may stay open: a visitor who left after the contact step is a lead too.
			const mayBeMissing = !whole || step !== form.steps[0];
			if (code && !(code === 'required' && mayBeMissing)) issues.push({ field: field.name, code });
		}
	}
	return whole ? [...issues, ...checkGroups(form, answerOf)] : issues;
}

function checkConsents(lead: Answers, form: Form): Issue[] {
	return form.consent
		.filter(({ required }) => required)
		.filter(({ purpose }) => !lead.consent?.some((consent) => consent.purpose === purpose && consent.given))
		.map(({ purpose }) => ({ field: `consent.${purpose}`, code: 'consent_required' }));
}

/** Checks the phone numbers, and writes their E.164 form beside them. */
function checkPhones(lead: Answers, form: Form): Issue[] {
	const issues: Issue[] = [];
	for (const field of ['phone', 'phone2'] as const) {
		const typed = lead[field];
		if (typed === undefined) continue;
		const e164 = normalizePhone(typed, lead.phoneCountry ?? form.country);
		if (e164 === undefined) issues.push({ field, code: 'impossible_phone' });
		else lead[`${field}E164`] = e164;
	}
	return issues;
}

function checkRanges(lead: Answers): Issue[] {
	return RANGES.filter(([min, max]) => {
		const [from, to] = [readPath(lead, min), readPath(lead, max)];
		return typeof from === 'number' && typeof to === 'number' && from > to;
	}).map(([field]) => ({ field, code: 'range_reversed' }));
}

/** The answer to a field; a name in one box answers for its parts, and the parts for the whole. */
function toAnswer(lead: Answers, name: string): Answer {
	const answer = readPath(lead, name) as Answer;
	if (isAnswered(answer)) return answer;
	if (name === 'name') return [lead.firstName, lead.lastName].filter(Boolean).join(' ');
	if (name === 'firstName' || name === 'lastName') return lead.name;
	return answer;
}
