import type { Kit } from '../kit.ts';

/** The entry's tools, for every module of this part. They are here before anything of it is called. */
export let { html, nothing, say, toInputId, toText, toThing } = {} as Kit;

/** Takes the entry's tools. */
export function equip(kit: Kit): void {
	({ html, nothing, say, toInputId, toText, toThing } = kit);
}
