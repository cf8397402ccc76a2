/** A key or a text, for the test runner's keyboard. */
type Keys = { press: string } | { type: string };

/** Runs a command of the test runner, outside the page (https://modern-web.dev/docs/test-runner/commands/). */
async function run(command: string, payload: unknown): Promise<void> {
	const channel = '/__web-dev-server__web-socket.js';
	const sessionId = new URL(location.href).searchParams.get('wtr-session-id');
	const { sendMessageWaitForResponse } = await import(channel);
	await sendMessageWaitForResponse({ type: 'wtr-command', sessionId, command, payload });
}

/** Presses real keys in the real browser, one after the other; a word of one capital and more is a key. */
export async function keys(...all: Keys[]): Promise<void> {
	for (const payload of all) await run('send-keys', payload);
}
