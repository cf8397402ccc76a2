import { html, nothing } from 'lit';
import { adopt } from './adopt.ts';
import { toText, toThing } from './page/json-ld.ts';
import { say } from './texts.ts';
import { toInputId } from './view/field-view.ts';

/**
 * What the lazy parts use of the entry. They get it by argument: a part that imported the entry's modules would bring a
 * second copy of Lit into the page, or tie its file to one build of the entry.
 */
export const kit = { adopt, html, nothing, say, toInputId, toText, toThing };

/** What the lazy parts use of the entry. */
export type Kit = typeof kit;
