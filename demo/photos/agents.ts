import { drawPortrait } from './portrait.ts';

/** Portraits of the agents. Nobody sat for them: the people of the portal are made up, and so are their faces. */
export const AGENT_PICTURES = {
	'sol-agent': () =>
		drawPortrait({
			wall: ['#f3cdb2', '#d98e6c'],
			skin: '#d9a27c',
			shade: '#a86d4b',
			hair: '#2a1a14',
			shine: '#5b3a2a',
			style: 'long',
			clothes: '#a8432b',
			shirt: '#fbf3e8',
			lips: '#b4453f',
			earrings: '#e8b64c',
		}),
	'mar-agent': () =>
		drawPortrait({
			wall: ['#cfe2f0', '#86b0cf'],
			skin: '#efc4a1',
			shade: '#bf8560',
			hair: '#5a3822',
			shine: '#8a5a38',
			style: 'bun',
			clothes: '#1d4668',
			shirt: '#ffffff',
			lips: '#bf5a55',
			earrings: '#f4f0e6',
		}),
	'oak-agent': () =>
		drawPortrait({
			wall: ['#d9e4cd', '#95b184'],
			skin: '#8d5a3c',
			shade: '#5e3722',
			hair: '#1c1411',
			shine: '#3a2a22',
			style: 'short',
			clothes: '#3d6337',
			shirt: '#f4efe2',
			lips: '#7d3d33',
			beard: true,
		}),
	'elm-agent': () =>
		drawPortrait({
			wall: ['#dde3f0', '#9aabd0'],
			skin: '#f1c9ab',
			shade: '#c58d6a',
			hair: '#9c4f25',
			shine: '#cf8148',
			style: 'curls',
			clothes: '#34456f',
			shirt: '#f5e9d6',
			lips: '#c2564f',
		}),
	'lys-agent': () =>
		drawPortrait({
			wall: ['#efd6de', '#c48da0'],
			skin: '#f2cfb6',
			shade: '#c79678',
			hair: '#3a2a2a',
			shine: '#6b4c48',
			style: 'bob',
			clothes: '#2e2c33',
			shirt: '#84304f',
			lips: '#b03a4c',
			glasses: '#3a2a2a',
		}),
};
