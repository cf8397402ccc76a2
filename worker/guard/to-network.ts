/**
 * The network an address is in: /24 of IPv4, /48 of IPv6, which is what one customer of a provider commonly has. A whole
 * address would be personal, and a sender of spam has many of one network. Pure.
 * @returns undefined for what is no address
 */
export function toNetwork(address: string): string | undefined {
	const mapped = address.replace(/^::ffff:(?=\d+\.)/i, '');
	if (/^\d{1,3}(\.\d{1,3}){3}$/.test(mapped)) return `${mapped.split('.').slice(0, 3).join('.')}.0/24`;
	if (!address.includes(':') || !URL.canParse(`http://[${address}]`)) return undefined;
	// The URL parser writes every address in its one short form (RFC 5952), whose first gap stands for zeros.
	const [start = '', end] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
	const first = start === '' ? [] : start.split(':');
	const last = end === undefined || end === '' ? [] : end.split(':');
	const groups = [...first, ...Array(8 - first.length - last.length).fill('0'), ...last];
	return `${groups.slice(0, 3).join(':')}::/48`;
}
