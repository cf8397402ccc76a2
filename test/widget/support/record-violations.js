/** Collects what a content security policy forbids on this page, for the test around the frame. */
window.violations = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
	window.violations.push(`${violatedDirective}: ${blockedURI}`);
});
