import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readAudit } from '../../scripts/audit.ts';
import { isShipped, type LockedPackage, readLock, readPackage } from '../../scripts/lock-file.ts';
import { toSbom } from '../../scripts/sbom.ts';
import { isLicenceAllowed, licenceOf, toThirdPartyPage } from '../../scripts/third-party.ts';

const ROOT = new URL('../../', import.meta.url);
const lock = readLock();
const project = readPackage();
const read = (file: string) => readFileSync(new URL(file, ROOT), 'utf8');
const locked = (change: Partial<LockedPackage>): LockedPackage => ({
	path: 'node_modules/a',
	name: 'a',
	version: '1.0.0',
	...change,
});

test('every dependency is named in one exact version, and the lock has that one', () => {
	const { dependencies, devDependencies, optionalDependencies, overrides } = project;
	for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })) {
		assert.match(version, /^\d+\.\d+\.\d+$/, name);
		assert.equal(lock.find(({ path }) => path === `node_modules/${name}`)?.version, version, name);
	}
	for (const [name, version] of Object.entries(overrides ?? {})) assert.match(version, /^\d+\.\d+\.\d+$/, name);
});

test('every locked package is known by the SHA-512 of its contents, and none comes from elsewhere than the registry', () => {
	assert.ok(lock.length > 100);
	for (const { path, integrity, resolved = 'https://registry.npmjs.org/' } of lock) {
		assert.match(integrity ?? '', /^sha512-[\w+/]{86}==$/, path);
		assert.ok(resolved.startsWith('https://registry.npmjs.org/'), `${path} comes from ${resolved}`);
	}
});

test('no install script runs, and every package that has one is named in allowScripts', () => {
	assert.match(read('.npmrc'), /^ignore-scripts=true$/m);
	for (const { name, hasInstallScript } of lock) {
		if (hasInstallScript)
			assert.equal(project.allowScripts[name], false, `write "${name}": false into package.json's allowScripts`);
	}
});

test('what is shipped is under a licence that asks for nothing but its words, and tools under one that may be used', () => {
	for (const one of lock) assert.ok(isLicenceAllowed(one), `${one.path}: ${licenceOf(one) ?? 'no licence'}`);
	assert.ok(isLicenceAllowed(locked({ license: 'GPL-3.0 OR MIT' })));
	assert.ok(isLicenceAllowed(locked({ license: 'MPL-2.0', dev: true })));
	for (const license of ['MPL-2.0', 'MIT AND GPL-3.0', 'UNLICENSED', ''])
		assert.ok(!isLicenceAllowed(locked({ license })), license);
	assert.ok(!isLicenceAllowed(locked({})), 'none named');
	assert.ok(!isLicenceAllowed(locked({ license: 'AGPL-3.0', dev: true })));
});

test('THIRD-PARTY.md names what is shipped today', () => {
	assert.ok(
		read('THIRD-PARTY.md') === toThirdPartyPage(lock),
		'run "node scripts/third-party.ts" and commit THIRD-PARTY.md',
	);
});

test('every package that the widget or the Worker imports counts as shipped', () => {
	const shipped = new Set(lock.filter(isShipped).map(({ name }) => name));
	const imported = new Set<string>();
	for (const folder of ['contract', 'widget', 'worker', 'console', 'sites']) {
		for (const file of readdirSync(new URL(`${folder}/`, ROOT), { recursive: true, encoding: 'utf8' })) {
			if (!file.endsWith('.ts') || file.endsWith('.d.ts') || (folder === 'widget' && file.startsWith('build/')))
				continue;
			for (const [, from = ''] of read(`${folder}/${file}`).matchAll(
				/(?:^import|^} from|^import .* from|^export .* from|import\() ?'([@\w][\w@./-]*)'/gm,
			)) {
				if (!/^(node|cloudflare):/.test(from))
					imported.add(
						from
							.split('/')
							.slice(0, from.startsWith('@') ? 2 : 1)
							.join('/'),
					);
			}
		}
	}
	for (const name of ['lit', 'hono', 'zod', 'libphonenumber-js', 'altcha-lib'])
		assert.ok(imported.has(name), `${name} is a dependency that nothing imports`);
	for (const name of imported) assert.ok(shipped.has(name), `${name} is imported and not shipped`);
});

test('the bill of materials has every shipped package with its hash, no tool, and is the same each time', () => {
	const sbom = toSbom(lock, project);
	const refs = sbom.components.map((component) => component['bom-ref']);
	for (const [name, version] of Object.entries(project.dependencies ?? {}))
		assert.ok(refs.includes(`pkg:npm/${name}@${version}`), name);
	assert.ok(!refs.some((ref) => /wrangler|typescript|node-linux/.test(ref)));
	assert.equal(new Set(refs).size, refs.length);
	for (const { hashes } of sbom.components) assert.match(hashes?.[0]?.content ?? '', /^[0-9a-f]{128}$/);
	for (const { ref, dependsOn } of sbom.dependencies)
		for (const one of dependsOn) assert.ok(refs.includes(one), `${ref} depends on ${one}`);
	assert.equal(JSON.stringify(toSbom([...lock].reverse(), project)), JSON.stringify(sbom));
	const changed = lock.map((one) => (one.name === 'lit' ? { ...one, version: '9.9.9' } : one));
	assert.notEqual(toSbom(changed, project).serialNumber, sbom.serialNumber);
});

test('an audit that could not be made is not taken for a clean one', () => {
	const outcome = (report: unknown) => readAudit(JSON.stringify(report)).exitCode;
	assert.equal(outcome({ vulnerabilities: {} }), 0);
	assert.equal(outcome({ vulnerabilities: { a: { severity: 'high', range: '<1', isDirect: true } } }), 1);
	assert.equal(outcome({ message: '405 Method Not Allowed', error: { summary: '' } }), 2);
	assert.equal(outcome({}), 2);
	assert.equal(readAudit('').exitCode, 2);
});
