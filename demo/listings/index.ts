import { elm } from './elm.ts';
import type { DemoListing } from './listing.ts';
import { lys } from './lys.ts';
import { mar } from './mar.ts';
import { oak } from './oak.ts';
import { sol } from './sol.ts';

/** The portal's listings, in the order of its front page. */
export const LISTINGS: readonly DemoListing[] = [sol, mar, oak, elm, lys];
