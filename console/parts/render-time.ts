import { html } from 'lit';
import { toLongTime, toShortTime } from '../format/describe-time.ts';

/** A time to the minute; whole, when it is pointed at. */
export function renderTime(iso: string) {
	return html`<time datetime=${iso} title=${toLongTime(iso)}>${toShortTime(iso)}</time>`;
}
