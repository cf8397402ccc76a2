import { createApp } from '../../worker/app.ts';
import { createOutbox } from '../../worker/outbox/outbox.ts';
import type { AcceptRequest, AcceptResult } from '../../worker/outbox/protocol.ts';
import { createRegistry } from '../../worker/site/registry.ts';
import { sites } from './sites.ts';

/** How long after its thank-you the control stores a lead, in milliseconds. */
const LATE_MS = 200;

const registry = createRegistry(sites);

/** The control: says thank you first and stores a moment later. A test that can see a loss sees one here. */
export class Outbox extends createOutbox(registry) {
	override async accept(request: AcceptRequest): Promise<AcceptResult> {
		setTimeout(() => void super.accept(request), LATE_MS);
		return 'stored';
	}
}

export default createApp(registry);
