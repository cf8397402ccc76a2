import intlTelInput from 'intl-tel-input/intlTelInputWithUtils';
import 'intl-tel-input/dist/css/intlTelInput.css';
import './form.css';
import { check, FIELDS, send } from './lead.js';

const element = (tag, properties, ...children) => {
	const made = Object.assign(document.createElement(tag), properties);
	made.append(...children);
	return made;
};
const form = element('form', { className: 'form', noValidate: true });
for (const { name, label, type, autocomplete } of FIELDS) {
	const input = element(type === 'textarea' ? 'textarea' : 'input', { id: name, name, required: true, autocomplete });
	if (type !== 'textarea') input.type = type;
	const tick = type === 'checkbox';
	form.append(
		element('label', { className: tick ? 'tick' : '', htmlFor: name }, ...(tick ? [input, label] : [label, input])),
	);
}
form.append(element('button', { textContent: 'Send' }));
document.getElementById('mount').append(form);

const phone = intlTelInput(form.elements.phone, { initialCountry: 'us' });
let sending = false;
form.addEventListener('submit', async (event) => {
	event.preventDefault();
	const lead = {
		...Object.fromEntries(new FormData(form)),
		consent: form.elements.consent.checked,
		phone: phone.getNumber(),
	};
	const faults = { ...check(lead), phone: phone.isValidNumber() ? '' : 'Enter a valid phone number' };
	for (const [name, fault] of Object.entries(faults)) form.elements[name].setAttribute('aria-invalid', String(!!fault));
	const first = FIELDS.find(({ name }) => faults[name]);
	if (first) return form.elements[first.name].focus();
	if (sending) return;
	sending = true;
	await send(lead);
	form.outerHTML = '<p role="status">Thank you</p>';
});
