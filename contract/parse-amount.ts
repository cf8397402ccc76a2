/**
 * Reads a number as people write it: `320000`, `320.000`, `320,000`, `1 250,50`, `1'250.50`.
 *
 * Blanks and apostrophes group. A point or comma groups where it stands more than once, or where the other one
 * follows it, or where exactly three digits follow; otherwise it is the decimal sign. Three decimals can't be
 * written so, and no field asks for them. `<input type="number">` would read `320.000` as 320.
 * @returns the number, or NaN where the text is none
 */
export function parseAmount(text: string): number {
	const compact = text.replace(/[\s'’]/g, '');
	const plain = compact
		.replace(/[.,](?=.*[.,])/g, '')
		.replace(/([.,])(\d*)$/, (_, sign: string, digits: string) =>
			digits.length === 3 && !new RegExp(`^-?0*\\${sign}`).test(compact) ? digits : `.${digits}`,
		);
	return /^-?\d+([.,]\d+)*$/.test(compact) ? Number(plain) : Number.NaN;
}
