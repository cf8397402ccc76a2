import { SOL_PICTURES } from './sol.ts';

/** Every picture of the portal by its name, drawn when it is asked for. */
export const PICTURES: Readonly<Record<string, () => string>> = { ...SOL_PICTURES };
