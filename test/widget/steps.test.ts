import type { Form, FormField } from '../../contract/form.ts';
import { equal, ok, until } from './support/assert.ts';
import { clean, errorAt, fill, fillAll, find, heard, input, mount, newSite, place, send } from './support/fixture.ts';
import { makeForm } from './support/make-form.ts';
import { answersOf, leadsOf, requestsOf, tell } from './support/mock-worker.ts';

const option = (value: string) => ({ value, label: value });

/** A form that asks for contact first, then for wishes and for a visit. */
function makeSteps(site: string, more: FormField[] = []): Form {
	const form = makeForm(site);
	return {
		...form,
		mode: 'qualify',
		steps: [
			...form.steps,
			{
				id: 'wishes',
				title: 'What you look for',
				fields: [
					{
						name: 'intent',
						kind: 'choice',
						label: 'I want to',
						options: [option('buy'), option('rent')],
						required: true,
					},
					{ name: 'wishes.priceMin', kind: 'money', label: 'From', unit: 'MXN' },
					{ name: 'wishes.priceMax', kind: 'money', label: 'Up to', unit: 'MXN' },
					...more,
				],
			},
			{ id: 'visit', title: 'A visit', fields: [{ name: 'wishes.visitDate', kind: 'date', label: 'Day' }] },
		],
	};
}

/** Mounts such a form and takes its contact step. */
async function mountAtWishes(form: Form) {
	const element = await mount(form);
	fillAll(element);
	send(element);
	await until(() => element.shadowRoot?.querySelector('[value="buy"]'), 'the second step');
	return element;
}

describe('a form of several steps', () => {
	afterEach(clean);

	it('sends the contact first, says that answers follow, and shows the next step', async () => {
		const site = newSite();
		const element = await mount(makeSteps(site));
		equal(find(element, '[part~="submit"]').textContent?.trim(), 'Next');
		equal(find(element, '[part="progress"]').textContent?.trim(), 'Step 1 of 3');
		fillAll(element);
		const step = heard(element, 'doorstep-step');
		send(element);
		equal((await step).detail, { step: 2, steps: 3 });
		equal((await leadsOf(site))[0].unfinished, true);
		await until(() => element.shadowRoot?.activeElement?.matches('h2'), 'the focus on the heading');
		equal(find(element, 'h2').textContent, 'What you look for');
		equal(element.shadowRoot?.querySelector('[name="name"]'), null);
	});

	it('shows what the page puts into its slots at the first step only', async () => {
		const element = await mount(makeSteps(newSite()));
		element.innerHTML = '<h3 slot="heading">Ours</h3><a slot="consent" href="/privacy">Privacy</a>';
		const shown = () => [...element.children].map((child) => child.checkVisibility());
		equal(shown(), [true, true]);
		fillAll(element);
		send(element);
		await until(() => element.shadowRoot?.querySelector('[value="buy"]'), 'the second step');
		equal(shown(), [false, false]);
		ok(find(element, 'h2').checkVisibility(), 'the step has no title');
	});

	it('adds the answers of each step to the lead, and says when there are no more', async () => {
		const site = newSite();
		const element = await mountAtWishes(makeSteps(site));
		find(element, '[value="rent"]').click();
		fill(element, 'wishes.priceMax', '12,000');
		send(element);
		await until(() => element.shadowRoot?.querySelector('[name="wishes.visitDate"]'), 'the third step');
		fill(element, 'wishes.visitDate', '2027-01-31');
		equal(find(element, '[part~="submit"]').textContent?.trim(), 'Send');
		send(element);
		await until(() => element.shadowRoot?.querySelector('[part="sent"]'), 'the thank-you');
		await until(async () => (await answersOf(site)).length === 2, 'the answers');
		const answers = await answersOf(site);
		// The last holds all of them: should it arrive first, nothing is missing.
		equal(
			answers.find(({ finished }) => finished),
			{ intent: ['rent'], wishes: { priceMax: 12000, visitDate: '2027-01-31' }, finished: true },
		);
		equal((await leadsOf(site)).length, 1);
	});

	it('makes a lead of its own of answers that come too late, with all that was said', async () => {
		const site = newSite();
		const late = { status: 409, body: { code: 'already_sent' } };
		await tell(site, { answers: [late, late] });
		const element = await mountAtWishes(makeSteps(site));
		find(element, '[value="rent"]').click();
		fill(element, 'wishes.priceMax', '12,000');
		send(element);
		await until(() => element.shadowRoot?.querySelector('[name="wishes.visitDate"]'), 'the third step');
		fill(element, 'wishes.visitDate', '2027-01-31');
		send(element);
		await until(async () => (await leadsOf(site)).length > 1, 'the second lead');
		await until(() => !localStorage.getItem('doorstep-outbox'), 'the end of the keeping');
		const [first, second, ...more] = await leadsOf(site);
		equal(
			[second.email, second.intent, second.wishes],
			[first.email, ['rent'], { priceMax: 12000, visitDate: '2027-01-31' }],
		);
		equal([second.unfinished, second.id === first.id], [undefined, false]);
		equal(more, [], 'one lead more, not one a step');
	});

	it('keeps the later answers where the earlier ones are acknowledged after them', async () => {
		const site = newSite();
		await tell(site, { answers: [{ hangs: true }] });
		const element = await mountAtWishes(makeSteps(site));
		find(element, '[value="rent"]').click();
		send(element);
		await until(async () => (await answersOf(site)).length === 1, 'the earlier answers');
		await until(() => element.shadowRoot?.querySelector('[name="wishes.visitDate"]'), 'the third step');
		fill(element, 'wishes.visitDate', '2027-01-31');
		send(element);
		await until(() => localStorage.getItem('doorstep-outbox')?.includes('2027-01-31'), 'the later answers kept');
		// The earlier message is acknowledged; the later one goes out, and its connection drops.
		await tell(site, { release: true, answers: [{ reset: true }] });
		await until(async () => (await answersOf(site)).some(({ finished }) => finished), 'the later answers');
		// A send again passes over what is still on its way.
		await until(async () => !(await navigator.locks.query()).held?.length, 'the end of that send');
		await tell(site, {});
		const before = (await answersOf(site)).length;
		window.dispatchEvent(new Event('online'));
		await until(async () => (await answersOf(site)).length > before, 'the later answers again');
		equal((await answersOf(site)).at(-1), { intent: ['rent'], wishes: { visitDate: '2027-01-31' }, finished: true });
		await until(() => !localStorage.getItem('doorstep-outbox'), 'the end of the keeping');
	});

	it('tells the Worker at once when the page is left, whatever else is under way', async () => {
		const site = newSite();
		await tell(site, { answers: [{ hangs: true }] });
		const element = await mountAtWishes(makeSteps(site));
		find(element, '[value="rent"]').click();
		send(element);
		await until(async () => (await answersOf(site)).length === 1, 'the answers under way');
		window.dispatchEvent(new Event('pagehide'));
		const last = await until(async () => (await answersOf(site)).find(({ finished }) => finished), 'the last word');
		equal(last, { intent: ['rent'], finished: true });
		await tell(site, { release: true });
		await until(() => !localStorage.getItem('doorstep-outbox'), 'the end of the keeping');
	});

	it('keeps answers that nobody took, and sends them when the network is back', async () => {
		const site = newSite();
		await tell(site, { answers: [{ reset: true }] });
		const element = await mountAtWishes(makeSteps(site));
		find(element, '[value="rent"]').click();
		send(element);
		await until(async () => (await answersOf(site)).length > 0, 'the try');
		await until(() => localStorage.getItem('doorstep-outbox'), 'the kept answers');
		await tell(site, {});
		window.dispatchEvent(new Event('online'));
		await until(() => !localStorage.getItem('doorstep-outbox'), 'the end of the keeping');
		equal((await answersOf(site)).at(-1).intent, ['rent']);
	});

	it('goes back without loss', async () => {
		const element = await mountAtWishes(makeSteps(newSite()));
		find(element, '[value="rent"]').click();
		fill(element, 'wishes.priceMax', '12,000');
		send(element);
		await until(() => element.shadowRoot?.querySelector('[name="wishes.visitDate"]'), 'the third step');
		fill(element, 'wishes.visitDate', '2027-01-31');
		find(element, '[part="back"]').click();
		await until(() => element.shadowRoot?.querySelector('[value="rent"]'), 'the second step');
		equal(
			[find<HTMLInputElement>(element, '[value="rent"]').checked, input(element, 'wishes.priceMax').value],
			[true, '12,000'],
		);
		send(element);
		await until(() => element.shadowRoot?.querySelector('[name="wishes.visitDate"]'), 'the third step');
		equal(input(element, 'wishes.visitDate').value, '2027-01-31');
	});

	it('does not lead back to the contact, which is stored', async () => {
		const element = await mountAtWishes(makeSteps(newSite()));
		equal(element.shadowRoot?.querySelector('[part="back"]'), null);
	});

	it('asks what is required before it goes on', async () => {
		const site = newSite();
		const element = await mountAtWishes(makeSteps(site));
		send(element);
		await until(() => element.shadowRoot?.querySelector('.summary'), 'the summary');
		const group = find(element, '[role="radiogroup"]');
		equal(group.getAttribute('aria-invalid'), 'true');
		ok(group.getAttribute('aria-describedby')?.includes('input-intent-error'), 'not tied to its words');
		equal(await answersOf(site), []);
	});

	it('says when a range is upside down', async () => {
		const element = await mountAtWishes(makeSteps(newSite()));
		find(element, '[value="buy"]').click();
		fill(element, 'wishes.priceMin', '500');
		fill(element, 'wishes.priceMax', '400');
		send(element);
		await until(() => errorAt(element, 'wishes.priceMin'), 'the error');
		ok(errorAt(element, 'wishes.priceMin')?.includes('larger than the second'), 'other words');
	});

	it('passes over a step that has nothing to ask', async () => {
		const form = makeSteps(newSite());
		const visit = form.steps[2]?.fields[0] as FormField;
		visit.when = { field: 'intent', is: ['buy'] };
		const element = await mountAtWishes(form);
		find(element, '[value="rent"]').click();
		send(element);
		await until(() => element.shadowRoot?.querySelector('[part="sent"]'), 'the thank-you');
	});

	it('tells the Worker when the visitor leaves in the midst of it', async () => {
		const site = newSite();
		const element = await mountAtWishes(makeSteps(site));
		element.remove();
		const answers = await until(async () => (await answersOf(site)).length && answersOf(site), 'the word');
		equal(answers, [{ finished: true }]);
	});

	it('offers to pass over a step that asks for nothing, until something is answered', async () => {
		const element = await mountAtWishes(makeSteps(newSite(), [{ name: 'wishes.pets', kind: 'text', label: 'Pets' }]));
		equal(find(element, '[part~="submit"]').textContent?.trim(), 'Next');
		const form = makeSteps(newSite());
		for (const field of form.steps[1]?.fields ?? []) delete field.required;
		const other = await mountAtWishes(form);
		equal(find(other, '[part~="submit"]').textContent?.trim(), 'Skip');
		fill(other, 'wishes.priceMax', '500');
		await other.updateComplete;
		equal(find(other, '[part~="submit"]').textContent?.trim(), 'Next');
	});

	it('tells that the lead is delivered when the last answer is given', async () => {
		const site = newSite();
		await tell(site, { states: ['delivered'] });
		const element = await mountAtWishes(makeSteps(site));
		find(element, '[value="buy"]').click();
		send(element);
		await until(() => element.shadowRoot?.querySelector('[name="wishes.visitDate"]'), 'the third step');
		const delivered = heard(element, 'doorstep-delivered');
		send(element);
		equal((await delivered).detail.id, (await leadsOf(site))[0].id);
	});

	it('goes on where the page only moves it', async () => {
		const site = newSite();
		const element = await mountAtWishes(makeSteps(site));
		place('').append(element);
		find(element, '[value="buy"]').click();
		send(element);
		const answers = await until(async () => (await answersOf(site)).length && answersOf(site), 'the answers');
		equal(answers, [{ intent: ['buy'] }]);
	});

	it('never holds the visitor up where answers do not arrive', async () => {
		const site = newSite();
		const element = await mountAtWishes(makeSteps(site));
		find(element, '[value="buy"]').click();
		await tell(site, { leads: [{ reset: true }] });
		send(element);
		await until(() => element.shadowRoot?.querySelector('[name="wishes.visitDate"]'), 'the third step');
	});

	it('asks the contact only where the page wants no more', async () => {
		const site = newSite();
		const element = await mount(makeSteps(site), 'listing="1" mode="contact"');
		equal(find(element, '[part~="submit"]').textContent?.trim(), 'Send');
		fillAll(element);
		send(element);
		await until(() => element.shadowRoot?.querySelector('[part="sent"]'), 'the thank-you');
		equal((await leadsOf(site))[0].unfinished, undefined);
	});

	it('asks for the further steps where the page wants them and the script brought none', async () => {
		const site = newSite();
		await tell(site, { form: makeSteps(site) });
		const contact = await mount(makeForm(site));
		const element = await mount(makeForm(site), 'listing="2" mode="qualify"');
		const [request] = await requestsOf(site);
		equal(request?.url, `/v1/sites/${site}/form?lang=&mode=qualify`);
		equal(find(element, 'progress').getAttribute('max'), '3');
		fillAll(element);
		send(element);
		await until(() => element.shadowRoot?.querySelector('[value="buy"]'), 'the second step');
		equal([(await leadsOf(site))[0].unfinished, contact.shadowRoot?.querySelector('progress')], [true, null]);
	});
});
