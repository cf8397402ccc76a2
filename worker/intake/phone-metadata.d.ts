/** Made by `npm run build:widget` from the phone library's own: numbering plans without formats. */
declare module '*/phone-metadata.json' {
	const metadata: import('libphonenumber-js/core').MetadataJson;
	export default metadata;
}
