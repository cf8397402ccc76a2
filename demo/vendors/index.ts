import { createApimo } from './apimo.ts';
import { createEasyBroker } from './easybroker.ts';
import { createLofty } from './lofty.ts';
import { createMaxwork } from './maxwork.ts';
import { createPropexo } from './propexo.ts';
import type { Sandbox } from './sandbox.ts';
import { createWebhook } from './webhook.ts';

/** Fresh sandboxes of all vendors, none holding a lead. */
export function createSandboxes(): Sandbox[] {
	const sandboxes = [
		createEasyBroker(),
		createMaxwork(),
		createPropexo(),
		createLofty(),
		createApimo(),
		createWebhook(),
	];
	// Each has manners of its own; the frame passes them back to the sandbox they came from.
	return sandboxes as unknown as Sandbox[];
}
