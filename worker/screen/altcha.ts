/** What the Worker uses of ALTCHA's library, and nothing else of it: a part that is loaded when a site wants it. */
export { createChallenge, verifySolution } from 'altcha-lib';
export { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
