import { toFirstForm } from '../../contract/first-form.ts';
import type { Form } from '../../contract/form.ts';
import widget from '../../dist/widget.txt';
import { findForm } from '../form/form-cache.ts';
import type { Site } from '../site/define-site.ts';
import { type CachedBody, type CacheRequest, cachedResponse, toCachedBody } from './cached-response.ts';

/** Stands in the built widget where the site's form goes. */
const PLACEHOLDER = '"__DOORSTEP_FORM__"';

const scripts = new WeakMap<Form, Promise<CachedBody>>();

/** The widget with what is seen at first of a site's form inside, as one script. */
async function toScript(form: Form): Promise<CachedBody> {
	const parts = widget.split(PLACEHOLDER);
	if (parts.length !== 2) throw new Error('the built widget has no place for the form: run "npm run build"');
	return toCachedBody(parts.join(JSON.stringify(toFirstForm(form))));
}

/**
 * `GET /:site.js`: the widget with the site's form inside.
 * @param wanted the language asked for by `?lang=`
 */
export async function scriptResponse(site: Site, wanted: string | undefined, request: CacheRequest): Promise<Response> {
	const form = await findForm(site, wanted);
	const script = scripts.get(form) ?? toScript(form);
	scripts.set(form, script);
	return cachedResponse(await script, request, {
		'content-type': 'text/javascript; charset=utf-8',
		// A module script is always fetched with CORS; what it holds is public.
		'access-control-allow-origin': '*',
		'cross-origin-resource-policy': 'cross-origin',
	});
}
