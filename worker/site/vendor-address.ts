import { type Environment, readVariable, type VariableRef } from './secret.ts';

/** What an address must be, in words for whoever sets it. */
const REMEDY = 'write an address that starts with https:// and names a public host, not an IP';

/** Names that never lead out of a network (RFC 6761, RFC 6762, RFC 8375; `internal`: ICANN, 2024). */
const PRIVATE_NAMES = /(^|\.)(localhost|local|internal|home\.arpa|test|invalid)$/;

/** This very machine, as the URL Standard writes it however it was spelled (`127.1`, `2130706433`, `[0::1]`). */
const THIS_MACHINE = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Whether leads may be sent to an address; a lead is personal data, and the address decides who gets it. HTTPS only,
 * to a host with a public name: bare IPs (and with them private, loopback and link-local ones), names of one word or
 * of a private network, and addresses that hold a password are refused. What a public name resolves to is the
 * runtime's affair: Cloudflare's network reaches no private one.
 * @param allowLocal whether this machine may be written to as well, over plain HTTP: the demo's sandboxes
 * @returns what to write instead, without the address, which may hold a secret; nothing when it is good
 */
export function checkVendorAddress(address: string, allowLocal = false): string | undefined {
	const url = URL.parse(address);
	if (!url || url.username || url.password || address.includes('#')) return REMEDY;
	// A name's last dot says that it is whole; it is the same name.
	const host = url.hostname.replace(/\.$/, '');
	if (allowLocal && THIS_MACHINE.test(host) && /^https?:$/.test(url.protocol)) return undefined;
	const isIp = host.startsWith('[') || /^\d+\.\d+\.\d+\.\d+$/.test(host);
	const isPublic = url.protocol === 'https:' && host.includes('.') && !isIp && !PRIVATE_NAMES.test(host);
	return isPublic ? undefined : REMEDY;
}

/**
 * Whether vendors on this very machine may be written to: only where the variable ALLOW_INSECURE_VENDORS is `demo`,
 * which `demo/demo.env` sets and no deployed Worker does.
 */
export function allowsLocalVendors(env: Environment): boolean {
	return env.ALLOW_INSECURE_VENDORS === 'demo';
}

/**
 * Where a destination answers, checked: an address from the environment is not known before the call.
 * @returns the address, or what is wrong with it and what to do, for the operator; never the address itself
 */
export function readVendorAddress(
	{ baseUrl, vendor }: { baseUrl: string | VariableRef; vendor: { baseUrl: string | undefined } },
	env: Environment,
): { ok: true; address: string } | { ok: false; fault: string } {
	const address = readVariable(baseUrl, env);
	// The vendor's documented address is the adapter's own; the e-mail way's is no web address at all.
	if (address === vendor.baseUrl) return { ok: true, address };
	const remedy = checkVendorAddress(address, allowsLocalVendors(env));
	if (remedy === undefined) return { ok: true, address };
	const setting = typeof baseUrl === 'string' ? 'baseUrl' : `the variable ${baseUrl.name}`;
	return { ok: false, fault: `${setting} is no address to send leads to: ${remedy}` };
}
