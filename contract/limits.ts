/** Every limit that widget and Worker share, each with its reason. One home, so the two can't drift. */

/** Largest request body the Worker reads, in bytes. A full lead is 1–3 kB; 32 KiB leaves room for a long message. */
export const BODY_MAX_BYTES = 32 * 1024;

/** Longest single-line value, in UTF-16 code units: names, references, cities. */
export const LINE_MAX_LENGTH = 200;

/** Longest message, in UTF-16 code units. */
export const MESSAGE_MAX_LENGTH = 5000;

/** Longest e-mail address (RFC 5321 §4.5.3.1.3 allows a path of 256 octets including the brackets). */
export const EMAIL_MAX_LENGTH = 254;

/** Longest phone number as typed: 15 digits (ITU-T E.164) with separators, a trunk note and an extension. */
export const PHONE_MAX_LENGTH = 40;

/** Longest URL kept with a lead: pages, referrers. Longer ones are cut by the widget, refused by the Worker. */
export const URL_MAX_LENGTH = 2000;

/** Longest proof, in UTF-16 code units: a Turnstile token has up to 2,048 characters, a solved proof of work some 800. */
export const PROOF_MAX_LENGTH = 2048;

/** Longest signed time stamp, in UTF-16 code units: three times what ours have. */
export const STAMP_MAX_LENGTH = 150;

/** Most values in one list (types, amenities, intents, consents). */
export const LIST_MAX_ITEMS = 30;

/** Largest number a wish may hold. Above any price; below 2^53, so it stays exact in JSON. */
export const NUMBER_MAX = 1e12;

/** Largest count: rooms, floors, months. Above any home's; a slip of the finger is told. */
export const COUNT_MAX = 1000;

/** How long the widget may keep an unsent lead or a draft on the visitor's device, in milliseconds (24 h). */
export const KEEP_UNSENT_MS = 24 * 60 * 60 * 1000;
