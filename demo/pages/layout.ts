import { Html, html } from './html.ts';

/** What every page of the portal shares. */
export interface Layout {
	language: string;
	/** Gives the page its market's colour; `portal` where it belongs to none. */
	site: string;
	title: string;
	/** Goes into `<head>` after the portal's own lines. */
	head?: Html;
	tagline: string;
	links: { href: string; label: string }[];
	body: Html;
	imprint: string;
}

const LOGO = new Html(
	'<svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true"><path class="logo-arch" d="M4 29V15a12 12 0 0 1 24 0v14z"/><path class="logo-door" d="M11 29V17a5 5 0 0 1 10 0v12z"/><circle class="logo-knob" cx="18.6" cy="22" r="1.1"/></svg>',
);

/** A whole page. Styles are files: the portal's own policy allows no inline ones. */
export function renderLayout({ language, site, title, head, tagline, links, body, imprint }: Layout): string {
	return html`<!doctype html>
<html lang="${language}" data-site="${site}">
<head>
	<meta charset="utf-8">
	<meta name="viewport" content="width=device-width, initial-scale=1">
	<title>${title}</title>
	<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
	<link rel="stylesheet" href="/assets/portal.css">
${head}</head>
<body>
	<header class="top">
		<a class="logo" href="/">${LOGO}<span><b>Umbral</b><small>${tagline}</small></span></a>
		<nav>${links.map(({ href, label }) => html`<a href="${href}">${label}</a>`)}</nav>
	</header>
${body}
	<footer class="foot"><p>${imprint}</p></footer>
</body>
</html>
`.text;
}
