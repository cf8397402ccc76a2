import type { DemoListing } from '../listings/listing.ts';

/**
 * The listing as schema.org data (https://schema.org/RealEstateListing), the way portals publish it: the widget
 * reads from it what its attributes don't say.
 */
export function toJsonLd(listing: DemoListing, pageUrl: string, origin: string): object {
	const address = {
		'@type': 'PostalAddress',
		streetAddress: listing.address.street,
		addressLocality: listing.address.city,
		addressRegion: listing.address.region,
		postalCode: listing.address.postalCode,
		addressCountry: listing.address.country,
	};
	const rent = listing.operation === 'rent';
	return {
		'@context': 'https://schema.org',
		'@type': 'RealEstateListing',
		identifier: listing.reference,
		name: listing.title,
		url: pageUrl,
		description: listing.description[0],
		inLanguage: listing.language,
		datePosted: listing.postedOn,
		image: listing.photos.map((photo) => `${origin}/photos/${photo.name}.svg`),
		address,
		offers: {
			'@type': 'Offer',
			price: listing.price,
			priceCurrency: listing.currency,
			businessFunction: `http://purl.org/goodrelations/v1#${rent ? 'LeaseOut' : 'Sell'}`,
			availability: 'https://schema.org/InStock',
			...(rent && {
				priceSpecification: {
					'@type': 'UnitPriceSpecification',
					price: listing.price,
					priceCurrency: listing.currency,
					unitCode: 'MON',
				},
			}),
			offeredBy: { '@type': 'RealEstateAgent', name: listing.agent.agency, telephone: listing.agent.phone },
		},
		about: {
			'@type': listing.kind,
			name: listing.title,
			address,
			numberOfBedrooms: listing.bedrooms,
			numberOfBathroomsTotal: listing.bathrooms,
			floorSize: {
				'@type': 'QuantitativeValue',
				value: listing.area,
				unitCode: listing.areaUnit === 'm2' ? 'MTK' : 'FTK',
			},
			geo: { '@type': 'GeoCoordinates', ...listing.coordinates },
		},
	};
}
