import { AGENT_PICTURES } from './agents.ts';
import { ELM_PICTURES } from './elm.ts';
import { LYS_PICTURES } from './lys.ts';
import { MAR_PICTURES } from './mar.ts';
import { OAK_PICTURES } from './oak.ts';
import { SOL_PICTURES } from './sol.ts';

/** Every picture of the portal by its name, drawn when it is asked for. */
export const PICTURES: Readonly<Record<string, () => string>> = {
	...SOL_PICTURES,
	...MAR_PICTURES,
	...OAK_PICTURES,
	...ELM_PICTURES,
	...LYS_PICTURES,
	...AGENT_PICTURES,
};
