import { type Answer, checkField, checkGroups, isAnswered } from '../../contract/check-field.ts';
import type { Form, FormField } from '../../contract/form.ts';
import type { Issue, IssueCode } from '../../contract/problem.ts';
import type { PhoneModule } from '../phone/load-phone.ts';

/** What a check needs to know besides the form. */
export interface CheckContext {
	answerOf: (name: string) => Answer;
	/** Whether a consent's box is ticked, by the input's name: `consent.contact`. */
	isTicked: (name: string) => boolean;
	/** Phone metadata, once it is here. Without it numbers go unchecked; the Worker checks them. */
	phone: PhoneModule | undefined;
}

/** What is wrong with one field's answer, if anything. */
export function checkAnswer(
	field: FormField,
	country: string,
	{ answerOf, phone }: CheckContext,
): IssueCode | undefined {
	const answer = answerOf(field.name);
	const code = checkField(field, answer);
	if (code || !isAnswered(answer) || typeof answer !== 'string') return code;
	if (field.kind === 'number' || field.kind === 'money') return 'wrong_type';
	return field.kind === 'tel' && phone && !phone.readPhone(answer, country) ? 'impossible_phone' : undefined;
}

/**
 * Everything wrong with the answers to the fields shown, at most one issue per field, in the form's order.
 * @param fields the fields asked at this step
 */
export function checkAnswers(form: Form, fields: FormField[], context: CheckContext): Issue[] {
	const groups = checkGroups(form, context.answerOf);
	const issues = fields.flatMap(({ name }, at): Issue[] => {
		const code = checkAnswer(fields[at] as FormField, form.country, context);
		return code ? [{ field: name, code }] : groups.filter((issue) => issue.field === name);
	});
	for (const { purpose, required } of form.consent) {
		const field = `consent.${purpose}`;
		if (required && !context.isTicked(field)) issues.push({ field, code: 'consent_required' });
	}
	return issues;
}
