/** A name that form-filling programs know and browsers' autofill does not; the Worker's plain forms use it, too. */
const NAME = 'website';

/**
 * Puts an input into a form that no person sees or comes to by keyboard or screen reader, and that programs fill.
 * @returns the input; the one that is there already where one is
 */
export function setTrap(form: HTMLElement): HTMLInputElement {
	const known = form.querySelector<HTMLInputElement>(`input[name=${NAME}]`);
	if (known) return known;
	const input = document.createElement('input');
	input.name = NAME;
	input.tabIndex = -1;
	input.autocomplete = 'off';
	input.ariaHidden = 'true';
	// Set by script, so that no policy against inline styles is in the way.
	input.style.cssText = 'position:absolute;width:1px;height:1px;padding:0;border:0;clip-path:inset(50%)';
	form.append(input);
	return input;
}
