import { rememberVisit } from '../../widget/page/visit.ts';
import { upgrade } from '../../widget/upgrade.ts';
import { equal, ok, until } from './support/assert.ts';
import { bootForm, clean, fillAll, find, mount, newSite, place, send } from './support/fixture.ts';
import { makeForm } from './support/make-form.ts';
import { leadsOf, tell } from './support/mock-worker.ts';

const FOLLOWED = 'utm_source=portal&gclid=g1&fbclid=f1';
const VISIT = 'doorstep-visit';
const address = location.href;

const page = window as { dataLayer?: unknown[] };

/** What Google's snippet defines. */
function gtag(..._command: unknown[]): void {
	page.dataLayer ??= [];
	// biome-ignore lint/complexity/noArguments: it is arguments that Google's own snippet pushes
	page.dataLayer.push(arguments);
}

/** The page as a visitor comes to it from an ad. */
function arrive(): void {
	history.replaceState(null, '', `${address}&${FOLLOWED}`);
	Object.defineProperty(document, 'referrer', { value: 'https://ads.example/click?q=home', configurable: true });
}

/** Sends the form; gives the lead that arrived. */
async function sendForm(element: HTMLElement, site: string) {
	fillAll(element);
	send(element);
	return until(async () => (await leadsOf(site))[0], 'the lead');
}

/** Asserts that a lead tells of nothing but the page and the referrer's origin, and that the device keeps nothing. */
function tellsNothing(lead: { attribution: object; listing: { url: string } }): void {
	// The test runner's own parameter looks like a session, so it is dropped too.
	const shown = location.origin + location.pathname;
	equal(lead.attribution, { page: shown, referrer: 'https://ads.example/' });
	equal(lead.listing.url, shown);
	equal(sessionStorage.getItem(VISIT), null);
	const kept = JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);
	ok(!/g1|f1|utm_source/.test(kept), kept);
}

describe('where the visitor came from', () => {
	beforeEach(arrive);
	afterEach(() => {
		// A page says "off" once and for all scripts that are run on it; each test is a page of its own.
		rememberVisit('', false);
		clean();
		history.replaceState(null, '', address);
		Reflect.deleteProperty(document, 'referrer');
		Reflect.deleteProperty(navigator, 'globalPrivacyControl');
		delete page.dataLayer;
	});

	it('is told where nobody objects', async () => {
		const site = newSite();
		const { attribution } = await sendForm(await mount(makeForm(site)), site);
		equal([attribution.utm_source, attribution.gclid, attribution.fbclid], ['portal', 'g1', 'f1']);
		equal(attribution.referrer, 'https://ads.example/click?q=home');
		ok(sessionStorage.getItem(VISIT)?.includes('gclid=g1'), 'the visit is not kept');
	});

	it('is kept as the script found it, though the page tidies its address at once', async () => {
		bootForm(makeForm(newSite()));
		history.replaceState(null, '', address);
		ok((await until(() => sessionStorage.getItem(VISIT), 'the visit')).includes('gclid=g1'), 'the campaign is lost');
	});

	it('is neither kept nor told of visitors with Global Privacy Control', async () => {
		sessionStorage.setItem(VISIT, JSON.stringify(['/start', 'https://x.example/', ['gclid=g1']]));
		Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true });
		const site = newSite();
		const element = await mount(makeForm(site));
		equal(sessionStorage.getItem(VISIT), null);
		tellsNothing(await sendForm(element, site));
	});

	it('is neither kept nor told where the page says attribution="off"', async () => {
		const site = newSite();
		const element = await mount(makeForm(site), 'listing="EB-1" attribution="off"');
		equal(sessionStorage.getItem(VISIT), null);
		tellsNothing(await sendForm(element, site));
	});

	it('is neither kept nor told where an editor’s plain div says so', async () => {
		const site = newSite();
		bootForm(makeForm(site));
		const box = place(`<div data-doorstep data-site="${site}" data-listing="EB-1" data-attribution="off"></div>`);
		upgrade();
		const element = await until(() => box.querySelector('doorstep-form'), 'the element');
		await until(() => element.shadowRoot?.querySelector('form'), 'the form');
		tellsNothing(await sendForm(element, site));
	});

	it('is erased at once when the page says off, before any touch, and told again when it says on', async () => {
		const site = newSite();
		const element = await mount(makeForm(site));
		ok(sessionStorage.getItem(VISIT), 'the visit is not kept');
		element.setAttribute('attribution', 'off');
		await element.updateComplete;
		equal(sessionStorage.getItem(VISIT), null);
		element.attribution = 'on';
		await element.updateComplete;
		ok(sessionStorage.getItem(VISIT), 'the visit is not kept again');
		equal((await sendForm(element, site)).attribution.gclid, 'g1');
	});

	it('is neither kept nor told where the page’s consent mode denies storage', async () => {
		gtag('consent', 'default', { ad_storage: 'denied', analytics_storage: 'denied', security_storage: 'granted' });
		const site = newSite();
		const element = await mount(makeForm(site));
		equal(sessionStorage.getItem(VISIT), null);
		tellsNothing(await sendForm(element, site));
	});

	it('is told where consent mode grants storage after the banner', async () => {
		gtag('consent', 'default', { ad_storage: 'denied', analytics_storage: 'denied' });
		const site = newSite();
		const element = await mount(makeForm(site));
		gtag('consent', 'update', { ad_storage: 'granted', analytics_storage: 'granted' });
		equal((await sendForm(element, site)).attribution.gclid, 'g1');
	});

	it('is erased at the first touch where consent mode came after the script', async () => {
		const site = newSite();
		const element = await mount(makeForm(site));
		ok(sessionStorage.getItem(VISIT), 'the visit is not kept');
		gtag('consent', 'default', { ad_storage: 'denied' });
		tellsNothing(await sendForm(element, site));
	});

	it('is not kept where the page’s data layer can’t be read', async () => {
		const loop: unknown[] = [];
		loop.push(loop);
		page.dataLayer = loop;
		await mount();
		equal(sessionStorage.getItem(VISIT), null);
	});
});

describe('the copy of what was agreed to', () => {
	afterEach(clean);

	/** The thank-you's link, after a send that was answered so. */
	async function linkAfter(reply: (site: string) => object): Promise<HTMLAnchorElement | null> {
		const site = newSite();
		await tell(site, { leads: [{ status: 202, body: reply(site) }] });
		const element = await mount(makeForm(site));
		await sendForm(element, site);
		await until(() => element.shadowRoot?.querySelector('[part="sent"]'), 'the thank-you');
		return find(element, '[part="sent"]').querySelector('a');
	}

	it('is linked from the thank-you, in another tab', async () => {
		const link = await linkAfter((site) => ({ id: 'x', receipt: `/v1/sites/${site}/leads/x/receipt` }));
		ok(
			/^\/v1\/sites\/[^/]+\/leads\/x\/receipt\?format=html$/.test(link?.href.slice(location.origin.length) ?? ''),
			link?.href ?? '',
		);
		equal([link?.textContent, link?.target], ['Keep a copy of what you agreed to', '_blank']);
	});

	it('is not linked where the Worker has none', async () => {
		equal(await linkAfter(() => ({ id: 'x' })), null);
	});

	it('is never a link to a script', async () => {
		equal(await linkAfter(() => ({ id: 'x', receipt: 'javascript:alert(1)' })), null);
	});
});
