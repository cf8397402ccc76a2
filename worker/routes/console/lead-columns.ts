import type * as z from 'zod/mini';
import { type Lead, leadInput } from '../../../contract/lead.ts';
import { readPath } from '../../../contract/path.ts';

/** What only the Worker knows of a lead. The time it came has a column of its own. */
const WORKER_COLUMNS = ['phoneE164', 'phone2E164', 'receipt'];

/** The id has a column of its own; the proof is never stored. */
const LEFT_OUT = /^(id$|proof\.)/;

/**
 * Every value a lead can hold, as dotted paths in the order of the contract; read from its schema, so that a field
 * added there is never missing in an export.
 */
export const LEAD_COLUMNS: readonly string[] = [...toPaths(leadInput), ...WORKER_COLUMNS].filter(
	(path) => !LEFT_OUT.test(path),
);

/** A lead's value at a path, as one cell: lists of words with commas between, anything deeper as JSON. */
export function toLeadCell(lead: Lead | null, path: string): string | number | boolean | undefined {
	const value = lead === null ? undefined : (readPath(lead, path) as unknown);
	if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(', ');
	return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as string | undefined);
}

function toPaths(schema: z.ZodMiniType, prefix = ''): string[] {
	const { def } = schema._zod as unknown as { def: SchemaDef };
	if (def.type === 'optional' && def.innerType) return toPaths(def.innerType, prefix);
	if (def.type !== 'object' || !def.shape) return [prefix];
	return Object.entries(def.shape).flatMap(([key, value]) => toPaths(value, prefix ? `${prefix}.${key}` : key));
}

/** As much of a schema's inside as the walk needs. */
interface SchemaDef {
	type: string;
	innerType?: z.ZodMiniType;
	shape?: Record<string, z.ZodMiniType>;
}
