/** Cloudflare's script, to be rendered by call (https://developers.cloudflare.com/turnstile/get-started/client-side-rendering/). */
const SCRIPT = 'https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit';

/** As much of Cloudflare's script as is used. */
interface Turnstile {
	render(container: HTMLElement, options: Record<string, unknown>): string | undefined;
	remove(id: string): void;
}

type TurnstileWindow = {
	turnstile?: Turnstile;
	trustedTypes?: { createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): Policy };
};
type Policy = { createScriptURL: (url: string) => string };

let loading: Promise<Turnstile | undefined> | undefined;

/**
 * Has Turnstile make a token. A lazy part, for sites that use it: its script is loaded now and not before, and where the
 * page uses Turnstile itself, not at all. Mostly it shows nothing; where it wants a person's hand, it shows in the form.
 * @param form where it may show
 * @returns a token, good for five minutes and for one lead; nothing where none can be had
 */
export async function getToken(
	{ siteKey, action }: { siteKey: string; action: string },
	form: HTMLElement,
): Promise<string | undefined> {
	loading ??= load();
	const turnstile = await loading;
	if (!turnstile) {
		loading = undefined;
		return undefined;
	}
	const container = document.createElement('div');
	const button = form.querySelector('[part~="submit"]');
	if (button) button.before(container);
	else form.append(container);
	return new Promise((resolve) => {
		const end = (token?: string) => {
			resolve(token);
			if (id) turnstile.remove(id);
			container.remove();
		};
		const id = turnstile.render(container, {
			sitekey: siteKey,
			action,
			appearance: 'interaction-only',
			'response-field': false,
			callback: (token: string) => queueMicrotask(() => end(token)),
			'error-callback': () => {
				queueMicrotask(end);
				return true;
			},
		});
	});
}

function load(): Promise<Turnstile | undefined> {
	const page = window as TurnstileWindow;
	if (page.turnstile) return Promise.resolve(page.turnstile);
	return new Promise((resolve) => {
		const script = document.createElement('script');
		try {
			const policy: Policy | undefined = page.trustedTypes?.createPolicy('doorstep', { createScriptURL: () => SCRIPT });
			script.src = policy?.createScriptURL('') ?? SCRIPT;
		} catch {
			// A page that lists its policies and has not listed ours.
			return resolve(undefined);
		}
		script.async = true;
		script.onload = () => resolve(page.turnstile);
		script.onerror = () => resolve(undefined);
		document.head.append(script);
	});
}
