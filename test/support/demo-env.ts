import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/**
 * The demo's secrets, as `npm start` gives them to the Worker, but for GUARD_KEY: tests send without the time stamps it
 * asks for, and those that are about them bring a key of their own.
 */
export const DEMO_ENV: Record<string, string> = Object.fromEntries(
	Object.entries(parseEnv(readFileSync(new URL('../../demo/demo.env', import.meta.url), 'utf8'))).map(
		([name, value]) => [name, name === 'GUARD_KEY' ? '' : (value ?? '')],
	),
);
