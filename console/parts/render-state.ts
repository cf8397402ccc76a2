import { html } from 'lit';
import type { ConsoleState } from '../../contract/console.ts';
import { STATE_WORDS } from '../format/state-words.ts';

/** A state as a badge. */
export function renderState(state: ConsoleState) {
	const { word, look } = STATE_WORDS[state];
	return html`<span class="badge ${look}">${word}</span>`;
}
