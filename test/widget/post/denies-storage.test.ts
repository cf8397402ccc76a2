import { deniesStorage } from '../../../widget/post/denies-storage.ts';
import { equal } from '../support/assert.ts';

/** What `gtag` does: puts its own arguments into the data layer. */
function toCommand(..._command: unknown[]): IArguments {
	// biome-ignore lint/complexity/noArguments: it is arguments that Google's own snippet pushes
	return arguments;
}

const DENY_BOTH = toCommand('consent', 'default', { ad_storage: 'denied', analytics_storage: 'denied' });

describe('a page’s consent mode', () => {
	for (const [what, dataLayer, denied] of [
		['no data layer', undefined, false],
		['a data layer of other things', [{ event: 'gtm.js' }, null, 'x', toCommand('js', new Date())], false],
		['both denied by default', [DENY_BOTH], true],
		['one denied by default', [toCommand('consent', 'default', { analytics_storage: 'denied' })], true],
		['what is denied for a region', [toCommand('consent', 'default', { ad_storage: 'denied', region: ['ES'] })], true],
		['only other storage denied', [toCommand('consent', 'default', { personalization_storage: 'denied' })], false],
		[
			'both granted after the banner',
			[DENY_BOTH, toCommand('consent', 'update', { ad_storage: 'granted', analytics_storage: 'granted' })],
			false,
		],
		['one granted, one still denied', [DENY_BOTH, toCommand('consent', 'update', { ad_storage: 'granted' })], true],
		[
			'consent withdrawn again',
			[
				toCommand('consent', 'update', { ad_storage: 'granted' }),
				toCommand('consent', 'update', { ad_storage: 'denied' }),
			],
			true,
		],
		[
			'a default that comes after the answer',
			[toCommand('consent', 'update', { ad_storage: 'granted', analytics_storage: 'granted' }), DENY_BOTH],
			false,
		],
	] as const) {
		it(`${denied ? 'denies' : 'allows'} with ${what}`, () => {
			equal(deniesStorage(dataLayer), denied);
		});
	}
});
