/** What every contestant needs besides its library: the five questions, a check for each, and the POST. */
export const FIELDS = [
	{ name: 'name', label: 'Name', type: 'text', autocomplete: 'name' },
	{ name: 'email', label: 'Email', type: 'email', autocomplete: 'email' },
	{ name: 'phone', label: 'Phone', type: 'tel', autocomplete: 'tel' },
	{ name: 'message', label: 'Message', type: 'textarea', autocomplete: 'off' },
	{ name: 'consent', label: 'I agree to be contacted', type: 'checkbox', autocomplete: 'off' },
];

export const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
export const PHONE = /^\+?[0-9 ().-]{7,20}$/;

/** Words for what is wrong with each answer; empty where nothing is. */
export const check = (lead) => ({
	name: lead.name?.trim() ? '' : 'Enter your name',
	email: EMAIL.test(lead.email ?? '') ? '' : 'Enter a valid email',
	phone: PHONE.test(lead.phone ?? '') ? '' : 'Enter a valid phone number',
	message: lead.message?.trim() ? '' : 'Enter a message',
	consent: lead.consent ? '' : 'Tick to agree',
});

export const send = (lead) =>
	fetch('/lead', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(lead) });
