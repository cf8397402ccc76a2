/**
 * Stands for the Worker in the widget's tests, over real HTTP, as a middleware of the test runner's server.
 *
 * Every test uses a site id of its own, so what is recorded and told belongs to that test alone:
 * - everything below `/v1/sites/:site` but `/challenge` is recorded, and answered as told;
 * - `PUT /mock/:site` tells how: `{"leads": [{status, body, hangs, retryAfter}], "states": ["delivered"], "form": {…}, "forms":
 *   {"es": {…}}, "answers": [{status, body, hangs}]}`, and
 *   `"release": true` lets answers go that hang; states are what is said of a lead, one at a look, then `queued`; lead answers
 *   are used up one by one, then 202; one that `hangs` is never given, one with `reset` drops the connection from then on;
 * - `GET /mock/:site` gives what was recorded: `[{method, url, type, body}]`;
 * - `GET /page/:site` is a page under a strict content security policy, for tests in frames; `?appearance=` is the element's.
 */
export function createMockWorker() {
	const sites = new Map();
	const at = (site) => sites.get(site) ?? sites.set(site, { requests: [], told: {} }).get(site);

	return async (context, next) => {
		const [, first, second, site, kind, id, more] = context.path.split('/');
		if (first === 'mock') {
			if (context.method === 'PUT') at(second).told = JSON.parse(await readBody(context.req));
			return answer(context, 200, at(second).requests);
		}
		if (first === 'page') return answerPage(context, second);
		if (first !== 'v1' || second !== 'sites') return next();

		const { requests, told } = at(site);
		if (kind === 'challenge') return answer(context, 200, told.challenge ?? {});
		const body = await readBody(context.req);
		requests.push({ method: context.method, url: context.url, type: context.get('content-type'), body });
		if (kind === 'form') {
			const form = told.forms?.[context.query.lang] ?? told.form;
			return form ? answer(context, 200, form) : answer(context, 404, { code: 'unknown_site' });
		}
		if (more === 'answers') {
			if (told.answers?.[0]?.reset) return context.req.socket.destroy();
			const { status = 202, body: reply, hangs } = told.answers?.shift() ?? {};
			while (hangs && !at(site).told.release) await new Promise((resolve) => setTimeout(resolve, 20));
			return answer(context, status, reply ?? { id });
		}
		if (id) return answer(context, 200, { id, state: told.states?.shift() ?? 'queued' });
		// A browser repeats a request by itself when a connection it had kept open drops: every one has to.
		if (told.leads?.[0]?.reset) return context.req.socket.destroy();
		const { status, body: reply, hangs, retryAfter } = told.leads?.shift() ?? { status: 202 };
		if (hangs) return new Promise(() => {});
		if (retryAfter) context.set('retry-after', retryAfter);
		return answer(context, status, reply ?? { id: JSON.parse(body).id });
	};
}

async function readBody(request) {
	let body = '';
	for await (const chunk of request.setEncoding('utf8')) body += chunk;
	return body;
}

function answer(context, status, body) {
	context.status = status;
	context.type = status < 400 ? 'application/json' : 'application/problem+json';
	context.body = JSON.stringify(body);
}

/** A listing page under the strictest policy a host may have. Its script is the widget's entry, its form comes by request. */
function answerPage(context, site) {
	context.set(
		'content-security-policy',
		"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html",
	);
	context.type = 'text/html';
	context.body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A home</title>
<script src="/test/widget/support/record-violations.js"></script>
<script type="module" src="/widget/index.ts"></script>
<doorstep-form site="${encodeURIComponent(site)}" listing="EB-1" appearance="${encodeURIComponent(context.query.appearance ?? 'inline')}"></doorstep-form></html>`;
}
