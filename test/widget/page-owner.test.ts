import { toFirstForm } from '../../contract/first-form.ts';
import { equal, ok, until } from './support/assert.ts';
import { clean, errorAt, fill, fillAll, find, heard, input, mount, newSite, send } from './support/fixture.ts';
import { makeForm } from './support/make-form.ts';
import { leadsOf, requestsOf, tell } from './support/mock-worker.ts';

const owner = window as { dataLayer?: Record<string, unknown>[] };

describe("for the page's owner", () => {
	afterEach(() => {
		clean();
		delete owner.dataLayer;
	});

	it('tells when the lead is at the agency, if that happens while the page is open', async () => {
		const site = newSite();
		await tell(site, { states: ['queued', 'delivered'] });
		const element = await mount(makeForm(site));
		fillAll(element);
		const [submitted, delivered] = [heard(element, 'doorstep-submitted'), heard(element, 'doorstep-delivered')];
		send(element);
		equal((await delivered).detail, (await submitted).detail);
	});

	it('looks no more once the page takes the form off', async () => {
		const site = newSite();
		const element = await mount(makeForm(site));
		fillAll(element);
		const submitted = heard(element, 'doorstep-submitted');
		send(element);
		await submitted;
		element.remove();
		const other = await mount();
		const delivered = heard(other, 'doorstep-delivered');
		await tell(other.site ?? '', { states: ['delivered'] });
		fillAll(other);
		send(other);
		await delivered;
		equal(
			(await requestsOf(site)).filter(({ method }) => method === 'GET'),
			[],
		);
	});

	it('tells the data layer of a lead, without anything personal, where that is asked for', async () => {
		const element = await mount(undefined, 'listing="EB-1" analytics');
		fillAll(element);
		send(element);
		const [event] = await until(() => owner.dataLayer, 'the event');
		const { lead_id, ...rest } = event as Record<string, unknown>;
		ok(lead_id, 'no id');
		equal(rest, { event: 'generate_lead', form_id: element.site, listing: 'EB-1' });
	});

	it('tells no data layer unasked', async () => {
		const element = await mount();
		fillAll(element);
		send(element);
		await until(() => element.shadowRoot?.querySelector('[part="sent"]'), 'the thank-you');
		equal(owner.dataLayer, undefined);
	});

	it('takes words in place of its own', async () => {
		const element = await mount();
		element.texts = { heading: 'Visit it', sentTitle: 'Until soon' };
		await element.updateComplete;
		equal(find(element, 'h2').textContent, 'Visit it');
		fillAll(element);
		send(element);
		await until(() => element.shadowRoot?.querySelector('[part="sent"]'), 'the thank-you');
		equal(find(element, 'h2').textContent, 'Until soon');
	});

	it('shows what the page puts into its slots', async () => {
		const element = await mount();
		element.innerHTML = '<h3 slot="heading">Ours</h3><a slot="consent" href="/privacy">Privacy</a>';
		await until(
			() => element.querySelector('h3')?.assignedSlot && element.querySelector('a')?.assignedSlot,
			'the slots',
		);
		element.requestUpdate();
		await element.updateComplete;
		equal(element.children.length, 2);
	});

	it('says what the visitor wants where the page knows it', async () => {
		const site = newSite();
		const element = await mount(makeForm(site), 'listing="EB-1" intent="rent"');
		fillAll(element);
		send(element);
		equal((await until(async () => (await leadsOf(site))[0], 'the lead')).intent, ['rent']);
	});

	it('remembers the first page of the visit, but for what may be private', async () => {
		const site = newSite();
		sessionStorage.setItem(
			'doorstep-visit',
			JSON.stringify(['/start', 'https://portal.example/?email=a%40b.example', ['utm_source=letter', 'gclid=g1']]),
		);
		const element = await mount(makeForm(site));
		fillAll(element);
		send(element);
		const { attribution } = await until(async () => (await leadsOf(site))[0], 'the lead');
		equal(
			[attribution.firstPage, attribution.referrer, attribution.utm_source, attribution.gclid],
			[`${location.origin}/start?utm_source=letter&gclid=g1`, 'https://portal.example/', 'letter', 'g1'],
		);
	});

	it('keeps of an address only where the visitor came from', async () => {
		const address = location.href;
		history.replaceState(null, '', `${address}&utm_source=letter&fbclid=f1&token=secret&email=a%40b.example`);
		try {
			await mount();
			const [path, , parameters] = JSON.parse(sessionStorage.getItem('doorstep-visit') ?? '[]');
			equal([path, parameters], [location.pathname, ['utm_source=letter', 'fbclid=f1']]);
		} finally {
			history.replaceState(null, '', address);
		}
	});

	it('remembers nothing of visitors who ask not to be followed', async () => {
		Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true });
		try {
			await mount();
			equal(sessionStorage.getItem('doorstep-visit'), null);
		} finally {
			Reflect.deleteProperty(navigator, 'globalPrivacyControl');
		}
	});
});

describe('a script that brings only what is seen first', () => {
	afterEach(clean);

	it('asks for nothing before the visitor touches the form', async () => {
		const site = newSite();
		const element = await mount(toFirstForm(makeForm(site)));
		equal(find(element, 'h2').textContent, 'Ask about this home');
		equal(await requestsOf(site), []);
	});

	it('has the words for what comes later by then', async () => {
		const site = newSite();
		await tell(site, { form: makeForm(site) });
		const element = await mount(toFirstForm(makeForm(site)));
		fill(element, 'email', 'ana@');
		await until(() => errorAt(element, 'email'), 'the error');
		fillAll(element);
		send(element);
		await until(() => element.shadowRoot?.querySelector('[part="sent"]'), 'the thank-you');
		const [lead] = await leadsOf(site);
		equal(lead.consent[0].wordingHash, 'a'.repeat(64));
		equal((await requestsOf(site)).filter(({ url }) => url.includes('/form')).length, 1);
	});

	it('lets the browser post the form where those words cannot be had', async () => {
		const site = newSite();
		const element = await mount(toFirstForm(makeForm(site)));
		fillAll(element);
		const form = element.nativeForm as HTMLFormElement;
		const posted = new Promise<FormData>((resolve) => {
			form.submit = () => resolve(new FormData(form));
		});
		send(element);
		const data = await posted;
		equal([form.method, form.action], ['post', `${location.origin}/v1/sites/${site}/leads`]);
		equal(
			['name', 'email', 'language', 'listing.reference', 'consent.contact'].map((name) => data.get(name)),
			['Ana García', 'ana@sol.example', 'en', 'EB-1', 'on'],
		);
		equal(input(element, 'name').value, 'Ana García');
	});
});
