import { cleanUrl } from '../../../widget/post/clean-url.ts';
import { equal } from '../support/assert.ts';

describe('cleanUrl', () => {
	it('keeps the address and what names the listing', () => {
		equal(cleanUrl('https://portal.example/l?id=7&lang=es'), 'https://portal.example/l?id=7&lang=es');
	});

	it('takes out tokens, e-mail addresses, user names and the fragment', () => {
		const address = 'https://me:pw@portal.example/l?access_token=1&u=a%40b.example&Email=x&sid=2&id=7#secret';
		equal(cleanUrl(address), 'https://portal.example/l?id=7');
	});

	it('cuts to the length of the contract', () => {
		equal(cleanUrl(`https://portal.example/${'x'.repeat(3000)}`)?.length, 2000);
	});

	it('gives nothing for what is no web address', () => {
		equal([cleanUrl('javascript:alert(1)'), cleanUrl('not one'), cleanUrl('')], [undefined, undefined, undefined]);
	});
});
