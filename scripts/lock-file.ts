/** What package-lock.json says of every package that `npm ci` puts into `node_modules`. */
import { readFileSync } from 'node:fs';

/** One entry of the lock's `packages` (https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json#packages). */
export interface LockedPackage {
	/** `node_modules/a`, or `node_modules/a/node_modules/b` where b has another version there. */
	path: string;
	name: string;
	version: string;
	/** Absent where it comes from the registry and npm's `omit-lockfile-registry-resolved` is on. */
	resolved?: string;
	/** Subresource integrity of the tarball: `sha512-` and base64. */
	integrity?: string;
	/** SPDX expression, as its package.json has it. */
	license?: string;
	dev?: boolean;
	optional?: boolean;
	hasInstallScript?: boolean;
	dependencies?: Record<string, string>;
}

/** Packages that only the build needs, but whose contents it puts into what is served. */
const SHIPPED_BY_THE_BUILD = new Set(['disposable-email-domains']);

const toUrl = (file: string) => new URL(`../${file}`, import.meta.url);

/** The packages of package-lock.json, by path; the project itself is not among them. */
export function readLock(): LockedPackage[] {
	const { packages } = JSON.parse(readFileSync(toUrl('package-lock.json'), 'utf8')) as {
		packages: Record<string, Omit<LockedPackage, 'path' | 'name'> & { name?: string }>;
	};
	return Object.entries(packages)
		.filter(([path]) => path !== '')
		.map(([path, entry]) => ({ ...entry, path, name: entry.name ?? path.replace(/^.*node_modules\//, '') }));
}

/** The project's package.json, as far as the supply chain needs it. */
export function readPackage(): {
	name: string;
	version: string;
	license: string;
	allowScripts: Record<string, boolean>;
} & Partial<Record<'dependencies' | 'devDependencies' | 'optionalDependencies' | 'overrides', Record<string, string>>> {
	return JSON.parse(readFileSync(toUrl('package.json'), 'utf8'));
}

/** Whether a package, or something made of it, is in what visitors and the Worker get: the rest only builds and tests. */
export function isShipped({ name, dev, optional }: LockedPackage): boolean {
	return (!dev && !optional) || SHIPPED_BY_THE_BUILD.has(name);
}
