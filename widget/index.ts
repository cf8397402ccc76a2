import { boot } from './boot.ts';

// The Worker puts a site's form in the place of this literal, so that one response brings everything.
boot('__DOORSTEP_FORM__', import.meta.url);
