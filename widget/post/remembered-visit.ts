/** What the entry keeps of where the visit began (`page/visit.ts`). */
export const rememberedVisit = {
	/** The first page's path, what led there, and its campaign parameters; nothing where nothing is kept. */
	read(): [path?: string, referrer?: string, parameters?: string[] | null] {
		try {
			return JSON.parse(sessionStorage.getItem('doorstep-visit') ?? '[]');
		} catch {
			return [];
		}
	},
	/** Takes it off the device. */
	forget(): void {
		try {
			sessionStorage.removeItem('doorstep-visit');
		} catch {
			// A frame without storage has kept nothing.
		}
	},
};
