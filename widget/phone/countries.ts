/**
 * Countries whose phone metadata is built, ISO 3166-1 alpha-2. A site in one of them fetches that one first; a number
 * from abroad fetches `COMMON`. Numbers of other countries are checked by the Worker alone.
 */
export const COUNTRIES = [
	'AE',
	'AR',
	'AT',
	'BE',
	'BR',
	'CA',
	'CH',
	'CL',
	'CO',
	'DE',
	'DK',
	'ES',
	'FR',
	'GB',
	'GR',
	'IE',
	'IT',
	'LU',
	'MA',
	'MX',
	'NL',
	'NO',
	'PE',
	'PL',
	'PT',
	'SA',
	'SE',
	'US',
	'UY',
] as const;

/** The ten countries that most numbers from abroad come from. */
export const COMMON = ['BR', 'DE', 'ES', 'FR', 'GB', 'IT', 'MX', 'NL', 'PT', 'US'] as const;
