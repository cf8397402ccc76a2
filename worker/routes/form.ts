import type { Form } from '../../contract/form.ts';
import { findForm, type WantedForm } from '../form/form-cache.ts';
import type { Site } from '../site/define-site.ts';
import type { Environment } from '../site/secret.ts';
import { type CachedBody, type CacheRequest, cachedResponse, toCachedBody } from './cached-response.ts';

const bodies = new WeakMap<Form, Promise<CachedBody>>();

/**
 * `GET /v1/sites/:site/form`: what the site's form asks, as JSON.
 * @param wanted the language asked for by `?lang=`, and the mode by `?mode=`
 * @param headers CORS headers
 */
export async function formResponse(
	site: Site,
	env: Environment,
	wanted: WantedForm,
	request: CacheRequest,
	headers: Record<string, string>,
): Promise<Response> {
	const form = await findForm(site, env, wanted);
	const body = bodies.get(form) ?? toCachedBody(JSON.stringify(form));
	bodies.set(form, body);
	return cachedResponse(await body, request, { 'content-type': 'application/json', ...headers });
}
