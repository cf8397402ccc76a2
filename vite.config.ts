import { defineConfig } from 'vite';
import { phoneMetadata } from './widget/build/phone-metadata.ts';
import { shrink } from './widget/build/shrink.ts';
import { widgetOutput } from './widget/build/widget-output.ts';

/**
 * Builds the widget: `dist/client/widget.js` and its lazy parts under `dist/client/assets/`. A page of our own (the console) gets a build of its own, in a config beside this one: two entries in one build
 * share chunks, and the widget has to come in one piece.
 */
export default defineConfig({
	base: './',
	// Earlier builds that pages pin, put there by `npm run pin`: they stay where they were.
	publicDir: 'pinned',
	plugins: [phoneMetadata(), shrink(), widgetOutput('widget.js')],
	build: {
		outDir: 'dist/client',
		target: 'es2022',
		// A library's build leaves `import()` bare, so that lazy parts resolve against the script's own address; a page's
		// build would wrap it in a helper that preloads, and weighs half a kilobyte.
		lib: { entry: { widget: 'widget/index.ts' }, formats: ['es'] },
		rolldownOptions: {
			output: {
				entryFileNames: '[name].js',
				chunkFileNames: 'assets/[name]-[hash:6].js',
				minify: true,
			},
		},
	},
});
