import type { Form } from '../../contract/form.ts';
import { findForm } from '../form/form-cache.ts';
import type { Site } from '../site/define-site.ts';
import { type CachedBody, type CacheRequest, cachedResponse, toCachedBody } from './cached-response.ts';

const bodies = new WeakMap<Form, Promise<CachedBody>>();

/**
 * `GET /v1/sites/:site/form`: what the site's form asks, as JSON.
 * @param wanted the language asked for by `?lang=`
 * @param headers CORS headers
 */
export async function formResponse(
	site: Site,
	wanted: string | undefined,
	request: CacheRequest,
	headers: Record<string, string>,
): Promise<Response> {
	const form = await findForm(site, wanted);
	const body = bodies.get(form) ?? toCachedBody(JSON.stringify(form));
	bodies.set(form, body);
	return cachedResponse(await body, request, { 'content-type': 'application/json', ...headers });
}
