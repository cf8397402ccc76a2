/** Marked values that can be found wherever they leak to, however they are written there. */

/** What every canary begins with. */
const MARK = 'canary';

/** A secret for each that the demo has, under its name; the webhook's in the form it takes. */
export function toCanarySecrets(names: readonly string[]): Record<string, string> {
	return Object.fromEntries(
		names.map((name) => {
			const value = `${MARK}-${name.toLowerCase().replaceAll('_', '-')}-0123456789abcdef`;
			return [name, name.endsWith('WEBHOOK_SECRET') ? `whsec_${btoa(value)}` : value];
		}),
	);
}

/** A person none of whose data stands anywhere else. */
export const CANARY_PERSON = {
	name: 'Canaryname Canarysurname',
	email: 'canarymail@canaryhost.example',
	phone: '+1 303 555 0147',
	message: 'canarywords of a canarymessage',
	address: { street: '7 Canarystreet', city: 'Canarycity', postalCode: '98765-0147' },
	wishes: { place: 'Canaryplace', pets: 'one canarybird', visitDate: '2026-02-03' },
};

/** The words of the person that must not leak, each on its own. */
export const PERSONAL: readonly string[] = [
	'Canaryname',
	'Canarysurname',
	'canarymail',
	'canaryhost',
	'303 555 0147',
	'3035550147',
	'canarywords',
	'canarymessage',
	'Canarystreet',
	'Canarycity',
	'98765-0147',
	'Canaryplace',
	'canarybird',
];

/** Says which of the values stand in a text: as they are, in any case, percent-encoded, or inside base64 or hex. */
export function findCanaries(text: string, values: readonly string[]): string[] {
	const haystack = text.toLowerCase();
	return values.filter((value) => {
		const encoded = encodeURIComponent(value);
		// In base64 a value looks different by where it begins; the letters at both ends are its neighbours'.
		const base64 = [0, 1, 2].map((offset) =>
			btoa(`${'x'.repeat(offset)}${unescape(encoded)}`).slice(offset === 0 ? 0 : offset + 1, -4),
		);
		const plain = [value, encoded, encoded.replaceAll('%20', '+'), Buffer.from(value).toString('hex')];
		return plain.some((form) => haystack.includes(form.toLowerCase())) || base64.some((form) => text.includes(form));
	});
}
