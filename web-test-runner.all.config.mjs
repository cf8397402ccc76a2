import { existsSync, globSync } from 'node:fs';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webkitLauncher } from './test/widget/support/webkit-launcher.mjs';
import chromium from './web-test-runner.config.mjs';

/** The widget's tests in every browser this machine has: Chromium always, Firefox and WebKitGTK where they are installed. */
const find = (...paths) => paths.find((path) => path && existsSync(path));

const firefox = find(
	process.env.FIREFOX_PATH,
	'/usr/bin/firefox-esr',
	'/usr/bin/firefox',
	'/Applications/Firefox.app/Contents/MacOS/firefox',
);
const driver = find('/usr/bin/WebKitWebDriver');
const miniBrowser = globSync('/usr/lib/*/webkit2gtk-4.1/MiniBrowser')[0];
const xvfb = find('/usr/bin/Xvfb');

const browsers = [...chromium.browsers];
if (firefox) {
	const launcher = chromeLauncher({ launchOptions: { browser: 'firefox', executablePath: firefox }, concurrency: 1 });
	launcher.name = 'Firefox';
	browsers.push(launcher);
} else {
	console.warn('Firefox is not installed: its tests are left out (Debian: apt-get install firefox-esr).');
}
if (driver && miniBrowser && (xvfb || process.env.DISPLAY)) {
	browsers.push(webkitLauncher({ driver, browser: miniBrowser, xvfb }));
} else {
	console.warn('WebKitGTK is not installed: its tests are left out (Debian: apt-get install webkit2gtk-driver xvfb).');
}

export default { ...chromium, browsers };
