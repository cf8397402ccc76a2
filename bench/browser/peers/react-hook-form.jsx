import { createRoot } from 'react-dom/client';
import { useForm } from 'react-hook-form';
import './form.css';
import { EMAIL, FIELDS, PHONE, send } from './lead.js';

const PATTERNS = { email: EMAIL, phone: PHONE };

function Field({ field: { name, label, type, autocomplete }, register, fault }) {
	const input = {
		id: name,
		autoComplete: autocomplete,
		'aria-invalid': !!fault,
		'aria-describedby': `${name}-error`,
		...register(name, { required: true, ...(PATTERNS[name] && { pattern: PATTERNS[name] }) }),
	};
	const control = type === 'textarea' ? <textarea {...input} /> : <input type={type} {...input} />;
	const tick = type === 'checkbox';
	return (
		<>
			<label className={tick ? 'tick' : ''} htmlFor={name}>
				{tick && control}
				{label}
				{!tick && control}
			</label>
			<span className="error" id={`${name}-error`}>
				{fault && 'Check this field'}
			</span>
		</>
	);
}

function LeadForm() {
	const { register, handleSubmit, formState } = useForm();
	if (formState.isSubmitSuccessful) return <p role="status">Thank you</p>;
	return (
		<form className="form" noValidate onSubmit={handleSubmit((lead) => send(lead))}>
			{FIELDS.map((field) => (
				<Field key={field.name} field={field} register={register} fault={formState.errors[field.name]} />
			))}
			<button type="submit" disabled={formState.isSubmitting}>
				Send
			</button>
		</form>
	);
}

createRoot(document.getElementById('mount')).render(<LeadForm />);
