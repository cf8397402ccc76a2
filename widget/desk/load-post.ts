/** The part that keeps and sends, as its file exports it. */
type PostModule = typeof import('../post/post.ts');

let loading: Promise<PostModule | undefined> | undefined;

/** Loads the part that keeps and sends, once for all forms of the page; nothing where it can't be had. */
export function loadPost(): Promise<PostModule | undefined> {
	loading ??= import('../post/post.ts').catch(() => {
		loading = undefined;
		return undefined;
	});
	return loading;
}
