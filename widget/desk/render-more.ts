import type { TemplateResult } from 'lit';
import { PHONE_COUNTRIES } from '../phone/load-phone.ts';
import type { Answers } from './answers.ts';
import { html, say } from './kit.ts';
import { suggestEmail } from './suggest-email.ts';

/**
 * Renders what may help with an answer: the address likely meant, or the country of a number that doesn't fit.
 * @param take does what the visitor asked for
 */
export function renderMore(name: string, answers: Answers, take: (value: string) => void): TemplateResult | undefined {
	const { form, errors, phoneCountry } = answers;
	if (name === 'email') {
		const typed = String(answers.typed.get(name) ?? '');
		const email = suggestEmail(typed);
		const [before, after] = say(form, 'didYouMean')?.split('{email}') ?? [];
		return email && !answers.isFocused(name)
			? html`<p class="quiet" part="suggestion">${before}<button class="link" type="button"
				@click=${() => take(email)}><bdi dir="ltr">${email}</bdi></button>${after}</p>`
			: undefined;
	}
	if (name !== 'phone' || !(phoneCountry || errors.get(name) === 'impossible_phone')) return undefined;
	const names = new Intl.DisplayNames(form.language, { type: 'region' });
	const chosen = phoneCountry ?? form.country;
	const countries = [...new Set([form.country, ...PHONE_COUNTRIES])].map((code) => ({
		code,
		label: names.of(code) ?? code,
	}));
	countries.sort((a, b) => a.label.localeCompare(b.label, form.language));
	return html`<label><span class="quiet">${say(form, 'phoneCountry')}</span>
		<select part="input" name="phoneCountry" autocomplete="off" @change=${(event: Event) => take((event.target as HTMLSelectElement).value)}>
			${countries.map(({ code, label }) => html`<option value=${code} ?selected=${code === chosen}>${label}</option>`)}
		</select></label>`;
}
