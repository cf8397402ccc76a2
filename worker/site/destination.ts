import * as z from 'zod/mini';
import type { Vendor, VendorManners } from '../vendors/vendor.ts';
import type { SecretRef, VariableRef } from './secret.ts';
import { checkVendorAddress } from './vendor-address.ts';

/** A vendor whose settings and roles only it knows by type. */
export type AnyVendor = Vendor<unknown, string, unknown, string>;

/** One place a site's leads go to: a vendor, with this site's settings and the names of its secrets. */
export interface Destination {
	/** Unique within its site; the vendor's name unless the site gives another. Never changes while leads wait. */
	name: string;
	vendor: AnyVendor;
	settings: unknown;
	secrets: Record<string, SecretRef>;
	baseUrl: string | VariableRef;
	/** How the vendor behaves, with what the site knows better. */
	manners: VendorManners;
	/** What is wrong with the settings, each as `setting: what to write instead`. Empty when nothing is. */
	faults: string[];
}

/** What every vendor's factory takes beside the vendor's own settings. */
export interface DestinationOptions {
	/** A name of its own, where a site has two destinations of one vendor. */
	name?: string;
	/** Where the vendor answers, without the path of the call. The vendor's documented address when absent. */
	baseUrl?: string | VariableRef;
	/** How long one call may take, in milliseconds; the vendor's own figure when absent. */
	timeoutMs?: number;
	/** How long after an unanswered call the vendor may still be working, in milliseconds; likewise. */
	settleMs?: number;
}

/**
 * Makes the factory that `sites/` calls: `easyBroker({ mode: 'partner', …, apiKey: secret('…') })`.
 * Settings are checked at once; what is wrong is kept in `faults`, so that `defineSite` can name the site too.
 */
export function createDestinationFactory<Settings, Role extends string, Input, OptionalRole extends string = never>(
	vendor: Vendor<Settings, Role, Input, OptionalRole>,
) {
	type Secrets = Record<Role, SecretRef> & Partial<Record<OptionalRole, SecretRef>>;
	const optional: readonly string[] = vendor.optionalSecrets ?? [];
	return (options: Input & DestinationOptions & Secrets): Destination => {
		const { name, baseUrl, timeoutMs, settleMs, ...rest } = options as DestinationOptions & Record<string, unknown>;
		const faults: string[] = [];
		const secrets: Record<string, SecretRef> = {};
		const settings: Record<string, unknown> = {};
		for (const [key, value] of Object.entries(rest)) {
			if ((vendor.secrets as readonly string[]).includes(key)) secrets[key] = value as SecretRef;
			else if (!optional.includes(key)) settings[key] = value;
			else if (value !== undefined) secrets[key] = value as SecretRef;
		}
		for (const role of [...vendor.secrets, ...optional.filter((role) => secrets[role] !== undefined)]) {
			if (secrets[role]?.kind !== 'secret' || !/^[A-Z][A-Z0-9_]*$/.test(secrets[role].name)) {
				faults.push(`${role}: write secret('SITE_${vendor.name.toUpperCase()}_…'), never the value itself`);
			}
		}
		const parsed = z.safeParse(vendor.settings, settings);
		if (!parsed.success) {
			for (const issue of parsed.error.issues) faults.push(toFault(issue));
		}
		const address = baseUrl ?? vendor.baseUrl;
		if (address === undefined) {
			faults.push('baseUrl: this vendor hands its address over with the credentials; write it here');
		} else if (typeof baseUrl === 'string') {
			const remedy = checkVendorAddress(baseUrl);
			if (remedy !== undefined) faults.push(`baseUrl: ${remedy}`);
		}
		if (timeoutMs !== undefined && !(timeoutMs > 0)) faults.push('timeoutMs: write a number of milliseconds above 0');
		if (settleMs !== undefined && !(settleMs >= 0)) faults.push('settleMs: write a number of milliseconds');
		return {
			name: name ?? vendor.name,
			vendor: vendor as unknown as AnyVendor,
			settings: parsed.success ? parsed.data : settings,
			secrets,
			baseUrl: typeof address === 'string' ? address.replace(/\/+$/, '') : (address ?? ''),
			manners: {
				...(parsed.success ? vendor.manners(parsed.data) : UNKNOWN_MANNERS),
				...(timeoutMs !== undefined && { timeoutMs }),
				...(settleMs !== undefined && { settleMs }),
			},
			faults,
		};
	};
}

/** Stands in where faulty settings leave none; such a site never runs. */
const UNKNOWN_MANNERS: VendorManners = { timeoutMs: 0, settleMs: 0, afterUnknown: 'park' };

/** Words one settings error as `setting: what to write instead`. */
function toFault(issue: z.core.$ZodIssue): string {
	const path = issue.path.join('.');
	if (issue.code === 'unrecognized_keys') return `${issue.keys.join(', ')}: no such setting; take it out`;
	if (issue.code === 'invalid_value') return `${path}: write one of ${issue.values.map(String).join(', ')}`;
	if (issue.code === 'invalid_type') return `${path}: write a ${issue.expected}`;
	return `${path}: ${issue.message}`;
}
