import type { Site } from '../worker/site/define-site.ts';
import { elm } from './elm.ts';
import { lys } from './lys.ts';
import { mar } from './mar.ts';
import { oak } from './oak.ts';
import { sol } from './sol.ts';

/** Every site this Worker serves. Add yours here. */
export const sites: Site[] = [sol, mar, oak, elm, lys];
