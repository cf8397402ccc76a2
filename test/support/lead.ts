import { randomUUID } from 'node:crypto';
import type { LeadInput } from '../../contract/lead.ts';

let count = 0;

/** A lead with words of its own (the same words twice are one lead) that every rule of the tests' Mexican site is content with, changed as wished. */
export function validLead(change: Record<string, unknown> = {}): LeadInput {
	return {
		id: randomUUID(),
		name: 'Ana Silva',
		email: 'ana@example.com',
		phone: '55 1234 5678',
		message: `Quisiera visitarlo el sábado. Soy la visita ${++count}.`,
		listing: { reference: 'EB-AB1234', title: 'Departamento en Roma Norte' },
		consent: [{ purpose: 'contact', given: true, wordingId: 'test-contact-1' }],
		language: 'es',
		...change,
	} as LeadInput;
}
