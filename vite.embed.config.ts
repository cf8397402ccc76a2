import { defineConfig } from 'vite';

/** Builds the two small scripts of framed forms into `dist/client/embed/`, beside the widget, which is built first. */
export default defineConfig({
	publicDir: false,
	build: {
		outDir: 'dist/client/embed',
		emptyOutDir: true,
		target: 'es2022',
		lib: { entry: { fit: 'widget/embed/fit.ts', 'report-height': 'widget/embed/report-height.ts' }, formats: ['es'] },
		rolldownOptions: { output: { entryFileNames: '[name].js', minify: true } },
	},
});
