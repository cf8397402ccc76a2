// The inbox page: shows what the vendors received as server-sent events bring it, newest first.

/** @typedef {import('../inbox.ts').InboxRecord} InboxRecord */

/** Fields that hold a vendor's free text: the visitor's words, then the details block. */
const FREE_TEXT_FIELDS = new Set(['message', 'Message', 'notes', 'Notes', 'content', 'event_notes']);

/** The line between the visitor's words and the details block: `--- detalles ---`. */
const SEPARATOR = /^--- (.+) ---$/;

const list = byId('entries');
const nothing = byId('nothing');
const live = byId('live');
const emptyIt = byId('empty-it');
const filters = byId('filters');

/** @type {Map<number, InboxRecord>} */
const records = new Map();
let shownVendor = '';

const events = new EventSource('/inbox/events');
events.addEventListener('open', () => showLive(true));
events.addEventListener('error', () => showLive(false));
events.addEventListener('snapshot', (event) => {
	records.clear();
	for (const record of /** @type {InboxRecord[]} */ (JSON.parse(event.data))) records.set(record.number, record);
	list.replaceChildren(...[...records.values()].reverse().map((record) => renderEntry(record)));
	refresh();
});
events.addEventListener('record', (event) => {
	const record = /** @type {InboxRecord} */ (JSON.parse(event.data));
	const entry = renderEntry(record);
	const old = records.has(record.number) ? list.querySelector(`[data-number="${record.number}"]`) : null;
	records.set(record.number, record);
	if (old) old.replaceWith(entry);
	else list.prepend(entry);
	entry.classList.add('new');
	refresh();
});

filters.addEventListener('click', (event) => {
	const button = /** @type {Element} */ (event.target).closest('button');
	if (button?.dataset.vendor === undefined) return;
	shownVendor = button.dataset.vendor;
	for (const other of filters.querySelectorAll('[aria-pressed]')) {
		other.setAttribute('aria-pressed', String(other === button));
	}
	refresh();
});
emptyIt.addEventListener('click', () => fetch('/inbox.json', { method: 'DELETE' }));

/** Brings counts, the filter and the empty state up to date. */
function refresh() {
	/** @type {Map<string, number>} */
	const counts = new Map([['', records.size]]);
	for (const { entry } of records.values()) counts.set(entry.vendor, (counts.get(entry.vendor) ?? 0) + 1);
	for (const button of filters.querySelectorAll('button')) {
		const count = button.dataset.vendor === undefined ? undefined : counts.get(button.dataset.vendor);
		const place = button.querySelector('span');
		if (place) place.textContent = count ? String(count) : '';
	}
	for (const entry of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll('.entry'))) {
		entry.hidden = shownVendor !== '' && entry.dataset.vendor !== shownVendor;
	}
	nothing.hidden = (counts.get(shownVendor) ?? 0) > 0;
	emptyIt.hidden = records.size === 0;
}

/** @param {boolean} on */
function showLive(on) {
	live.textContent = on ? 'Live' : 'Connection lost, trying again…';
	live.classList.toggle('on', on);
}

/**
 * One request, ready to read.
 * @param {InboxRecord} record
 */
function renderEntry({ number, entry, taken }) {
	const item = make('li', 'entry');
	item.dataset.number = String(number);
	item.dataset.vendor = entry.vendor;

	const query = new URLSearchParams(
		Object.entries(entry.query).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
	);
	const head = make('header');
	const time = make('time', '', new Date(entry.receivedAt).toLocaleTimeString());
	time.setAttribute('datetime', entry.receivedAt);
	const address = `${entry.method} ${entry.path}${query.size > 0 ? `?${decodeURIComponent(String(query))}` : ''}`;
	head.append(make('b', '', nameOf(entry.vendor)), make('code', '', address), time, renderBadge(entry, taken));
	item.append(head);

	const body = make('div', 'body');
	if (typeof entry.body === 'object' && entry.body !== null && !Array.isArray(entry.body)) {
		body.append(...renderFields(/** @type {Record<string, unknown>} */ (entry.body)));
	} else if (entry.body !== '') {
		body.append(make('pre', '', typeof entry.body === 'string' ? entry.body : JSON.stringify(entry.body, null, 2)));
	}
	const headers = make('details');
	const lines = Object.entries(entry.headers).map(([name, value]) => `${name}: ${value}`);
	headers.append(make('summary', '', 'Headers'), make('pre', '', lines.join('\n')));
	body.append(headers);
	item.append(body);
	return item;
}

/**
 * Short fields as a table, free text below it with its details block as another.
 * @param {Record<string, unknown>} fields
 */
function renderFields(fields) {
	const table = make('dl', 'fields');
	const texts = [];
	for (const [name, value] of Object.entries(fields)) {
		if (FREE_TEXT_FIELDS.has(name) && typeof value === 'string') texts.push(renderWords(name, value));
		else addRow(table, name, typeof value === 'string' ? value : JSON.stringify(value));
	}
	return [table, ...texts];
}

/**
 * @param {string} name
 * @param {string} text
 */
function renderWords(name, text) {
	const words = make('div', 'words');
	const lines = text.split('\n');
	const at = lines.findLastIndex((line) => SEPARATOR.test(line));
	const own = (at < 0 ? lines : lines.slice(0, at)).join('\n').trim();
	words.append(make('h3', '', name), make('p', '', own));
	if (at >= 0) {
		words.append(make('h4', '', SEPARATOR.exec(lines[at] ?? '')?.[1] ?? ''));
		const table = make('dl', 'fields');
		for (const line of lines.slice(at + 1)) {
			const colon = line.indexOf(': ');
			if (colon > 0) addRow(table, line.slice(0, colon), line.slice(colon + 2));
			else if (line.trim()) addRow(table, '', line);
		}
		words.append(table);
	}
	return words;
}

/**
 * What became of a request. A status alone doesn't say whether the vendor took it, so both are shown.
 * @param {InboxRecord['entry']} entry
 * @param {boolean} taken
 */
function renderBadge({ method, status }, taken) {
	if (status === null) return make('span', 'badge', 'open');
	if (status === 0) return make('span', 'badge failed', taken ? 'taken · no answer' : 'no answer');
	if (status >= 500 || status === 429) return make('span', 'badge failed', `${taken ? 'taken' : 'failed'} · ${status}`);
	if (method === 'GET' && taken) return make('span', 'badge', `answered · ${status}`);
	return make('span', `badge ${taken ? 'taken' : 'refused'}`, `${taken ? 'taken' : 'refused'} · ${status}`);
}

/** @param {string} vendor */
function nameOf(vendor) {
	const button = /** @type {HTMLElement | null} */ (filters.querySelector(`[data-vendor="${CSS.escape(vendor)}"]`));
	return button?.firstChild?.textContent?.trim() || vendor;
}

/**
 * @param {HTMLElement} table
 * @param {string} name
 * @param {string | undefined} value
 */
function addRow(table, name, value) {
	const row = [make('dt', '', name), make('dd', '', value ?? '')];
	table.append(...row);
}

/**
 * @param {string} tag
 * @param {string} [className]
 * @param {string} [text]
 */
function make(tag, className = '', text) {
	const element = document.createElement(tag);
	if (className) element.className = className;
	if (text !== undefined) element.textContent = text;
	return element;
}

/** @param {string} id */
function byId(id) {
	return /** @type {HTMLElement} */ (document.getElementById(id));
}
