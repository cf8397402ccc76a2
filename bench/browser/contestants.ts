/** One form on the listing page: ours, a floor no one can be under, or a peer from the public registry. */
export interface Contestant {
	id: string;
	label: string;
	kind: 'floor' | 'ours' | 'peer';
	/** Its module in `peers/`; none for plain HTML and for ours, which the Worker serves. */
	entry?: string;
	/** Its custom element, where the page itself writes it. */
	tag?: string;
	/** `form`: the five fields, sent. `none`: nothing to type into. */
	job: 'form' | 'none';
	/** Bundled as a module with `await` at its top. */
	module?: boolean;
}

/** A page without a form: what it costs itself is taken off the others. */
export const EMPTY: Contestant = { id: 'empty', label: 'The page alone', kind: 'floor', job: 'none' };

/** Plain HTML, posted with a page load. */
export const PLAIN: Contestant = { id: 'plain', label: 'Plain HTML form', kind: 'floor', job: 'form' };

/** Ours, as the Worker serves it. */
export const DOORSTEP: Contestant = {
	id: 'doorstep',
	label: 'Doorstep',
	kind: 'ours',
	tag: 'doorstep-form',
	job: 'form',
};

/** All that are compared. Exact versions: `peers/package.json`. */
export const CONTESTANTS: readonly Contestant[] = [
	EMPTY,
	PLAIN,
	{ id: 'lit', label: 'Lit alone', kind: 'floor', entry: 'lit-alone.js', tag: 'lead-form', job: 'none' },
	{
		id: 'lit-form',
		label: 'Lit, five fields by hand',
		kind: 'floor',
		entry: 'lit-form.js',
		tag: 'lead-form',
		job: 'form',
	},
	DOORSTEP,
	{
		id: 'intl-tel-input',
		label: 'Plain form + intl-tel-input',
		kind: 'peer',
		entry: 'intl-tel-input.js',
		job: 'form',
	},
	{
		id: 'hb-form-contact',
		label: 'hb-form-contact (lightest ready-made)',
		kind: 'peer',
		entry: 'hb-form-contact.js',
		job: 'form',
	},
	{ id: 'formkit', label: 'FormKit (lightest engine)', kind: 'peer', entry: 'formkit.js', job: 'form' },
	{
		id: 'react-hook-form',
		label: 'React + react-hook-form',
		kind: 'peer',
		entry: 'react-hook-form.jsx',
		job: 'form',
	},
	{ id: 'surveyjs', label: 'SurveyJS', kind: 'peer', entry: 'surveyjs.js', job: 'form' },
	{ id: 'formio', label: 'Form.io', kind: 'peer', entry: 'formio.js', job: 'form', module: true },
];

/** Loaders whose form comes from their own hosts, in a frame: only what the page itself loads can be weighed. */
export const LOADERS: readonly { id: string; label: string; files: readonly string[] }[] = [
	{
		id: 'typeform',
		label: 'Typeform (loader and style)',
		files: ['@typeform/embed/build/embed.js', '@typeform/embed/build/css/widget.css'],
	},
	{
		id: 'calcom',
		label: 'Cal.com (snippet and loader)',
		files: ['@calcom/embed-snippet/dist/snippet.umd.js', '@calcom/embed-core/dist/embed/embed.js'],
	},
];
