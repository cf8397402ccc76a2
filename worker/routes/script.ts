import { toFirstForm } from '../../contract/first-form.ts';
import type { Form } from '../../contract/form.ts';
import widget from '../../dist/widget.txt';
import { findForm } from '../form/form-cache.ts';
import { sha256 } from '../intake/hash.ts';
import type { Site } from '../site/define-site.ts';

/** Stands in the built widget where the site's form goes. */
const PLACEHOLDER = '"__DOORSTEP_FORM__"';

/** How long a page may use its copy, in seconds, and how long it may use it while it fetches the next. */
const CACHE_CONTROL = 'public, max-age=300, stale-while-revalidate=86400';

const scripts = new WeakMap<Form, Promise<{ body: Uint8Array; etag: string }>>();

/** The widget with what is seen at first of a site's form inside, as one script. */
async function toScript(form: Form): Promise<{ body: Uint8Array; etag: string }> {
	const parts = widget.split(PLACEHOLDER);
	if (parts.length !== 2) throw new Error('the built widget has no place for the form: run "npm run build"');
	const body = parts.join(JSON.stringify(toFirstForm(form)));
	// Encoded once, not for every page.
	return { body: new TextEncoder().encode(body), etag: `"${(await sha256(body)).slice(0, 32)}"` };
}

/**
 * `GET /:site.js`: 200 with the script, or 304 where the caller has it already (RFC 9110 §13.1.2).
 * @param wanted the language asked for by `?lang=`
 */
export async function scriptResponse(
	site: Site,
	wanted: string | undefined,
	ifNoneMatch: string | undefined,
): Promise<Response> {
	const form = await findForm(site, wanted);
	const script = scripts.get(form) ?? toScript(form);
	scripts.set(form, script);
	const { body, etag } = await script;
	const headers = {
		etag,
		'cache-control': CACHE_CONTROL,
		'content-type': 'text/javascript; charset=utf-8',
		'x-content-type-options': 'nosniff',
		// A module script is always fetched with CORS; what it holds is public.
		'access-control-allow-origin': '*',
		'cross-origin-resource-policy': 'cross-origin',
	};
	const known = ifNoneMatch?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
	return known ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
}
