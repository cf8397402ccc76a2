import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { DEMO_ENV } from './demo-env.ts';

/** Vendors that are called with marked secrets. */
export interface CanaryVendors {
	/** What VENDORS_URL is set to. */
	url: string;
	/** Everything that came, as text: address, headers and body. */
	seen: string[];
	/**
	 * How the vendors answer. `ok`: as their sandboxes do. A status: with that one, and with everything they were sent in
	 * the answer's body and headers, as no vendor should.
	 */
	mode: 'ok' | number;
	close: () => void;
}

/**
 * Stands between the Worker and the sandboxes: changes the marked secrets for those the sandboxes know.
 * @param secrets the marked ones, by the names of `demo/demo.env`
 */
export async function startCanaryVendors(
	vendorsUrl: string,
	secrets: Readonly<Record<string, string>>,
): Promise<CanaryVendors> {
	const known = (text: string) =>
		Object.entries(secrets).reduce((all, [name, canary]) => all.replaceAll(canary, DEMO_ENV[name] ?? ''), text);
	const knownHeader = (value: string) => {
		const basic = /^(Basic|token) (.+)$/.exec(value);
		return basic?.[1] === 'Basic' ? `Basic ${btoa(known(atob(basic[2] as string)))}` : known(value);
	};

	const server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const body = Buffer.concat(chunks).toString();
		const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
		const everything = `${request.method} ${request.url} ${JSON.stringify(headers)} ${body}`;
		vendors.seen.push(everything);
		if (vendors.mode !== 'ok') {
			const echo = encodeURIComponent(everything).slice(0, 4000);
			response.writeHead(vendors.mode, {
				'content-type': 'application/json',
				location: `/elsewhere?${echo}`,
				'x-echo': echo,
				'retry-after': echo,
			});
			const said = `Message in the wrong format: ${everything}`;
			return response.end(JSON.stringify({ Message: said, error: said, message: said, errors: [said], id: said }));
		}
		const { host, connection, 'content-length': length, ...rest } = headers;
		const swapped = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, knownHeader(value)]));
		if (swapped['webhook-signature'] !== undefined) {
			const at = new Date(Number(swapped['webhook-timestamp']) * 1000);
			const signer = new Webhook(DEMO_ENV.SOL_WEBHOOK_SECRET as string);
			swapped['webhook-signature'] = signer.sign(swapped['webhook-id'] as string, at, body);
		}
		const answer = await fetch(vendorsUrl + known(request.url ?? '').slice('/vendors'.length), {
			method: request.method ?? 'GET',
			headers: swapped,
			...(body !== '' && { body }),
		});
		response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
		return response.end(await answer.text());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const vendors: CanaryVendors = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/vendors`,
		seen: [],
		mode: 'ok',
		close() {
			server.close();
			server.closeAllConnections();
		},
	};
	return vendors;
}
