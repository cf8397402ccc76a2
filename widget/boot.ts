import type { Form } from '../contract/form.ts';
import { DoorstepForm } from './doorstep-form.ts';
import { readVisit, rememberVisit } from './page/visit.ts';
import { whenIdle } from './page/when-idle.ts';
import { upgrade } from './upgrade.ts';

/**
 * Defines `<doorstep-form>`, unless another copy of this script (the tag pasted twice, another site's, another
 * version) already has, and hands the form to whichever definition stands.
 * @param form the site's form, or the bare placeholder where the script came without one
 * @param script the script's own address; its origin is the Worker's
 */
export function boot(form: Form | string, script: string): void {
	if (!customElements.get('doorstep-form')) customElements.define('doorstep-form', DoorstepForm);
	const defined = customElements.get('doorstep-form') as Partial<typeof DoorstepForm>;
	defined.register?.(new URL(script).origin, typeof form === 'string' ? undefined : form);
	upgrade();
	const visit = readVisit();
	whenIdle(() => rememberVisit(visit));
	// The script is asynchronous: what stands further down the page may not be here yet.
	if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', upgrade, { once: true });
}
