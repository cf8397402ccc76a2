import type { ServerResponse } from 'node:http';

/** Answers with text of the given type. Nothing of the demo is cached, so that a change shows at once. */
export function sendText(
	response: ServerResponse,
	status: number,
	contentType: string,
	text: string,
	headers: Record<string, string> = {},
): void {
	response
		.writeHead(status, { 'Content-Type': contentType, 'Cache-Control': 'no-cache', ...headers })
		.end(response.req.method === 'HEAD' ? undefined : text);
}

/** Answers with JSON. */
export function sendJson(
	response: ServerResponse,
	status: number,
	body: unknown,
	headers: Record<string, string> = {},
): void {
	sendText(response, status, 'application/json; charset=utf-8', JSON.stringify(body), headers);
}
