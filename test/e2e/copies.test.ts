/** The widget more than once in one browser: in two tabs, by two tags, in two versions. */
import { after, before } from 'node:test';
import { type HostWorld, startHostWorld } from '../support/host-world.ts';
import { serveTabs, testTabs } from './copies/tabs.ts';
import { serveVersions, testVersions } from './copies/versions.ts';
import { serveRecorder } from './routers/host-page.ts';

let world: HostWorld;
const getWorld = () => world;

before(async () => {
	world = await startHostWorld();
	serveRecorder(world);
	serveTabs(world);
	await serveVersions(world);
});
after(() => world?.close());

testTabs(getWorld);
testVersions(getWorld);
