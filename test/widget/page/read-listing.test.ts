import { kit } from '../../../widget/kit.ts';
import { readListing, toListingName, toPrice } from '../../../widget/page/read-listing.ts';
import { completeListing } from '../../../widget/post/complete-listing.ts';
import { equal } from '../support/assert.ts';

/** A page with these things in its head. Its address is about:blank. */
function page(head: string): Document {
	return new DOMParser().parseFromString(`<!doctype html><head>${head}</head>`, 'text/html');
}

function jsonLd(...things: unknown[]): string {
	return things.map((thing) => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`).join('');
}

const house = {
	'@type': 'RealEstateListing',
	name: 'House with a garden',
	identifier: { '@type': 'PropertyValue', value: 'EB-AB1234' },
	offers: { '@type': 'Offer', price: '8500000', priceCurrency: 'mxn' },
	mainEntity: {
		'@type': ['House', 'Residence'],
		address: { streetAddress: 'Calle 1', addressLocality: 'Coyoacán', addressCountry: { name: 'MX' } },
	},
};

/** The listing as a lead holds it. */
function read(where: Document, reference?: string) {
	return completeListing(where, readListing(where, reference), kit);
}

describe('the listing of a page', () => {
	it('takes reference, title, price and address from JSON-LD, through the parts of a listing', () => {
		const { url, ...listing } = read(page(jsonLd(house)));
		equal(listing, {
			reference: 'EB-AB1234',
			title: 'House with a garden',
			price: 8500000,
			currency: 'MXN',
			street: 'Calle 1',
			city: 'Coyoacán',
			country: 'MX',
		});
	});

	it('finds a listing in a graph, beside blocks that are not JSON', () => {
		const head = `<script type="application/ld+json">{oops</script>${jsonLd({ '@graph': [{ '@type': 'WebPage' }, house] })}`;
		equal(read(page(head)).reference, 'EB-AB1234');
	});

	it('takes the listing that bears the reference asked for, of several', () => {
		const other = { '@type': 'Product', sku: 'B', name: 'Flat' };
		equal(read(page(jsonLd(house, other)), 'B').title, 'Flat');
	});

	it('takes nothing of other listings where none bears the reference', () => {
		const other = { '@type': 'Product', sku: 'B', name: 'Flat' };
		const { reference, title } = read(page(jsonLd(house, other)), 'C');
		equal({ reference, title }, { reference: 'C' });
	});

	it('takes the listing that has the address of the page, of several, wherever it stands', () => {
		const here = { '@type': 'House', sku: 'HERE' };
		const before = { '@type': 'House', sku: 'BEFORE', url: 'https://portal.example/home/1' };
		const after = { '@type': 'House', sku: 'AFTER' };
		const canonical = '<link rel="canonical" href="https://portal.example/home/2">';
		for (const names of [
			{ url: 'https://portal.example/home/2' },
			{ '@id': 'https://portal.example/home/2#listing' },
			{ mainEntityOfPage: { '@type': 'WebPage', '@id': 'https://portal.example/home/2' } },
			{ mainEntityOfPage: 'https://portal.example/home/2' },
		]) {
			const where = page(canonical + jsonLd(before, { ...here, ...names }, after));
			equal(read(where).reference, 'HERE', JSON.stringify(names));
		}
	});

	it('takes the address that the browser shows where the page has no canonical one, campaigns aside', () => {
		const here = { '@type': 'House', sku: 'HERE', url: `${location.origin}${location.pathname}` };
		const other = { '@type': 'House', sku: 'OTHER', url: `${location.origin}/home/3` };
		equal(read(page(jsonLd(here, other))).reference, 'HERE');
	});

	it('takes the last of several without an address, as a router leaves those of visited pages before it', () => {
		const [one, two] = [
			{ '@type': 'House', sku: 'ONE' },
			{ '@type': 'House', sku: 'TWO' },
		];
		equal(read(page(jsonLd(one, two))).reference, 'TWO');
	});

	it('takes the listing itself where those beside it have addresses of their own', () => {
		const similar = { '@type': 'House', sku: 'SIMILAR', url: 'https://portal.example/home/3' };
		equal(read(page(jsonLd(house, similar))).reference, 'EB-AB1234');
	});

	it('lets the attribute win over the page', () => {
		equal(read(page(jsonLd(house)), 'MINE').reference, 'MINE');
	});

	it('is about no listing on a page of results', () => {
		equal(read(page(jsonLd({ '@type': 'ItemList', itemListElement: [house] }))).reference, undefined);
	});

	it('falls back to Open Graph and the canonical link', () => {
		const head = `<meta property="og:title" content="Flat by the sea"><meta property="product:price:amount" content="320000">
			<meta property="product:price:currency" content="EUR"><link rel="canonical" href="https://portal.example/flat?id=7#top">`;
		equal(read(page(head)), {
			url: 'https://portal.example/flat?id=7',
			title: 'Flat by the sea',
			price: 320000,
			currency: 'EUR',
		});
	});

	it('takes rooms and area, where their unit is one we know', () => {
		const flat = { '@type': 'Apartment', numberOfBedrooms: 2, floorSize: { value: '85', unitCode: 'MTK' } };
		const { bedrooms, area, areaUnit } = read(page(jsonLd(flat)));
		equal({ bedrooms, area, areaUnit }, { bedrooms: 2, area: 85, areaUnit: 'm2' });
	});

	it('leaves out what has not the shape of the contract', () => {
		const wrong = {
			'@type': 'House',
			name: 'x'.repeat(300),
			offers: { price: 'on request', priceCurrency: 'pesos' },
			address: { addressCountry: 'Mexico', streetAddress: 7 },
		};
		const { url, ...listing } = read(page(jsonLd(wrong)));
		equal(listing, { title: 'x'.repeat(200), street: '7' });
	});
});

describe('toPrice', () => {
	it('writes the price as the language does', () => {
		equal(toPrice({ price: 320000, currency: 'EUR' }, 'en'), '€320,000');
	});

	it('says nothing of a price without a currency', () => equal(toPrice({ price: 320000 }, 'en'), undefined));
});

describe('toListingName', () => {
	it('names the listing by title and reference', () => {
		equal(toListingName({ title: 'Flat', reference: 'B-1' }), 'Flat (B-1)');
	});

	it('does not say the reference twice', () =>
		equal(toListingName({ title: 'Flat B-1', reference: 'B-1' }), 'Flat B-1'));

	it('has no name where the page tells none', () => equal(toListingName({}), undefined));
});
