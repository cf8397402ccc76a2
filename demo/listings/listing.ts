/** One property as the portal shows it. All of them are invented. */
export interface DemoListing {
	/** The page's address on the portal. */
	path: string;
	/** The id of the site in `sites/` whose form the page embeds. */
	site: 'sol' | 'mar' | 'oak' | 'elm' | 'lys';
	/** As the ad prints it and as the vendor knows it. */
	reference: string;
	language: 'es' | 'pt' | 'en' | 'fr';
	/** For numbers and prices: BCP 47. */
	locale: string;
	operation: 'sale' | 'rent';
	/** schema.org type of the property. */
	kind: 'Apartment' | 'House';
	title: string;
	price: number;
	currency: 'MXN' | 'EUR' | 'USD';
	/** Under the price: per square metre, per month, fees. */
	priceNote: string;
	address: {
		/** The whole of it, in the country's order. */
		line: string;
		street: string;
		district: string;
		city: string;
		region: string;
		postalCode: string;
		country: string;
	};
	coordinates: { latitude: number; longitude: number };
	bedrooms: number;
	bathrooms: number;
	area: number;
	areaUnit: 'm2' | 'ft2';
	/** The figures under the title, in the market's own words. */
	facts: { value: string; label: string }[];
	/** First one introduces, the rest tell more. */
	description: string[];
	features: string[];
	/** Table of particulars: year, floor, energy class, fees. */
	particulars: { label: string; value: string }[];
	/** The picture of each photo is drawn by `demo/photos/<site>-….ts`; the first is the hero. */
	photos: { name: string; alt: string }[];
	postedOn: string;
	/** Whose portrait is `/photos/<site>-agent.svg`. */
	agent: { name: string; role: string; agency: string; phone: string };
	/** The words of the consent; the same as in the site's own form. */
	consent: string;
	/** What the fallback form's message says before the visitor changes it. */
	prefill: string;
}
