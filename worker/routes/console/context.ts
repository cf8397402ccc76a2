import type { Context } from 'hono';
import type { Env } from '../../env.ts';
import type { Who } from '../../outbox/desk/protocol.ts';
import type { SiteRegistry } from '../../site/registry.ts';

/** What every route of the console has at hand. */
export type ConsoleEnv = {
	Bindings: Env;
	Variables: {
		registry: SiteRegistry;
		/** The caller, by the fingerprint of the token. */
		who: Who;
	};
};

/** A console request, past its authentication. */
export type ConsoleContext = Context<ConsoleEnv>;
