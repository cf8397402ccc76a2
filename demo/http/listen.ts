import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Thrown when another process has the port. */
export class PortTakenError extends Error {
	override name = 'PortTakenError';
}

/**
 * Listens on both loopback addresses, because what `localhost` means differs between a browser, workerd and Node.
 * Nothing outside this machine gets in.
 * @param port 0 takes a free one
 * @throws {PortTakenError}
 */
export async function listenOnLocalhost(
	port: number,
	listener: RequestListener,
): Promise<{ port: number; servers: Server[] }> {
	const first = createServer(listener);
	const taken = await listen(first, port, '127.0.0.1');
	const second = createServer(listener);
	try {
		await listen(second, taken, '::1');
	} catch (error) {
		if (error instanceof PortTakenError) {
			first.close();
			// Another program has the free port we drew on the other address: draw again.
			if (port === 0) return listenOnLocalhost(port, listener);
			throw error;
		}
		// This machine has no IPv6.
		return { port: taken, servers: [first] };
	}
	return { port: taken, servers: [first, second] };
}

function listen(server: Server, port: number, host: string): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			reject(error.code === 'EADDRINUSE' ? new PortTakenError(`Port ${port} is in use.`) : error);
		});
		server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
	});
}
