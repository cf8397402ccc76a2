/**
 * Verifies a consent receipt and prints what it says, with no service of Doorstep's:
 * `npm run receipt -- verify <file or JWS> --keys <file, address or Worker's origin>`.
 *
 * Exits with 1 where the receipt does not verify, with 2 where it is called wrongly.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compactVerify, createLocalJWKSet, errors } from 'jose';
import { RECEIPT_TYPE, type Receipt } from '../worker/receipt/receipt.ts';
import { fetchReceiptKeys } from './fetch-receipt-keys.ts';

const { values, positionals } = parseArgs({ options: { keys: { type: 'string' } }, allowPositionals: true });
const [command, given] = positionals;
if (command !== 'verify' || given === undefined || values.keys === undefined) {
	console.error('Write: npm run receipt -- verify <file or JWS> --keys <file, address or https://leads.example.com>');
	process.exit(2);
}

const sealed = (existsSync(given) ? readFileSync(given, 'utf8') : given).trim();
try {
	const keys = await fetchReceiptKeys(values.keys);
	const { payload, protectedHeader } = await compactVerify(sealed, createLocalJWKSet({ keys: [...keys] }), {
		algorithms: ['EdDSA'],
	});
	if (protectedHeader.typ !== RECEIPT_TYPE)
		throw new Error(`it is signed, but no receipt: its typ is not ${RECEIPT_TYPE}`);
	const receipt = JSON.parse(new TextDecoder().decode(payload)) as Receipt;
	console.log(`Valid. Signed with key ${protectedHeader.kid} at ${new Date(receipt.iat * 1000).toISOString()}.\n`);
	console.log(JSON.stringify(receipt, null, 2));
} catch (error) {
	console.error(`Not valid: ${toReason(error)}`);
	process.exit(1);
}

/** Why, in words. */
function toReason(error: unknown): string {
	if (error instanceof errors.JWSSignatureVerificationFailed) return 'the signature does not fit: it was changed';
	if (error instanceof errors.JWKSNoMatchingKey)
		return 'its key is not among the keys; get those of the time it was made';
	return error instanceof Error ? error.message : String(error);
}
