import type { Intent } from '../../../contract/field.ts';
import type { Lead } from '../../../contract/lead.ts';
import { readPath } from '../../../contract/path.ts';
import { toDetails, toFreeText } from '../details-block.ts';
import { withUnits } from '../units.ts';
import type { VendorCall, VendorContext, VendorRequest } from '../vendor.ts';
import { toConsent } from './consent.ts';
import { toContact } from './contact.ts';
import { toJsonWithIds } from './ids.ts';
import { toInquiry } from './inquiry.ts';
import { toProperty } from './property.ts';
import type { LoftyRole, LoftySettings } from './settings.ts';

type Call = VendorCall<LoftySettings, LoftyRole>;

/** `leadTypes` (Lofty API reference, 6.44): seller 1, buyer 2, renter 5, landlord 9. */
const LEAD_TYPES: Record<Intent, number> = { buy: 2, sell: 1, rent: 5, let: 9 };

/** References that make a tag. The page writes the reference, so anything that reads like a sentence is left out. */
const TAGGABLE = /^[\w./# -]{1,40}$/;

/** The headers of every call: `token` for an API key, `Bearer` for an OAuth token; the wrong word answers 401. */
export function toHeaders({ settings, secrets }: Call): Record<string, string> {
	return {
		Authorization: `${settings.auth === 'token' ? 'token' : 'Bearer'} ${secrets.apiKey}`,
		Accept: 'application/json',
	};
}

/**
 * `POST /v1.0/leads`. Unknown members are dropped without an error, so the note is `content` and nothing else, and
 * whatever has no member of its own stands in it. `tagsAdd` adds; `tags` would wipe a known contact's tags.
 */
export function toRequest(lead: Lead, call: Call): VendorRequest {
	const { settings, context } = call;
	const taken = new Set<string>();
	const intents = lead.intent ?? [];
	const offers = isOffer(intents);
	const contact = toContact(lead, taken);
	const inquiry = offers ? undefined : toInquiry(lead, settings, context, taken);
	const property = offers ? toProperty(lead, settings, context, taken) : undefined;
	const leadTypes = toLeadTypes(lead);
	const tagsAdd = toTags(lead, settings, offers);
	const customAttributeList = toCustomAttributes(lead, settings);

	const body = {
		...contact,
		...(leadTypes.length > 0 && { leadTypes }),
		source: settings.source,
		...(settings.leadRouting && { leadRouting: true }),
		...(settings.ownershipScope && { ownershipScope: settings.ownershipScope }),
		...(settings.stage && { stage: settings.stage }),
		...(tagsAdd.length > 0 && { tagsAdd }),
		...toConsent(lead),
		leadAlert: settings.leadAlert,
		welcomeEmail: settings.welcomeEmail,
		...toTimeFrames(lead, settings),
		...toLanguage(lead, settings),
		...(customAttributeList.length > 0 && { customAttributeList }),
		...(inquiry && { inquiry }),
		...(property && { property }),
		content: toContent(lead, taken, context),
	};
	const { assignedUserId, assignGroupId, ownershipId } = settings;
	return {
		method: 'POST',
		url: `${call.baseUrl}/v1.0/leads`,
		headers: { ...toHeaders(call), 'Content-Type': 'application/json' },
		body: toJsonWithIds({ assignedUserId, assignGroupId, ownershipId }, body),
	};
}

/** The note: the visitor's words, then what has no field. An amount left there says its currency, an area its unit. */
function toContent(lead: Lead, taken: Set<string>, context: VendorContext): string {
	const { wishes = {} } = lead;
	const left = (['priceMin', 'priceMax'] as const).some(
		(name) => wishes[name] !== undefined && !taken.has(`wishes.${name}`),
	);
	if (!left && wishes.currency === undefined) taken.add('wishes.currency');
	return toFreeText(lead.message, toDetails(withUnits(lead, context), taken, context.texts), context.texts);
}

/** Whether the lead offers a property and looks for none: then what it says is about its own (`property`). */
function isOffer(intents: readonly Intent[]): boolean {
	return intents.length > 0 && intents.every((intent) => intent === 'sell' || intent === 'let');
}

/** Every intent's id; where none was asked, what the page's listing is for says it (our conclusion). */
function toLeadTypes(lead: Lead): number[] {
	if (lead.intent?.length) return [...new Set(lead.intent.map((intent) => LEAD_TYPES[intent]))];
	const operation = lead.listing?.operation;
	return operation === undefined ? [] : [operation === 'sale' ? LEAD_TYPES.buy : LEAD_TYPES.rent];
}

function toTags(lead: Lead, settings: LoftySettings, offers: boolean): string[] {
	const reference = lead.listing?.reference;
	const tag = settings.tagListing && !offers && reference && TAGGABLE.test(reference) ? [reference] : [];
	return [...new Set([...settings.tags, ...tag])];
}

/** Only what the site has mapped: the vendor's values are not published. */
function toTimeFrames(lead: Lead, { buyingTimeFrames, sellingTimeFrames }: LoftySettings) {
	const timeFrame = lead.wishes?.timeFrame;
	if (timeFrame === undefined) return {};
	const intents = lead.intent ?? [];
	const looks = intents.length === 0 || intents.includes('buy') || intents.includes('rent');
	const offers = intents.includes('sell') || intents.includes('let');
	const buying = looks ? buyingTimeFrames[timeFrame] : undefined;
	const selling = offers ? sellingTimeFrames[timeFrame] : undefined;
	return { ...(buying && { buyingTimeFrame: buying }), ...(selling && { sellingTimeFrame: selling }) };
}

function toLanguage(lead: Lead, { languages }: LoftySettings) {
	const base = lead.language?.split('-')[0];
	return base !== undefined && Object.hasOwn(languages, base) ? { language: languages[base] } : {};
}

/** The team's own fields. A field the team lacks may be dropped in silence, so their values stay in the block too. */
function toCustomAttributes(lead: Lead, { customAttributes }: LoftySettings) {
	return customAttributes.flatMap(({ from, ...attribute }) => {
		const value = readPath(lead, from);
		if (value === undefined || value === '') return [];
		// A multi-select takes a JSON array written as a string (6.20 CustomAttribute).
		return [{ ...attribute, value: Array.isArray(value) ? JSON.stringify(value) : String(value) }];
	});
}
