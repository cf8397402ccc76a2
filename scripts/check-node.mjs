// Plain JavaScript on purpose: it must run on any Node, to say which one is needed.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
	console.error(
		`Doorstep needs Node 22.18 or newer for its scripts; this is ${process.versions.node}.\n` +
			'On Linux "npm ci" brings one along: run it first, and start scripts with "npm run …".\n' +
			'Elsewhere install a current Node from https://nodejs.org.',
	);
	process.exit(1);
}
