import { type Issue, type ProblemCode, toProblem } from '../../contract/problem.ts';

/** A refusal as an HTTP answer (RFC 9457). */
export function problemResponse(code: ProblemCode, issues?: Issue[], headers: Record<string, string> = {}): Response {
	const problem = toProblem(code, issues);
	return new Response(JSON.stringify(problem), {
		status: problem.status,
		headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
	});
}
