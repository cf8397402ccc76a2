// A React host as its developer would write it. `window.show` stands for its router: it changes the state.
import { createElement as h, StrictMode, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

function Host() {
	const [{ listing, shown, place, order }, setState] = useState({
		listing: 'EB-AB1234',
		shown: true,
		place: 'left',
		order: ['form', 'photos', 'map'],
	});
	// flushSync: what a test sees after the call is what React made of it.
	window.show = (change) => flushSync(() => setState((state) => ({ ...state, ...change })));
	const [thanked, setThanked] = useState(0);
	const form =
		shown &&
		h('doorstep-form', { key: 'form', listing, 'ondoorstep-submitted': () => setThanked((count) => count + 1) });
	const sections = order.map((name) => (name === 'form' ? form : h('p', { key: name }, name)));
	return h(
		'div',
		null,
		h('div', { id: 'left' }, place === 'left' && sections),
		h('div', { id: 'right' }, place === 'right' && sections),
		h('output', null, `thanked ${thanked}`),
	);
}

createRoot(document.querySelector('main')).render(h(StrictMode, null, h(Host)));
