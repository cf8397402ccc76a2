import type { Download } from '../client/console-client.ts';

/** Hands a file to the browser to save. A link to the API would not do: it can't carry the token. */
export function saveFile({ blob, name }: Download): void {
	const url = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// The browser has taken hold of the file once the click has been handled.
	setTimeout(() => URL.revokeObjectURL(url));
}
