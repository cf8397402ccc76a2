import { createServer } from 'node:net';

/** Whether a TCP port of this machine can be listened on, for IPv4 and IPv6 alike. */
export async function isPortFree(port: number): Promise<boolean> {
	for (const host of ['127.0.0.1', '::1']) {
		const free = await new Promise<boolean>((resolve) => {
			const server = createServer();
			server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'EADDRINUSE'));
			server.listen(port, host, () => server.close(() => resolve(true)));
		});
		if (!free) return false;
	}
	return true;
}
