import { toFirstForm } from '../../contract/first-form.ts';
import type { Form } from '../../contract/form.ts';
import { readAsset } from '../assets.ts';
import { findForm, type WantedForm } from '../form/form-cache.ts';
import type { Site } from '../site/define-site.ts';
import type { Environment } from '../site/secret.ts';
import { type CachedBody, type CacheRequest, cachedResponse, toCachedBody } from './cached-response.ts';

/** Stands in the built widget where the site's form goes. */
const PLACEHOLDER = '"__DOORSTEP_FORM__"';

const scripts = new WeakMap<Form, CachedBody>();

/** The widget with what is seen at first of a site's form inside, as one script. */
async function toScript(form: Form, env: Environment): Promise<CachedBody> {
	const parts = (await readAsset(env, '/widget.js')).split(PLACEHOLDER);
	if (parts.length !== 2) throw new Error('the built widget has no place for the form: run "npm run build"');
	return toCachedBody(parts.join(JSON.stringify(toFirstForm(form))));
}

/**
 * `GET /:site.js`: the widget with the site's form inside.
 * @param wanted the language asked for by `?lang=`, and the mode by `?mode=`
 */
export async function scriptResponse(
	site: Site,
	env: Environment,
	wanted: WantedForm,
	request: CacheRequest,
): Promise<Response> {
	const form = await findForm(site, env, wanted);
	const script = scripts.get(form) ?? (await toScript(form, env));
	scripts.set(form, script);
	return cachedResponse(script, request, {
		'content-type': 'text/javascript; charset=utf-8',
		// A module script is always fetched with CORS; what it holds is public.
		'access-control-allow-origin': '*',
		'cross-origin-resource-policy': 'cross-origin',
	});
}
