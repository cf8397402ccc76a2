/**
 * Writes `dist/sbom.cdx.json`: what is in the widget and the Worker, as CycloneDX 1.6 (ECMA-424), from package-lock.json alone.
 * The same lock gives the same bytes, with no network and whatever npm is at hand. `npm sbom --omit dev` is not used: npm 11
 * leaves out of it what a development tool happens to need, too (zod). For everything that builds and tests:
 * `npm sbom --sbom-format cyclonedx --package-lock-only`.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { isShipped, type LockedPackage, readLock, readPackage } from './lock-file.ts';

type Project = Pick<
	ReturnType<typeof readPackage>,
	'name' | 'version' | 'license' | 'dependencies' | 'devDependencies'
>;

/** https://github.com/package-url/purl-spec/blob/main/types-doc/npm-definition.md */
const toPurl = (name: string, version: string) => `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;

/**
 * The bill of materials of what is shipped.
 * @param lock every locked package
 */
export function toSbom(lock: readonly LockedPackage[], project: Project) {
	const shipped = lock.filter(isShipped).sort((a, b) => (a.path < b.path ? -1 : 1));
	const refOf = (name: string) => {
		const found = shipped.find((one) => one.name === name);
		return found && toPurl(found.name, found.version);
	};
	const root = toPurl(project.name, project.version);
	const toRefs = (names: readonly string[]) => names.map(refOf).filter((ref) => ref !== undefined);
	const content = {
		metadata: {
			lifecycles: [{ phase: 'build' }],
			component: {
				'bom-ref': root,
				type: 'application',
				name: project.name,
				version: project.version,
				purl: root,
				licenses: [{ expression: project.license }],
			},
		},
		components: shipped.map(({ name, version, license, integrity }) => ({
			'bom-ref': toPurl(name, version),
			type: 'library',
			name,
			version,
			purl: toPurl(name, version),
			...(license && { licenses: [{ expression: license }] }),
			...(integrity && { hashes: [toHash(integrity)] }),
		})),
		dependencies: [
			{ ref: root, dependsOn: toRefs(Object.keys({ ...project.dependencies, ...project.devDependencies })) },
			...shipped.map(({ name, version, dependencies = {} }) => ({
				ref: toPurl(name, version),
				dependsOn: toRefs(Object.keys(dependencies)),
			})),
		],
	};
	return {
		bomFormat: 'CycloneDX',
		specVersion: '1.6',
		serialNumber: `urn:uuid:${toUuid(JSON.stringify(content))}`,
		version: 1,
		...content,
	};
}

/** An integrity as CycloneDX writes hashes: hex. */
function toHash(integrity: string): { alg: string; content: string } {
	const [algorithm = '', base64 = ''] = integrity.split('-');
	return {
		alg: algorithm.toUpperCase().replace('SHA', 'SHA-'),
		content: Buffer.from(base64, 'base64').toString('hex'),
	};
}

/** A version 8 UUID (RFC 9562 §5.8) of a text: another content, another number. */
function toUuid(text: string): string {
	const hex = createHash('sha256').update(text).digest('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

if (import.meta.main) {
	const sbom = toSbom(readLock(), readPackage());
	const file = new URL('../dist/sbom.cdx.json', import.meta.url);
	mkdirSync(new URL('.', file), { recursive: true });
	writeFileSync(file, `${JSON.stringify(sbom, null, '\t')}\n`);
	console.log(`dist/sbom.cdx.json: ${sbom.components.length} packages are in what is shipped`);
}
