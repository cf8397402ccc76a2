/** Metadata of one country, or of the common ones; made by the build (`widget/build/phone-metadata.ts`). */
declare module '*.phone-metadata' {
	const metadata: import('libphonenumber-js/core').MetadataJson;
	export default metadata;
}

/** All sets of metadata the build makes, by country, and `common`. */
declare module '*.phone-sets' {
	export const sets: Record<string, () => Promise<typeof import('*.phone-metadata')>>;
}
