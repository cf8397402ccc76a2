/**
 * The credentials the sandboxes accept, by the names the Worker reads them under. They are made up, open no real
 * account, and are the same in `demo.env`, which the demo's Worker starts with (a test holds the two together).
 */
export const DEMO_SECRETS = {
	SOL_EASYBROKER_KEY: 'demo-easybroker-key',
	MAR_MAXWORK_TOKEN: 'demo-maxwork-token',
	MAR_MAXWORK_USER: 'demo-maxwork-user',
	OAK_PROPEXO_TOKEN: 'demo-propexo-token',
	ELM_LOFTY_KEY: 'demo-lofty-key',
	LYS_APIMO_PROVIDER: '9999',
	LYS_APIMO_TOKEN: 'demo-apimo-token',
	/** In the Standard Webhooks form: base64 of 32 bytes. */
	SOL_WEBHOOK_SECRET: 'whsec_dW1icmFsIGRlbW8gd2ViaG9vayBzZWNyZXQsIHYxLi4=',
} as const;

/** A key of EasyBroker's other kind: an agency's own, for the account endpoint. No demo site uses it. */
export const EASYBROKER_ACCOUNT_KEY = 'demo-easybroker-account-key';

/** A Lofty OAuth access token, for `Authorization: Bearer …`. No demo site uses it: `elm` has an API key. */
export const LOFTY_ACCESS_TOKEN = 'demo-lofty-access-token';
