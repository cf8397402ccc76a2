import type { ConsentPurpose, FieldName } from '../../contract/field.ts';
import type { FormAgent } from '../../contract/form.ts';
import { isOriginPattern } from '../guard/origin.ts';
import { findScreenFaults, type LeadLimits, type ScreenSettings } from '../screen/screen-settings.ts';
import { isLanguage, LANGUAGES, type Language } from '../texts/texts.ts';
import type { Destination } from './destination.ts';
import { destinationsOf } from './destinations-of.ts';
import { findShardFaults, type ShardSettings } from './shards.ts';

/** One consent a site asks for. */
export interface SiteConsent {
	purpose: ConsentPurpose;
	/** Whether a lead is refused without it. */
	required: boolean;
	/** Names this wording for good: change it whenever the words change. */
	wordingId: string;
	/** The exact words, by language; the site's own language must be there. */
	text: Partial<Record<Language, string>>;
	/**
	 * The words of before, with the names they had: pages that were open when the words changed still send them, and
	 * their receipts then still hold them.
	 */
	earlier?: { wordingId: string; text: Partial<Record<Language, string>> }[];
}

/** What the form asks. */
export interface SiteForm {
	/** `contact`: one short page. `qualify`: contact, then questions about what the visitor looks for. */
	mode: 'contact' | 'qualify';
	/** Asked beyond what the vendor can use; in `contact` mode on the one page, in `qualify` mode in the step it fits. */
	ask?: FieldName[];
	/** Never asked, though the vendor could use it. */
	omit?: FieldName[];
	/** Must be answered, though the vendor could do without. */
	require?: FieldName[];
	/** Other words for single fields, by language: `{ 'wishes.bedroomsMin': { pt: 'Tipologia mínima (T)' } }`. */
	labels?: Partial<Record<FieldName, Partial<Record<Language, string>>>>;
	consent: SiteConsent[];
}

/** One site, as its deployer writes it in `sites/`. */
export interface SiteDefinition {
	/** Lower-case letters, digits and dashes: the name in `/acme.js`. */
	id: string;
	/** Shown to visitors and in the details block: the agency's or the site's name. */
	name: string;
	/**
	 * The pages' origins, exact: scheme, host, port if not the scheme's own. `https://*.example.com` stands for every
	 * subdomain, of whatever depth, and not for `https://example.com`.
	 */
	origins: string[];
	/**
	 * Whether pages without an origin of their own may send: sandboxed frames, and pages under `Referrer-Policy:
	 * no-referrer` that hold a plain form. Anybody can make such a page; no when absent.
	 */
	allowNullOrigin?: boolean;
	language: Language;
	/** ISO 3166-1 alpha-2. */
	country: string;
	/** ISO 4217. */
	currency: string;
	/** IANA. */
	timeZone: string;
	deliverTo: Destination[];
	form: SiteForm;
	agent?: FormAgent;
	/** How long a delivered lead is kept whole, in days; 30 when absent. Then its personal data is erased. */
	keepDays?: number;
	/** A second way for leads that the first destination has not taken after so many minutes; they go on being tried. */
	fallback?: { afterMinutes: number; to: Destination };
	/** How long leads may wait before a person is told, in minutes; 15 when absent. */
	alertAfterMinutes?: number;
	/** How people are told from programs (docs/screening.md). */
	screen?: ScreenSettings;
	/** How many leads the site takes before further ones are held for a look: 60 a minute and 2000 a day when absent. */
	limits?: LeadLimits;
	/** Spreads the leads of a very large site over several outboxes (docs/delivery.md); one when absent. */
	shards?: ShardSettings;
}

/** A site whose settings were checked. */
export type Site = SiteDefinition;

/** Thrown when a site's settings can't work. The message names site, setting and remedy, one a line. */
export class SiteError extends Error {
	override name = 'SiteError';
}

/**
 * Checks a site's settings and gives them back.
 * @throws {SiteError} with every fault found, not only the first
 */
export function defineSite(site: SiteDefinition): Site {
	const faults: string[] = [];
	const check = (ok: boolean, fault: string) => ok || faults.push(fault);

	check(/^[a-z0-9][a-z0-9-]{0,40}$/.test(site.id), 'id: write lower-case letters, digits and dashes');
	check(!RESERVED_IDS.has(site.id), `id: "${site.id}" is an address of the Worker; choose another`);
	check(site.name?.trim() !== '', 'name: write the name visitors know the site by');
	check(site.origins.length > 0, 'origins: write at least one origin, such as https://www.example.com');
	for (const origin of site.origins)
		check(
			isOriginPattern(origin),
			`origins: write "${origin}" as scheme, host and port only; * may stand for the first label, as in https://*.example.com`,
		);
	check(isLanguage(site.language), `language: write one of ${LANGUAGES.join(', ')}`);
	check(/^[A-Z]{2}$/.test(site.country), 'country: write an ISO 3166-1 code of two capitals, such as MX');
	check(/^[A-Z]{3}$/.test(site.currency), 'currency: write an ISO 4217 code of three capitals, such as MXN');
	check(isTimeZone(site.timeZone), 'timeZone: write an IANA zone, such as America/Mexico_City');
	check(site.deliverTo.length > 0, 'deliverTo: write at least one destination, or no lead would go anywhere');

	check(site.keepDays === undefined || site.keepDays >= 1, 'keepDays: write a number of days, at least 1');
	check(
		site.alertAfterMinutes === undefined || site.alertAfterMinutes >= 1,
		'alertAfterMinutes: write a number of minutes, at least 1',
	);
	check(
		!site.fallback || site.fallback.afterMinutes >= 1,
		'fallback.afterMinutes: write a number of minutes, at least 1',
	);

	faults.push(...findScreenFaults(site.screen, site.limits), ...findShardFaults(site.shards));

	const names = new Set<string>();
	destinationsOf(site).forEach((destination, i) => {
		const where = `${i < site.deliverTo.length ? `deliverTo[${i}]` : 'fallback.to'} (${destination.vendor.name})`;
		for (const fault of destination.faults) faults.push(`${where}.${fault}`);
		check(!names.has(destination.name), `${where}.name: two destinations are called "${destination.name}"; name one`);
		names.add(destination.name);
		const { concurrency = Number.POSITIVE_INFINITY } = destination.manners;
		check(
			concurrency >= (site.shards?.count ?? 1),
			`shards.count: write at most ${concurrency}; ${where} takes no more calls at once`,
		);
		if (destination.faults.length > 0) return;
		const { required, anyOf } = destination.vendor.fields(destination.settings);
		const omits = (field: FieldName) => site.form.omit?.includes(field) ?? false;
		for (const field of required.filter(omits)) faults.push(`form.omit: take ${field} out; ${where} requires it`);
		for (const group of anyOf.filter((fields) => fields.every(omits))) {
			faults.push(`form.omit: leave one of ${group.join(', ')}; ${where} requires it`);
		}
	});
	site.form.consent.forEach((consent, i) => {
		const where = `form.consent (${consent.purpose})`;
		const asked = site.form.consent.findIndex(({ purpose }) => purpose === consent.purpose);
		check(asked === i, `${where}: this purpose is asked for twice; ask once, or by channel, such as marketing.text`);
		check(
			!!consent.text[site.language]?.trim(),
			`${where}.text: write the words in the site's language, ${site.language}`,
		);
		check(consent.wordingId.trim() !== '', `${where}.wordingId: name this wording, such as contact-2026-01`);
	});
	if (faults.length > 0) {
		throw new SiteError(
			`Site "${site.id}" can't work as it is set:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
		);
	}
	return site;
}

/** First parts of the Worker's own addresses, which no site may take. */
const RESERVED_IDS = new Set(['v1', 'assets', 'widget', 'embed', 'console', 'openapi', 'texts']);

function isTimeZone(value: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: value });
		return true;
	} catch {
		return false;
	}
}
