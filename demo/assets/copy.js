// Buttons that copy the code above them. Where the clipboard may not be written they stay away.

for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('[data-copy]'))) {
	if (!navigator.clipboard) break;
	button.hidden = false;
	button.addEventListener('click', () => copy(button));
}

/** @param {HTMLButtonElement} button */
async function copy(button) {
	const code = button.closest('.snippet')?.querySelector('code');
	const status = button.nextElementSibling;
	if (!code || !status) return;
	try {
		await navigator.clipboard.writeText(code.textContent);
		status.textContent = 'Copied';
	} catch {
		// Selected, the code is one key away.
		getSelection()?.selectAllChildren(code);
		status.textContent = 'Selected: press Ctrl+C or ⌘C';
	}
}
