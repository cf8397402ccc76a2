import type { Site } from '../worker/site/define-site.ts';
import { sol } from './sol.ts';

/** Every site this Worker serves. Add yours here. */
export const sites: Site[] = [sol];
