import { toPhoneModule } from '../../../widget/build/phone-metadata.ts';

/** Serves the modules of phone metadata as the widget's build makes them. */
export function servePhoneMetadata() {
	return {
		name: 'phone-metadata',
		resolveImport: ({ source }) => (toPhoneModule(source) ? source : undefined),
		serve({ path }) {
			const body = toPhoneModule(path);
			return body && { body, type: 'js' };
		},
	};
}
