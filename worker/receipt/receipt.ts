import type { ConsentPurpose } from '../../contract/field.ts';
import type { Consent, Lead } from '../../contract/lead.ts';
import { cleanPage } from '../intake/clean-page.ts';
import type { Site } from '../site/define-site.ts';
import type { Wording } from './wordings.ts';

/** The `typ` of a receipt's header (RFC 7515 §4.1.9), so that no other signed thing passes for one. */
export const RECEIPT_TYPE = 'doorstep-receipt+jws';

/** One answer to one consent, given or refused. */
export interface ReceiptConsent {
	/** `contact`: to be answered. `marketing`: news and offers. */
	purpose: 'contact' | 'marketing';
	/** The one channel it is about; absent: any. */
	channel?: 'call' | 'text' | 'email';
	given: boolean;
	/** Whether the site is known to show these very words for this purpose. */
	verified: boolean;
	/** The exact words, and the language they are written in; only of verified ones. */
	words?: string;
	language?: string;
	/** Of verified ones as the site has them; of others as the caller gave them. */
	wordingId?: string;
	/** SHA-256 of the words in UTF-8, hex; likewise. */
	wordingHash?: string;
}

/** What a receipt says: the payload of the JWS. Nothing in it names the visitor. */
export interface Receipt {
	/** Of this shape. Fields are only ever added under one number. */
	version: 1;
	/** When the Worker took the answers, in seconds since 1970 (RFC 7519, NumericDate), by its own clock. */
	iat: number;
	/** The lead's id. */
	lead: string;
	/** The site's id, and its name as visitors know it: whom the consent was given to. */
	site: string;
	siteName: string;
	/** The page the form stood on, without campaigns, click ids and secrets; absent where the caller did not say. */
	page?: string;
	/** The language the form was shown in, as the caller said. */
	language?: string;
	/** In the order in which they were answered. */
	consents: ReceiptConsent[];
}

/** What a receipt is made of. */
export type Answered = Pick<Lead, 'consent' | 'language' | 'attribution' | 'listing'>;

/**
 * Words the receipt of a lead's consents. Pure.
 * @param id the lead's id
 * @param receivedAt epoch milliseconds
 * @returns undefined where nothing was answered
 */
export function toReceipt(
	id: string,
	{ consent = [], language, attribution, listing }: Answered,
	receivedAt: number,
	site: Pick<Site, 'id' | 'name'>,
	wordings: readonly Wording[],
): Receipt | undefined {
	if (consent.length === 0) return undefined;
	const page = cleanPage(attribution?.page ?? listing?.url);
	return {
		version: 1,
		iat: Math.floor(receivedAt / 1000),
		lead: id,
		site: site.id,
		siteName: site.name,
		...(page && { page }),
		...(language && { language }),
		consents: consent.map((answer) => toReceiptConsent(answer, wordings)),
	};
}

function toReceiptConsent(answer: Consent, wordings: readonly Wording[]): ReceiptConsent {
	const { purpose, given, wordingId, wordingHash } = answer;
	const shown = wordings.find(
		(wording) =>
			wording.hash === wordingHash &&
			wording.purpose === purpose &&
			wording.wordingId === (wordingId ?? wording.wordingId),
	);
	if (shown) {
		const { text: words, language, hash } = shown;
		const named = { words, language, wordingId: shown.wordingId, wordingHash: hash };
		return { ...toSubject(purpose), given, verified: true, ...named };
	}
	return {
		...toSubject(purpose),
		given,
		verified: false,
		...(wordingId && { wordingId }),
		...(wordingHash && { wordingHash }),
	};
}

/** Tells purpose and channel apart: `marketing.text` is marketing by text message, `text` an answer by one. */
export function toSubject(purpose: ConsentPurpose): Pick<ReceiptConsent, 'purpose' | 'channel'> {
	if (purpose === 'contact' || purpose === 'marketing') return { purpose };
	const [first, second] = purpose.split('.') as [ReceiptConsent['channel'] | 'marketing', ReceiptConsent['channel']?];
	return second === undefined
		? { purpose: 'contact', channel: first as 'call' }
		: { purpose: 'marketing', channel: second };
}
