import { createEasyBroker } from './easybroker.ts';
import type { Sandbox } from './sandbox.ts';

/** Fresh sandboxes of every vendor, none holding a lead. */
export function createSandboxes(): Sandbox[] {
	return [createEasyBroker()] as unknown as Sandbox[];
}
