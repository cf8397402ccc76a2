/** Features no page of ours uses, and no frame in one may. */
const PERMISSIONS = ['browsing-topics', 'camera', 'geolocation', 'microphone', 'payment', 'usb'];

/** What every answer carries, whatever it holds: read as what it says it is, and over HTTPS from then on (a year). */
export const EVERY_RESPONSE_HEADERS = {
	'x-content-type-options': 'nosniff',
	'strict-transport-security': 'max-age=31536000',
	'referrer-policy': 'strict-origin-when-cross-origin',
};

/** The policy of what is no page at all, should a browser ever show it as one. */
export const NO_PAGE_POLICY = `default-src 'none'; frame-ancestors 'none'`;

/** What every page carries beside: never kept by anybody on the way, and without the device's sensors. */
export const PAGE_HEADERS = {
	...EVERY_RESPONSE_HEADERS,
	'cache-control': 'no-store',
	'permissions-policy': PERMISSIONS.map((feature) => `${feature}=()`).join(', '),
};

/** What a page carries that stands in no frame: no window of another origin gets hold of it. */
export const PRIVATE_PAGE_HEADERS = {
	...PAGE_HEADERS,
	'x-frame-options': 'DENY',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
};
