import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createPortal, type Portal } from '../../../demo/portal.ts';
import { lys } from '../../../sites/lys.ts';
import { findForm } from '../../../worker/form/form-cache.ts';
import { hostedPage } from '../../../worker/pages/hosted-page.ts';
import { TEXTS_ENV } from '../../support/texts-env.ts';
import { until } from '../../support/until.ts';
import { startTestWorker, type TestWorker } from '../../support/worker.ts';

let portal: Portal;
let worker: TestWorker;
before(async () => {
	portal = await createPortal({ port: 0 });
	worker = await startTestWorker(portal.vendorsUrl);
});
after(async () => {
	await worker.close();
	await portal.close();
});

const FORM_POST = { 'content-type': 'application/x-www-form-urlencoded' };

test('the hosted page shows the form for its listing, with and without scripts', async () => {
	const response = await worker.fetch('/sol?listing=EB-AB1234&title=Casa%20%3Cazul%3E');
	const page = await response.text();
	assert.equal(response.status, 200);
	assert.match(page, /<doorstep-form lang="es" listing="EB-AB1234" agent="none">/);
	assert.match(page, /<form method="post" action="\/v1\/sites\/sol\/leads">/);
	assert.match(page, /name="listing.reference" value="EB-AB1234"/);
	assert.ok(page.includes('Casa &lt;azul&gt;') && !page.includes('<azul>'));
});

test('the hosted page may not be framed, and allows nothing inline but its own style', async () => {
	const { headers } = await worker.fetch('/sol');
	const policy = headers.get('content-security-policy') ?? '';
	assert.match(policy, /frame-ancestors 'none'/);
	assert.match(policy, /script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'/);
	assert.ok(!policy.includes('unsafe'));
	assert.equal(headers.get('x-frame-options'), 'DENY');
});

test('the embedded page may be framed by the site’s pages and by no others', async () => {
	const { headers } = await worker.fetch('/sol/embed?listing=EB-AB1234');
	assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors https:\/\/www\.sol\.example(;|$)/);
	assert.equal(headers.get('x-frame-options'), null);
});

test('the hosted page speaks the language asked for', async () => {
	assert.match(await (await worker.fetch('/sol?lang=ar')).text(), /<html lang="ar" dir="rtl">/);
});

test('the page of no site is a clear problem', async () => {
	const response = await worker.fetch('/luna');
	assert.deepEqual([response.status, ((await response.json()) as { code: string }).code], [404, 'unknown_site']);
});

test('what was typed is still there when a plain form comes back with a mistake', async () => {
	const body = new URLSearchParams({
		name: 'Eva "la grande" <b>',
		email: 'eva@',
		message: 'Línea 1\r\nLínea 2',
		'listing.reference': 'EB-AB1234',
		language: 'es',
	});
	const response = await worker.post(body.toString(), { headers: FORM_POST });
	const page = await response.text();
	assert.equal(response.status, 422);
	assert.match(page, /Hay 2 respuestas por revisar\./);
	assert.match(page, /value="Eva &quot;la grande&quot; &lt;b&gt;"/);
	assert.match(page, /Línea 1\r?\nLínea 2<\/textarea>/);
	assert.match(page, /name="listing.reference" value="EB-AB1234"/);
	assert.match(page, /aria-invalid="true" aria-describedby="email-error"/);
	assert.match(page, /id="email-error">Escribe el correo como/);
	assert.match(page, /id="consent-contact-error">Marca esta casilla/);
});

test('the same words mended and sent again from that page arrive', async () => {
	const body = new URLSearchParams({
		name: 'Eva Corregida',
		email: 'eva@example.com',
		'listing.reference': 'EB-AB1234',
		'consent.contact': 'on',
	});
	// The page that came back is the Worker's own, so that is where the browser says it comes from.
	const origin = new URL((await worker.fetch('/v1/health')).url).origin;
	const response = await worker.post(body.toString(), { headers: { ...FORM_POST, origin } });
	assert.equal(response.status, 303);
	await until('the lead', () =>
		portal.inbox.list('easybroker').find((entry) => (entry.body as { name?: string }).name === 'Eva Corregida'),
	);
});

test('the hosted page may load the agent’s portrait from where it is, and pictures from nowhere else', async () => {
	const page = await hostedPage(lys, await findForm(lys, TEXTS_ENV), {}, false);
	assert.match(page.headers.get('content-security-policy') ?? '', /img-src 'self' data: http:\/\/localhost:8788;/);
	const { agent, ...faceless } = lys;
	const plain = await hostedPage(faceless, await findForm(faceless, TEXTS_ENV), {}, false);
	assert.match(plain.headers.get('content-security-policy') ?? '', /img-src 'self' data:;/);
});
