import type { Env } from '../env.ts';
import { receiptPage } from '../pages/receipt-page.ts';
import { readReceipt } from '../receipt/read-receipt.ts';
import type { Site } from '../site/define-site.ts';
import { loadTexts } from '../texts/load-texts.ts';
import { findLanguage } from '../texts/texts.ts';
import { callLeadOutbox } from './call-lead-outbox.ts';
import { RETRY_AFTER_SECONDS } from './call-outbox.ts';
import { problemResponse } from './problem-response.ts';

/**
 * `GET /v1/sites/:site/leads/:id/receipt`: the sealed receipt of a lead's consents, as a file, to whoever holds the id.
 * 404 where the lead has none, or was erased on request.
 * @param format `html` for a page that a person reads, in the language of the form; else the JWS itself
 * @param headers CORS headers
 */
export async function receiptResponse(
	site: Site,
	leadId: string,
	format: string | undefined,
	env: Env,
	headers: Record<string, string>,
): Promise<Response> {
	// A list, for undefined says that the outbox was out of reach.
	const found = await callLeadOutbox(env, site, leadId, async (outbox) => [await outbox.receiptOf(leadId)]);
	if (found === undefined) {
		return problemResponse('unavailable', undefined, { ...headers, 'retry-after': String(RETRY_AFTER_SECONDS) });
	}
	const [sealed] = found;
	const receipt = sealed && readReceipt(sealed);
	if (!sealed || !receipt) return problemResponse('not_found', undefined, headers);
	if (format === 'html') {
		return receiptPage(receipt, site, await loadTexts(findLanguage(receipt.language, site.language), env));
	}
	return new Response(sealed, {
		headers: {
			'content-type': 'application/jose',
			'content-disposition': `attachment; filename="consent-${receipt.site}-${receipt.lead}.jws"`,
			'cache-control': 'no-store',
			'x-content-type-options': 'nosniff',
			...headers,
		},
	});
}
