// As shipped it fetches these parts from a public CDN when it runs; bundled, it needs no other host.
import '@htmlbricks/hb-input-text';
import '@htmlbricks/hb-input-email';
import '@htmlbricks/hb-input-area';
import '@htmlbricks/hb-input-checkbox';
import '@htmlbricks/hb-form';
import '@htmlbricks/hb-form-contact';
import { send } from './lead.js';

const form = document.createElement('hb-form-contact');
const ask = (label) => ({ required: true, label });
form.setAttribute(
	'informations',
	JSON.stringify({ name: ask('Name'), email: ask('Email'), phone: ask('Phone'), message: ask('Message') }),
);
form.setAttribute('privacy_policy', JSON.stringify({ input: 'I agree to be contacted', required: true }));
form.addEventListener('formContactSubmit', async ({ detail }) => {
	await send(detail.values ?? detail);
	form.replaceWith(Object.assign(document.createElement('p'), { textContent: 'Thank you' }));
});
document.getElementById('mount').append(form);
