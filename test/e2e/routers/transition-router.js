// A client-side router that swaps documents as Astro's <ClientRouter /> does (astro 7, dist/transitions/swap-functions.js
// and router.js, written anew from what they do): the document fetched and parsed; scripts that ran never run again; the
// head's elements replaced; elements with the same `data-astro-transition-persist` carried over by `moveBefore`, or by
// `appendChild` where there is none; the body replaced; then new scripts run. All of it inside `document.startViewTransition`.
const PERSIST = 'data-astro-transition-persist';
const ran = new Set([...document.scripts].map(({ src, textContent }) => src || textContent));

function swapHead(next) {
	for (const element of [...document.head.children]) element.remove();
	document.head.append(...next.head.children);
}

function swapBody(next, root = document.documentElement) {
	const canMove = typeof root.moveBefore === 'function';
	const pairs = [];
	for (const element of document.querySelectorAll(`[${PERSIST}]`)) {
		const target = next.querySelector(`[${PERSIST}="${element.getAttribute(PERSIST)}"]`);
		if (!target) continue;
		pairs.push([element, target]);
		if (canMove) root.moveBefore(element, null);
		else root.append(element);
	}
	document.body.replaceWith(next);
	for (const [element, target] of pairs) {
		if (!canMove) target.replaceWith(element);
		else {
			target.parentNode.moveBefore(element, target);
			target.remove();
		}
	}
}

/** Scripts of a parsed document are inert: each new one is made again. */
function runScripts() {
	for (const script of [...document.scripts]) {
		const key = script.src || script.textContent;
		if (ran.has(key)) continue;
		ran.add(key);
		const live = document.createElement('script');
		for (const { name, value } of script.attributes) live.setAttribute(name, value);
		live.textContent = script.textContent;
		script.replaceWith(live);
	}
}

async function navigate(url) {
	const next = new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html');
	const transition = document.startViewTransition(() => {
		swapHead(next);
		swapBody(next.body);
		runScripts();
	});
	await transition.updateCallbackDone;
	await transition.finished;
	document.documentElement.dataset.arrived = url;
}

document.addEventListener('click', (event) => {
	const link = event.target.closest?.('a');
	if (!link) return;
	event.preventDefault();
	history.pushState(null, '', link.href);
	void navigate(link.pathname);
});
window.addEventListener('popstate', () => void navigate(location.pathname));
