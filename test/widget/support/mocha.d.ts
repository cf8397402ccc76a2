/** The test runner's framework, as far as the tests use it. */
declare function describe(what: string, body: () => void): void;
declare function it(behaviour: string, body: () => void | Promise<void>): void;
declare function afterEach(body: () => void | Promise<void>): void;
declare function beforeEach(body: () => void | Promise<void>): void;
