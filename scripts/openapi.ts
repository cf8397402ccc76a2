/**
 * Writes `dist/client/openapi.json`, the description of the HTTP API for machines, from the contract itself: the
 * schemas are the ones the Worker parses with, the problems the ones it answers with.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { answersInput, leadInput } from '../contract/lead.ts';
import { BODY_MAX_BYTES } from '../contract/limits.ts';
import { ISSUE_CODES, PROBLEMS, type ProblemCode } from '../contract/problem.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
	version: string;
};

/** A JSON Schema of one of the contract's schemas, as what a caller sends. */
const toSchema = (schema: z.core.$ZodType) => {
	const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
	return rest;
};

const json = (schema: object) => ({ 'application/json': { schema } });
const problems = (...codes: ProblemCode[]) =>
	Object.fromEntries(
		codes.map((code) => [
			PROBLEMS[code].status,
			{
				description: codes
					.filter((other) => PROBLEMS[other].status === PROBLEMS[code].status)
					.map((other) => `\`${other}\`: ${PROBLEMS[other].title}`)
					.join('. '),
				content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
			},
		]),
	);
const stored = {
	description: 'On disk. The same id and body again gets the same answer.',
	content: json({
		type: 'object',
		properties: {
			id: { type: 'string', format: 'uuid' },
			receipt: { type: 'string', description: 'Path of the receipt of the lead’s consents, where there is one' },
		},
		required: ['id'],
	}),
};
const site = { name: 'site', in: 'path', required: true, schema: { type: 'string' } };
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
const body = (name: string) => ({
	required: true,
	description: `At most ${BODY_MAX_BYTES} bytes. Also taken as text/plain, which needs no CORS preflight.`,
	content: json({ $ref: `#/components/schemas/${name}` }),
});

const document = {
	openapi: '3.1.0',
	info: { title: 'Doorstep', version, description: 'Sends leads from listing pages to the agency’s CRM.' },
	paths: {
		'/v1/sites/{site}/challenge': {
			get: {
				summary: 'What speaks for a sender being a person: asked for when the form is begun, sent back as `proof`',
				parameters: [site],
				responses: {
					200: {
						description:
							'A signed time stamp; a proof of work to solve and Turnstile’s site key, where the site wants them',
						content: json({
							type: 'object',
							properties: {
								stamp: { type: 'string' },
								work: { type: 'object', description: 'An ALTCHA challenge, second protocol' },
								turnstile: {
									type: 'object',
									properties: { siteKey: { type: 'string' }, action: { type: 'string' } },
								},
							},
						}),
					},
					...problems('unknown_site', 'foreign_origin'),
				},
			},
		},
		'/v1/sites/{site}/form': {
			get: {
				summary: 'What the site’s form asks, in one language',
				parameters: [
					site,
					{ name: 'lang', in: 'query', schema: { type: 'string' } },
					{
						name: 'mode',
						in: 'query',
						description: 'The first step only, or all that the vendors can use. The site’s own where it is absent.',
						schema: { enum: ['contact', 'qualify'] },
					},
				],
				responses: { 200: { description: 'The form', content: json({ type: 'object' }) }, ...problems('unknown_site') },
			},
		},
		'/v1/sites/{site}/leads': {
			post: {
				summary: 'Sends a lead',
				parameters: [site],
				requestBody: body('Lead'),
				responses: {
					202: stored,
					...problems(
						'invalid_json',
						'foreign_origin',
						'unknown_site',
						'too_large',
						'unsupported_type',
						'invalid_lead',
						'id_reused',
						'too_many_requests',
						'unavailable',
					),
				},
			},
		},
		'/v1/sites/{site}/leads/{id}': {
			get: {
				summary: 'Where a lead stands, without personal data',
				parameters: [site, id],
				responses: {
					200: { description: 'Its state', content: json({ $ref: '#/components/schemas/Status' }) },
					...problems('not_found', 'unavailable'),
				},
			},
		},
		'/v1/sites/{site}/leads/{id}/receipt': {
			get: {
				summary: 'The signed receipt of a lead’s consents, to whoever holds the id',
				parameters: [site, id, { name: 'format', in: 'query', schema: { enum: ['html'] } }],
				responses: {
					200: {
						description: 'A compact JWS; with `format=html` a page that says the same in the visitor’s language',
						content: {
							'application/jose': { schema: { type: 'string' } },
							'text/html': { schema: { type: 'string' } },
						},
					},
					...problems('not_found', 'unavailable'),
				},
			},
		},
		'/.well-known/doorstep-receipts.json': {
			get: {
				summary: 'The public keys that verify receipts',
				responses: {
					200: {
						description: 'A JWK Set',
						content: { 'application/jwk-set+json': { schema: { type: 'object' } } },
					},
				},
			},
		},
		'/v1/sites/{site}/leads/{id}/answers': {
			post: {
				summary: 'Adds answers to a lead that was sent `unfinished`',
				parameters: [site, id],
				requestBody: body('Answers'),
				responses: {
					202: stored,
					...problems('invalid_json', 'not_found', 'already_sent', 'too_large', 'invalid_lead', 'unavailable'),
				},
			},
		},
		'/v1/health': {
			get: {
				summary: 'Whether every site’s leads can be delivered',
				responses: {
					200: { description: 'They can' },
					503: { description: 'A setting is missing; `faults` says which' },
				},
			},
		},
	},
	components: {
		schemas: {
			Lead: toSchema(leadInput),
			Answers: toSchema(answersInput),
			Status: {
				type: 'object',
				properties: {
					id: { type: 'string', format: 'uuid' },
					state: { enum: ['queued', 'confirming', 'delivered', 'parked'] },
				},
				required: ['id', 'state'],
			},
			Problem: {
				type: 'object',
				description: 'RFC 9457',
				properties: {
					type: { type: 'string' },
					title: { type: 'string' },
					status: { type: 'integer' },
					detail: { type: 'string' },
					code: { enum: Object.keys(PROBLEMS) },
					issues: {
						type: 'array',
						items: {
							type: 'object',
							properties: { field: { type: 'string' }, code: { enum: ISSUE_CODES } },
							required: ['field', 'code'],
						},
					},
				},
				required: ['type', 'title', 'status', 'detail', 'code'],
			},
		},
	},
};

const folder = fileURLToPath(new URL('../dist/client/', import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}openapi.json`, JSON.stringify(document));
