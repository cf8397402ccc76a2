import metadata from 'libphonenumber-js/min/metadata';
import type { Plugin } from 'vite';
import { COMMON, COUNTRIES } from '../phone/countries.ts';

const METADATA = '.phone-metadata';
const SETS = '.phone-sets';

/** The library's own metadata, as far as this file knows its shape. */
interface Metadata {
	version: number;
	country_calling_codes: Record<string, string[]>;
	countries: Record<string, unknown[]>;
	nonGeographic?: Record<string, unknown>;
}

const all = metadata as unknown as Metadata;

/**
 * Where a country's metadata tells mobile from fixed lines (index 11 in the library's format, version 4; 0 stands for
 * none). The library needs that only to tell countries apart that share a calling code.
 */
const TYPES = 11;

/**
 * The library's metadata of some countries only. Where countries share a calling code, the first of them carries its
 * formats, so that one comes too.
 */
export function pickMetadata(wanted: readonly string[]): Metadata {
	const codes: Record<string, string[]> = {};
	const countries: Record<string, unknown[]> = {};
	for (const [code, sharing] of Object.entries(all.country_calling_codes)) {
		const kept = sharing.filter((country, at) => wanted.includes(country) || (!at && sharing.some(isWanted)));
		if (!kept.length) continue;
		codes[code] = kept;
		for (const country of kept) {
			const plan = all.countries[country] ?? [];
			countries[country] = kept.length > 1 ? plan : plan.map((part, at) => (at === TYPES ? 0 : part));
		}
	}
	return { version: all.version, country_calling_codes: codes, countries };

	function isWanted(country: string): boolean {
		return wanted.includes(country);
	}
}

/**
 * The source of a module whose name ends in `.phone-metadata` (a country, or `common`) or `.phone-sets` (all of them);
 * nothing for other names.
 */
export function toPhoneModule(name: string): string | undefined {
	if (name.endsWith(SETS)) {
		const imports = [...COUNTRIES, 'common'].map((set) => `${set}:()=>import('./${set}${METADATA}')`);
		return `export const sets={${imports}}`;
	}
	const set = name.endsWith(METADATA) && name.slice(name.lastIndexOf('/') + 1, -METADATA.length);
	return set ? `export default ${JSON.stringify(pickMetadata(set === 'common' ? COMMON : [set]))}` : undefined;
}

/** Makes the modules of phone metadata from the library's own, at build time. */
export function phoneMetadata(): Plugin {
	return {
		name: 'doorstep-phone-metadata',
		resolveId: (source) => (toPhoneModule(source) ? `\0phone/${source.slice(source.lastIndexOf('/') + 1)}` : null),
		load: (id) => (id.startsWith('\0phone/') ? (toPhoneModule(id) ?? null) : null),
	};
}
