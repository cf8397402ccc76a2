import type * as z from 'zod';
import type { LoftyContact } from './lofty-contacts.ts';
import type { SandboxAnswer } from './sandbox.ts';

/** How Lofty answers: ids as bare 64-bit numbers, refusals as `{code, message}`. */

/** A contact as LeadResponse. */
export function toResponse({ leadId, createdAt, fields, tags }: LoftyContact): Record<string, unknown> {
	const { inquiry, property, content, isPin, tagsAdd, leadAlert, welcomeEmail, leadRouting, ...person } = fields;
	return {
		leadId,
		createTime: new Date(createdAt).toISOString(),
		...person,
		leadInquiry: inquiry ?? null,
		leadPropertyList: property ? [property] : [],
		tags: tags.map((tagName) => ({ tagName })),
	};
}

/** Writes an answer with its ids as bare numbers of 64 bits, which JSON.stringify can't. */
export function answer(body: unknown): SandboxAnswer {
	return { status: 200, text: JSON.stringify(body).replace(/"leadId":"(\d+)"/g, '"leadId":$1') };
}

/** Reads a 64-bit number from the text, where JSON.parse would round it. */
export function readLong(text: string, name: string): string | undefined {
	return new RegExp(`"${name}"\\s*:\\s*(\\d+)`).exec(text)?.[1];
}

/** Observed in production: the code is inside the text. */
export function leadNotExist(): SandboxAnswer {
	return { status: 404, body: { message: 'BaseApplicationException:errorCode=20006,errorMsg=Lead not exist' } };
}

/** The documented code of a refused body. */
export function toCode(issues: readonly z.core.$ZodIssue[]): string {
	const codes = issues.map((issue) => issue.code);
	if (codes.every((code) => code === 'too_big')) return 'PARAMETER_TOO_LONG';
	return issues.every((issue) => issue.code === 'invalid_type' && issue.message.endsWith('undefined'))
		? 'MISSING_PARAMETER'
		: 'INVALID_PARAMETER';
}

/** A refusal as documented. */
export function refuse(status: number, code: string | number, message: string): SandboxAnswer {
	return { status, body: { code, message } };
}
