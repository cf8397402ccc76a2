import { Formio as Imported } from '@formio/js/dist/formio.form.min.js';
import '@formio/js/dist/formio.form.min.css';
import { PHONE, send } from './lead.js';

/** As shipped it is a script that leaves a global; as a module it exports. */
const Formio = Imported ?? globalThis.Formio;
const mount = document.getElementById('mount');
const field = (type, key, label, more = {}, validate = {}) => ({
	type,
	key,
	label,
	input: true,
	validate: { required: true, ...validate },
	...more,
});

const form = await Formio.createForm(mount, {
	display: 'form',
	components: [
		field('textfield', 'name', 'Name', { autocomplete: 'name' }),
		field('email', 'email', 'Email', { autocomplete: 'email' }),
		field('textfield', 'phone', 'Phone', { inputType: 'tel', autocomplete: 'tel' }, { pattern: PHONE.source }),
		field('textarea', 'message', 'Message'),
		field('checkbox', 'consent', 'I agree to be contacted'),
		{ type: 'button', key: 'submit', action: 'submit', label: 'Send', input: true },
	],
});
form.nosubmit = true;
form.on('submit', async ({ data }) => {
	await send(data);
	mount.innerHTML = '<p role="status">Thank you</p>';
});
