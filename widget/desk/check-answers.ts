import { type Answer, checkField, checkGroups, isAnswered } from '../../contract/check-field.ts';
import type { Form, FormField } from '../../contract/form.ts';
import type { Issue, IssueCode } from '../../contract/problem.ts';
import type { PhoneReader } from '../phone/load-phone.ts';

/** What a check needs to know besides the form. */
export interface CheckContext {
	answerOf: (name: string) => Answer;
	/** Whether a consent's box is ticked, by the input's name: `consent.contact`. */
	isTicked: (name: string) => boolean;
	/** Reads phone numbers, once its part is here. Without it they go unchecked; the Worker checks them. */
	phone: PhoneReader | undefined;
}

/** Pairs of which the first may not exceed the second, by the end of the names. */
const RANGE = /Min$/;

/** What is wrong with one field's answer, if anything. */
function checkAnswer(field: FormField, { answerOf, phone }: CheckContext): IssueCode | undefined {
	const answer = answerOf(field.name);
	const code = checkField(field, answer);
	if (code || !isAnswered(answer)) return code;
	if (typeof answer === 'number') {
		const upTo = RANGE.test(field.name) && answerOf(field.name.replace(RANGE, 'Max'));
		return typeof upTo === 'number' && answer > upTo ? 'range_reversed' : undefined;
	}
	if (field.kind === 'number' || field.kind === 'money') return 'wrong_type';
	return field.kind === 'tel' && phone?.(answer as string) === false ? 'impossible_phone' : undefined;
}

/**
 * Everything wrong with the answers to the fields shown, at most one issue per field, in the form's order.
 * @param fields the fields asked at this step
 */
export function checkAnswers(form: Form, fields: FormField[], context: CheckContext): Issue[] {
	const groups = checkGroups(form, context.answerOf);
	const issues = fields.flatMap((field): Issue[] => {
		const code = checkAnswer(field, context);
		return code ? [{ field: field.name, code }] : groups.filter((issue) => issue.field === field.name);
	});
	for (const { purpose, required } of form.consent) {
		const field = `consent.${purpose}`;
		if (required && !context.isTicked(field)) issues.push({ field, code: 'consent_required' });
	}
	return issues;
}
