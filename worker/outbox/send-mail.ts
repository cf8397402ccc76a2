import type { Environment } from '../site/secret.ts';
import type { NoAnswer, VendorAnswer, VendorRequest } from '../vendors/vendor.ts';

/** Cloudflare's e-mail binding, as far as it is used here (developers.cloudflare.com/email-routing/email-workers/send-email-workers). */
interface EmailBinding {
	send(mail: { from: string; to: string; subject: string; text: string; replyTo?: string }): Promise<unknown>;
}

/**
 * Sends a request whose address is `mailto:` by the e-mail binding EMAIL: headers `from` and `subject` (and `reply-to`),
 * body the text. Answers like HTTP: 202 taken, 403 where no binding is set up, 422 where the binding refuses the mail.
 */
export async function sendMail(request: VendorRequest, env: Environment): Promise<VendorAnswer | NoAnswer> {
	const binding = env.EMAIL as EmailBinding | undefined;
	const answer = (status: number): VendorAnswer => ({ status, header: () => null, text: '', truncated: false });
	if (!binding) return answer(403);
	const { from = '', subject = '', 'reply-to': replyTo } = request.headers;
	try {
		const to = decodeURIComponent(request.url.slice('mailto:'.length));
		await binding.send({ from, to, subject, text: request.body ?? '', ...(replyTo && { replyTo }) });
		return answer(202);
	} catch {
		return answer(422);
	}
}
