import { Webhook } from 'standardwebhooks';
import type * as z from 'zod';
import { DEMO_SECRETS } from '../demo-secrets.ts';
import { postRoute, type Sandbox, type SandboxAnswer, type SandboxRequest, toSentence } from './sandbox.ts';
import { webhookRequest } from './webhook-request.ts';

/**
 * A receiver of webhooks, as anybody may write one: the signature is checked with the Standard Webhooks library, an
 * event that came before (same `webhook-id`) is thanked for and not kept twice. What it answers is decided here, for the
 * specification knows success, any failure, and 410 for "send no more".
 */

interface Event {
	id: string;
	event: z.output<typeof webhookRequest>;
}

/** Creates a receiver that has had no event yet. */
export function createWebhook(): Sandbox {
	let events: Event[] = [];
	return {
		name: 'webhook',
		extras: {},
		faults: { '410': () => refuse(410, 'Gone') },
		refusals: {
			notFound: () => refuse(404, 'Not found'),
			notJson: () => refuse(400, 'The body is not JSON'),
			invalid: (issues) => refuse(400, issues.map(toSentence).join('; ')),
		},
		authorize,
		routes: [
			postRoute({
				path: /^\/leads\/$/,
				takesLead: true,
				schema: webhookRequest,
				handle({ request, refusesRepeats }, event): SandboxAnswer {
					const id = request.headers['webhook-id'] ?? '';
					if (id !== event.data.lead.id) return refuse(400, 'webhook-id: is not the id of the lead');
					const known = events.some((held) => held.id === id);
					if (known && refusesRepeats) return refuse(409, 'This event came before');
					if (!known) events.push({ id, event });
					return { status: 200, body: { received: true } };
				},
			}),
		],
		held: () => events,
		clear() {
			events = [];
		},
	};
}

/** The library's own check: a signature of this very text, and a time that is not long ago. */
function authorize({ text, headers }: SandboxRequest): SandboxAnswer | undefined {
	try {
		new Webhook(DEMO_SECRETS.SOL_WEBHOOK_SECRET).verify(text, { ...headers });
		return undefined;
	} catch (error) {
		return refuse(401, error instanceof Error ? error.message : 'The signature is wrong');
	}
}

function refuse(status: number, error: string): SandboxAnswer {
	return { status, body: { error } };
}
