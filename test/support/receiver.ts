import { createServer } from 'node:http';

/** A plain HTTP server that keeps what it is sent, for alerts. */
export interface Receiver {
	url: string;
	/** The JSON bodies it took, oldest first. */
	bodies: unknown[];
	/** The status it answers with. */
	status: number;
	close: () => Promise<void>;
}

/** Starts a receiver on a free port of this machine. */
export async function startReceiver(): Promise<Receiver> {
	const server = createServer((request, response) => {
		let text = '';
		request.on('data', (chunk: Buffer) => {
			text += chunk.toString();
		});
		request.on('end', () => {
			if (receiver.status < 300) receiver.bodies.push(JSON.parse(text));
			response.statusCode = receiver.status;
			response.end('ok');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as { port: number };
	const receiver: Receiver = {
		url: `http://127.0.0.1:${port}/hook`,
		bodies: [],
		status: 200,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
	return receiver;
}
