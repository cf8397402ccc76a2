import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** The demo's secrets, as `npm start` gives them to the Worker. */
export const DEMO_ENV: Record<string, string> = Object.fromEntries(
	Object.entries(parseEnv(readFileSync(new URL('../../demo/demo.env', import.meta.url), 'utf8'))).map(
		([name, value]) => [name, value ?? ''],
	),
);
