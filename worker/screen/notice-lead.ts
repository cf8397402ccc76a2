import type { Form } from '../../contract/form.ts';
import type { Lead, Proof } from '../../contract/lead.ts';
import type { Env } from '../env.ts';
import { toOrigin } from '../guard/origin.ts';
import { toNetwork } from '../guard/to-network.ts';
import { log } from '../log.ts';
import type { Site } from '../site/define-site.ts';
import { isDisposable } from './disposable-domains.ts';
import { markLead } from './lead-marks.ts';
import { readHeaderSignals } from './read-header-signals.ts';
import { readTextSignals } from './read-text-signals.ts';
import type { Screening } from './screening.ts';
import type { SignalCode } from './signals.ts';
import { readStamp } from './stamp.ts';
import { toKnownHosts } from './to-known-hosts.ts';
import { verifyTurnstile } from './turnstile.ts';
import { verifyWork } from './work.ts';

/** What came in, for screening to look at. */
export interface Incoming {
	env: Env;
	site: Site;
	lead: Lead;
	proof: Proof;
	/** The form it was asked with, in the lead's language. */
	form: Form;
	request: Pick<Request, 'headers' | 'url'>;
	/** Whether it came as a plain HTML form. */
	plain: boolean;
}

/**
 * Notices all that speaks against a lead. Decides nothing: the outbox does, with what it remembers. Never costs a lead:
 * whatever fails here is logged, and the lead goes on without it.
 */
export async function noticeLead(incoming: Incoming): Promise<Screening | undefined> {
	const { env, site, lead, proof, form, request, plain } = incoming;
	try {
		const [stamp, disposable, work, turnstile] = await Promise.all([
			readStamp(proof.stamp, { env, site: site.id, plain, now: lead.receivedAt }),
			isDisposable(env, lead.email),
			verifyWork(env, site, proof.solution),
			verifyTurnstile(env, site, lead.id, proof.turnstile, toOrigin(request.url)),
		]);
		const signals: SignalCode[] = [
			...stamp.signals,
			...readHeaderSignals(request.headers),
			...readTextSignals(lead, toKnownHosts(site)),
			...work.signals,
			...turnstile,
		];
		if (proof.trap) signals.push('trap_filled');
		if (disposable) signals.push('disposable_address');
		const prefill = form.texts.prefill;
		const network = toNetwork(request.headers.get('cf-connecting-ip') ?? '');
		const marks = await markLead(lead, { env, site: site.id, prefill, stamp: stamp.nonce, network });
		return { signals, marks, spend: work.spend };
	} catch (error) {
		log('screen_failed', { site: site.id, id: lead.id, reason: error instanceof Error ? error.name : '' }, 'error');
		return undefined;
	}
}
