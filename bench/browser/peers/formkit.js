import { defaultConfig, FormKit, plugin } from '@formkit/vue';
import { createApp, h, ref } from 'vue';
import '@formkit/themes/genesis';
import { PHONE, send } from './lead.js';

const LeadForm = {
	setup() {
		const sent = ref(false);
		const onSubmit = async (lead) => {
			await send(lead);
			sent.value = true;
		};
		const questions = () => [
			h(FormKit, { type: 'text', name: 'name', label: 'Name', validation: 'required', autocomplete: 'name' }),
			h(FormKit, {
				type: 'email',
				name: 'email',
				label: 'Email',
				validation: 'required|email',
				autocomplete: 'email',
			}),
			h(FormKit, {
				type: 'tel',
				name: 'phone',
				label: 'Phone',
				validation: [['required'], ['matches', PHONE]],
				autocomplete: 'tel',
			}),
			h(FormKit, { type: 'textarea', name: 'message', label: 'Message', validation: 'required' }),
			h(FormKit, { type: 'checkbox', name: 'consent', label: 'I agree to be contacted', validation: 'accepted' }),
		];
		return () =>
			sent.value
				? h('p', { role: 'status' }, 'Thank you')
				: h(FormKit, { type: 'form', submitLabel: 'Send', onSubmit }, questions);
	},
};

createApp(LeadForm).use(plugin, defaultConfig()).mount('#mount');
