/** A reference to a secret in the Worker's environment. Holds the name only; the value is read at delivery. */
export interface SecretRef {
	readonly kind: 'secret';
	readonly name: string;
}

/** A reference to a plain variable of the Worker's environment, with what to use where it is not set. */
export interface VariableRef {
	readonly kind: 'variable';
	readonly name: string;
	readonly fallback: string;
	readonly suffix: string;
}

/**
 * Names a secret of the Worker's environment (`wrangler secret put NAME`).
 * @param name SCREAMING_SNAKE, by site, vendor and role: `SOL_EASYBROKER_KEY`
 */
export function secret(name: string): SecretRef {
	return { kind: 'secret', name };
}

/**
 * Names a plain variable of the Worker's environment (`[vars]` in wrangler.toml).
 * @param fallback the value where the variable is not set
 * @param suffix put after the value, whichever it is
 */
export function variable(name: string, fallback: string, suffix = ''): VariableRef {
	return { kind: 'variable', name, fallback, suffix };
}

/** The Worker's environment as far as references are concerned. */
export type Environment = Readonly<Record<string, unknown>>;

/** The secret's value, or undefined where the environment lacks it or holds an empty one. */
export function readSecret(ref: SecretRef, env: Environment): string | undefined {
	const value = env[ref.name];
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The variable's value with its suffix. A plain string stands for itself. */
export function readVariable(ref: VariableRef | string, env: Environment): string {
	if (typeof ref === 'string') return ref;
	const value = env[ref.name];
	return (typeof value === 'string' && value !== '' ? value.replace(/\/+$/, '') : ref.fallback) + ref.suffix;
}
