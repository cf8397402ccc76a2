import assert from 'node:assert/strict';
import { test } from 'node:test';
import { screenLead } from '../../../worker/screen/screen-lead.ts';
import { HOLD_AT, SIGNALS, type SignalCode } from '../../../worker/screen/signals.ts';

test('weights that add up to the threshold hold a lead, and one less does not', () => {
	assert.deepEqual(screenLead(['stamp_missing', 'no_origin']).verdict, 'hold');
	assert.deepEqual(screenLead(['stamp_missing', 'plain_without_stamp']), { verdict: 'pass' });
	assert.deepEqual(screenLead([]), { verdict: 'pass' });
});

test('the reasons are those with weight, the heaviest first, each once', () => {
	const screened = screenLead(['link', 'turnstile_down', 'trap_filled', 'link']);
	assert.deepEqual(screened, { verdict: 'hold', reasons: ['trap_filled', 'link'] });
});

test('a signal that is noticed twice counts once', () => {
	assert.deepEqual(screenLead(['stamp_missing', 'stamp_missing']), { verdict: 'pass' });
});

test('a site may set the threshold higher', () => {
	assert.deepEqual(screenLead(['trap_filled'], { holdAt: 101 }), { verdict: 'pass' });
	assert.equal(screenLead(['trap_filled', 'link'], { holdAt: 130 }).verdict, 'hold');
});

test('a site without scores still has what it asked for: Turnstile, proof of work and caps', () => {
	const scored: SignalCode[] = ['trap_filled', 'name_with_link', 'stamp_replayed', 'flooding_text'];
	assert.deepEqual(screenLead(scored, { scores: false }), { verdict: 'pass' });
	for (const code of ['turnstile_failed', 'turnstile_missing', 'proof_spent', 'over_minute_cap'] as const)
		assert.deepEqual(screenLead([...scored, code], { scores: false }), { verdict: 'hold', reasons: [code] });
});

test('nothing that an honest visitor can come by alone holds a lead by itself', () => {
	const honest: SignalCode[] = [
		'stamp_missing',
		'plain_without_stamp',
		'stamp_forged',
		'stamp_too_young',
		'stamp_too_old',
		'stamp_shared',
		'no_origin',
		'no_fetch_metadata',
		'link',
		'many_links',
		'markup',
		'disposable_address',
		'repeated_text',
		'turnstile_down',
	];
	for (const code of honest) assert.ok(SIGNALS[code].weight < HOLD_AT, code);
});

test('a quick visitor with autofill, an old browser and a page of one’s own are not held together either', () => {
	assert.deepEqual(screenLead(['stamp_too_young', 'no_fetch_metadata', 'link']), { verdict: 'pass' });
	assert.deepEqual(screenLead(['plain_without_stamp', 'no_fetch_metadata']), { verdict: 'pass' });
});
