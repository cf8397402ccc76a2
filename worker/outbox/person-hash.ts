import type { Lead } from '../../contract/lead.ts';
import { toHex } from '../hex.ts';
import { type Environment, readSecret } from '../site/secret.ts';

/** The secret that keys the hashes of e-mails and phones: they are guessable, so a plain hash would not hide them. */
const ERASURE_KEY = { kind: 'secret', name: 'ERASURE_KEY' } as const;

/** What finds a person's rows again once the lead itself is erased. Null where there is no key or nothing to hash. */
export interface PersonHashes {
	emailHash: string | null;
	/** Of both numbers, a space between, where a lead has two. */
	phoneHash: string | null;
}

/** An e-mail address as it is compared: letter case and Unicode's spellings aside. */
export function normalizeEmail(email: string): string {
	return email.trim().normalize('NFC').toLowerCase();
}

/** The keyed hashes (HMAC-SHA-256) of a lead's or a person's e-mail and E.164 numbers. */
export async function hashPerson(
	{ email, phoneE164, phone2E164 }: Pick<Lead, 'email' | 'phoneE164' | 'phone2E164'>,
	env: Environment,
): Promise<PersonHashes> {
	const secret = readSecret(ERASURE_KEY, env);
	if (secret === undefined) return { emailHash: null, phoneHash: null };
	const key = await importKey(secret);
	const phones = [phoneE164, phone2E164].filter((phone) => phone !== undefined);
	const [emailHash, ...hashes] = await Promise.all([
		email === undefined ? null : sign(key, `email:${normalizeEmail(email)}`),
		...phones.map((phone) => sign(key, `phone:${phone}`)),
	]);
	return { emailHash, phoneHash: hashes.length === 0 ? null : hashes.join(' ') };
}

let imported: { secret: string; key: Promise<CryptoKey> } | undefined;

/** Imports the key once per process, not once per lead. */
function importKey(secret: string): Promise<CryptoKey> {
	if (imported?.secret !== secret) {
		const bytes = new TextEncoder().encode(secret);
		const key = crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
		imported = { secret, key };
	}
	return imported.key;
}

async function sign(key: CryptoKey, text: string): Promise<string> {
	const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text));
	return toHex(signature);
}
