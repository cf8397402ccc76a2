import * as z from 'zod/mini';

/** A webhook has no settings of its own: where it goes and what it is signed with say it all. */
export const webhookSettings = z.strictObject({});

export type WebhookSettings = z.infer<typeof webhookSettings>;
/** `secret` signs; `previousSecret`, where given, signs too, until every receiver has the new one. */
export type WebhookRole = 'secret';
export type WebhookOptionalRole = 'previousSecret';
