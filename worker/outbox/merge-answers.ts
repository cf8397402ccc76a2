import type { Answers, Lead } from '../../contract/lead.ts';

/** A lead with further answers in it: groups are merged key by key, and what was answered last counts. */
export function mergeAnswers(lead: Lead, answers: Answers): Lead {
	const merged: Record<string, unknown> = { ...lead };
	for (const [key, value] of Object.entries(answers)) {
		const before = merged[key];
		const isGroup = (group: unknown) => typeof group === 'object' && group !== null && !Array.isArray(group);
		merged[key] = isGroup(before) && isGroup(value) ? { ...(before as object), ...(value as object) } : value;
	}
	return merged as Lead;
}

/** Whether a stored lead holds these answers already. Their receipt bears the time, so it differs in every repeat. */
export function holdsAnswers(lead: string | null, { receipt: _, ...answers }: Answers): boolean {
	return lead !== null && JSON.stringify(mergeAnswers(JSON.parse(lead) as Lead, answers)) === lead;
}
