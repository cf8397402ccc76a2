import type { DemoListing } from './listing.ts';
import { sol } from './sol.ts';

/** The portal's listings, in the order of its front page. */
export const LISTINGS: readonly DemoListing[] = [sol];
