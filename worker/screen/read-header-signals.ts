import type { SignalCode } from './signals.ts';

/** What a request's headers lack that a browser's POST has (Fetch Standard §3.2; Fetch Metadata). Pure. */
export function readHeaderSignals(headers: Headers): SignalCode[] {
	const signals: SignalCode[] = [];
	if (!headers.has('origin')) signals.push('no_origin');
	if (!headers.has('sec-fetch-site')) signals.push('no_fetch_metadata');
	return signals;
}
