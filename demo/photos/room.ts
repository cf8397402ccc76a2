import type { Chance } from './draw.ts';
import type { Leaves } from './foliage.ts';

/** What makes one room differ from another. */
export interface Room {
	seed: number;
	/** Seen the other way round: the window on the right. */
	mirrored?: boolean;
	/** Wall, from where the light falls to where it doesn't. */
	wall: readonly [string, string];
	ceiling: string;
	floor: { kind: 'tiles' | 'planks'; colours: readonly string[]; joint: string };
	/** Frame and bars of the window. */
	frame: string;
	window: { kind: 'tall' | 'wide' | 'arched'; view: (chance: Chance) => string; sky: readonly [string, string] };
	curtain: string;
	sofa: { body: string; shade: string; cushions: readonly string[] };
	rug: readonly [string, string];
	wood: string;
	accent: string;
	leaves?: Leaves;
	/** Colour of the sunlight on wall and floor. */
	sun: string;
}
