import { PortTakenError } from './http/listen.ts';
import { createPortal } from './portal.ts';

/**
 * Runs the demo portal: `node demo/serve-portal.ts`.
 * `PORT` (default 8788) is where it answers, `WORKER_URL` (default http://localhost:8787) where its pages load the
 * form from. Ctrl-C ends it.
 */
const port = Number(process.env.PORT || 8788);

try {
	if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new TypeError('PORT is not a port number.');
	const portal = await createPortal({ port, ...(process.env.WORKER_URL && { workerUrl: process.env.WORKER_URL }) });
	console.log(`Portal: ${portal.url}`);
	const stop = () => portal.close().then(() => process.exit(0));
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
} catch (error) {
	if (error instanceof PortTakenError) {
		console.error(`Port ${port} is in use. End the program that has it, or start with another: PORT=8798.`);
	} else {
		console.error(error instanceof TypeError ? error.message : error);
	}
	process.exitCode = 1;
}
