import { defineConfig } from 'vite';

/** Builds the operator's page's script into `dist/client/console/`, beside the widget, which is built first. */
export default defineConfig({
	publicDir: false,
	build: {
		outDir: 'dist/client/console',
		emptyOutDir: true,
		target: 'es2024',
		lib: { entry: { console: 'console/index.ts' }, formats: ['es'] },
		rolldownOptions: { output: { entryFileNames: '[name].js', minify: true } },
	},
});
