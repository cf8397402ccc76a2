/** Every wait of the widget, each with its reason. */

/**
 * How long a sent lead may go unanswered, in milliseconds. The Worker answers within a second of the last byte;
 * on a slow phone network the connection alone can take ten. Longer, and a visitor believes nothing happens.
 */
export const SEND_TIMEOUT_MS = 20_000;

/**
 * How long a form from the Worker is waited for, in milliseconds, before the form at hand is shown, or the plain one in
 * the light DOM. It is one small answer from the edge; four seconds is a bad phone network, and white space meanwhile.
 */
export const FORM_TIMEOUT_MS = 8_000;
