/** One script tag and one element, moved, added and removed by real client-side routers, with no host code for it. */
import { after, before } from 'node:test';
import { type HostWorld, startHostWorld } from '../support/host-world.ts';
import { serveRecorder } from './routers/host-page.ts';
import { serveReact, testReact } from './routers/react.ts';
import { testReusedElement } from './routers/reused-element.ts';
import { serveTurbo, testTurbo } from './routers/turbo.ts';
import { serveViewTransitions, testViewTransitions } from './routers/view-transitions.ts';
import { serveVue, testVue } from './routers/vue.ts';

let world: HostWorld;
const getWorld = () => world;

before(async () => {
	world = await startHostWorld();
	serveRecorder(world);
	serveTurbo(world);
	serveViewTransitions(world);
	await serveReact(world);
	await serveVue(world);
});
after(() => world?.close());

testReact(getWorld);
testReusedElement(getWorld);
testTurbo(getWorld);
testVue(getWorld);
testViewTransitions(getWorld);
