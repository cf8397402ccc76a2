import type * as z from 'zod/mini';
import type { FieldName, Intent } from '../../contract/field.ts';
import type { Lead } from '../../contract/lead.ts';
import type { Texts } from '../texts/texts.ts';

/** One HTTP request to a vendor, as data. The outbox sends it; nothing else may. */
export interface VendorRequest {
	method: 'GET' | 'POST' | 'PUT';
	/** Absolute. May hold a secret in its query (Maxwork), so it is never logged or stored. */
	url: string;
	headers: Record<string, string>;
	/** JSON text, absent for GET. */
	body?: string;
}

/**
 * A vendor's answer, read up to a cap. `text` is what was read; `truncated` says that there was more.
 * `header` looks a header up by its lower-case name.
 */
export interface VendorAnswer {
	status: number;
	header: (name: string) => string | null;
	text: string;
	truncated: boolean;
}

/** A call that brought no whole answer. */
export interface NoAnswer {
	/** Short, for the operator; never the address, which may hold a secret. */
	reason: string;
}

/**
 * What came of one attempt, defined by what reached the other side rather than by the HTTP status.
 *
 * - `delivered`: the vendor has it; `reference` is its receipt, or ours where it gives none.
 * - `confirming`: the vendor took it as a job whose end must be asked for with `job`.
 * - `refused`: it will never be taken as it is. Scope `lead`: this lead is parked. Scope `destination`: the
 *   secret or the account is at fault, so the destination stops and every lead stays queued.
 * - `retry`: it was surely not taken; try later, not before `afterMs` when the vendor said so.
 * - `unknown`: it may have been taken. Look it up, repeat where that is safe, else park. `answered` says that the
 *   vendor did answer, so that it is not still working on it.
 *
 * `reason` is for operators: short, in English, never a value a person typed and never a secret.
 */
export type Outcome =
	| { outcome: 'delivered'; reference: string }
	| { outcome: 'confirming'; job: string }
	| { outcome: 'refused'; scope: 'lead' | 'destination'; reason: string }
	| { outcome: 'retry'; reason: string; afterMs?: number }
	| { outcome: 'unknown'; reason: string; answered: boolean };

/**
 * What a look-up or a confirmation found. `absent` is only said when the vendor's answer proves it; `elsewhere`
 * hands over the look-up of the next page.
 */
export type Finding =
	| { found: 'present'; reference: string }
	| { found: 'absent' }
	| { found: 'elsewhere'; next: Lookup }
	| { found: 'failed'; reason: string }
	| { found: 'pending' }
	| { found: 'unclear'; reason: string; afterMs?: number };

/** What an adapter may know beside the lead: the site's ways, and the numbers the outbox gives. */
export interface VendorContext {
	site: string;
	/** BCP 47, lower case: the language of the details block. */
	language: string;
	/** ISO 3166-1 alpha-2. */
	country: string;
	/** ISO 4217. */
	currency: string;
	/** IANA zone of the agency. */
	timeZone: string;
	/** The delivery's number: whole, unique in its site, below 2³¹. */
	number: number;
	/** Epoch milliseconds. */
	now: number;
	/** Texts of the details block, in `language`. */
	texts: Texts;
	/** The site's name, as people know it. */
	siteName: string;
	/** Where the lead has not arrived, when it goes out by the site's second way. */
	lateAt?: string;
}

/** A look-up before a repeat: the request, and how to read its answer. */
export interface Lookup {
	request: VendorRequest;
	read: (answer: VendorAnswer) => Finding;
}

/** What a vendor needs and can take; the widget's form is derived from it. */
export interface VendorFields {
	/** Fields without which the vendor refuses a lead. */
	required: FieldName[];
	/** Groups of which at least one is needed. */
	anyOf: FieldName[][];
	/** Fields of a qualification this vendor's users care about, in the order in which they are asked. */
	asks: FieldName[];
	/** What the vendor has a use for; absent: every intent. */
	intents?: Intent[];
}

/** A vendor's limit: so many calls in so many milliseconds, look-ups and polls included. */
export interface RateLimit {
	calls: number;
	perMs: number;
}

/** What the outbox must know about a vendor's manners. */
export interface VendorManners {
	/** How long one call may take, in milliseconds. */
	timeoutMs: number;
	/**
	 * How long after an unanswered call the vendor may still be working on it, in milliseconds. A look-up
	 * before `timeoutMs + settleMs` can miss a lead that is about to appear.
	 */
	settleMs: number;
	/**
	 * What to do when an attempt ends unknown: look it up first (`find`), send it again because the vendor
	 * merges or keys repeats (`repeat`), or leave it to a person (`park`).
	 */
	afterUnknown: 'find' | 'repeat' | 'park';
	/** Absent: the vendor publishes none. */
	limit?: RateLimit;
	/** Most calls at once; 4 when absent. */
	concurrency?: number;
}

/**
 * One CRM's adapter: pure functions, no I/O, no clock. `Settings` come from `sites/`, checked against
 * `settings` at build and start (`Input` is what a deployer writes, before defaults); `secrets` lists the secrets it
 * needs, by role.
 */
export interface Vendor<
	Settings = unknown,
	Role extends string = string,
	Input = Settings,
	OptionalRole extends string = never,
> {
	/** Lower-case, as in its docs page and its folder. */
	name: string;
	settings: z.ZodMiniType<Settings, Input>;
	secrets: readonly Role[];
	/** Secrets it can do without, by role: an old key while a new one takes its place. Absent from a call where unset. */
	optionalSecrets?: readonly OptionalRole[];
	/** The documented production address, or nothing where the vendor hands it over with the credentials. */
	baseUrl: string | undefined;
	manners: (settings: Settings) => VendorManners;
	fields: (settings: Settings) => VendorFields;
	/** @throws {UnsendableLead} when the settings have no way to send this lead */
	toRequest: (lead: Lead, call: VendorCall<Settings, Role>) => VendorRequest;
	readResponse: (answer: VendorAnswer, lead: Lead, call: VendorCall<Settings, Role>) => Outcome;
	/** Looks a lead up at the vendor. Absent: it can't be looked up. */
	find?: (lead: Lead, call: VendorCall<Settings, Role>) => Lookup;
	/** Asks how a job ended. Present exactly when `readResponse` can say `confirming`. */
	confirm?: (job: string, call: VendorCall<Settings, Role>) => Lookup;
	/**
	 * Asks, once the lead is delivered, under which record it ended up, for vendors that merge (Lofty). A reference
	 * it finds takes the place of the one `readResponse` gave; any other finding changes nothing.
	 */
	resolve?: (lead: Lead, reference: string, call: VendorCall<Settings, Role>) => Lookup;
	/** Further calls that carry what the lead call can't, once the lead is delivered. Their failure never fails the lead. */
	extras?: (lead: Lead, reference: string, call: VendorCall<Settings, Role>) => VendorRequest[];
}

/** Everything one call needs beside the lead. */
export interface VendorCall<Settings, Role extends string = string> {
	settings: Settings;
	/** Values by role, read from the environment for this call only. */
	secrets: Record<Role, string>;
	/** Without a slash at its end. */
	baseUrl: string;
	context: VendorContext;
}
