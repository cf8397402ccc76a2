/**
 * On the page around the frame: makes every Doorstep frame as tall as its form. Pasted once beside the frames:
 * `<script type="module" async src="https://leads.example.com/embed/fit.js"></script>`. A message counts only when it comes
 * from the window of a frame whose address is this script's own origin.
 */
const { origin } = new URL(import.meta.url);

/** Tallest a frame may ask to be, in CSS pixels: a form, not a page. */
const HEIGHT_MAX_PX = 5000;

addEventListener('message', ({ data, source, origin: sender }: MessageEvent) => {
	if (sender !== origin || data?.doorstep !== 'height' || !(data.height > 0)) return;
	for (const frame of document.querySelectorAll('iframe')) {
		if (frame.contentWindow === source) frame.style.height = `${Math.min(data.height, HEIGHT_MAX_PX)}px`;
	}
});

export {};
