import type { Context } from 'hono';
import type { ConsoleSession } from '../../../contract/console.ts';
import type { Env } from '../../env.ts';
import type { Who } from '../../outbox/desk/protocol.ts';
import type { SiteRegistry } from '../../site/registry.ts';

/** What every route of the console has at hand. */
export type ConsoleEnv = {
	Bindings: Env;
	Variables: {
		registry: SiteRegistry;
		/** The caller, by the fingerprint of the token, or by the e-mail that Cloudflare Access vouches for. */
		who: Who;
		/** How the caller was let in. */
		by: ConsoleSession['by'];
	};
};

/** A console request, past its authentication. */
export type ConsoleContext = Context<ConsoleEnv>;
