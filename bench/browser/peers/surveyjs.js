import { Model } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';
import 'survey-core/survey-core.min.css';
import { PHONE, send } from './lead.js';

const survey = new Model({
	completeText: 'Send',
	showQuestionNumbers: 'off',
	completedHtml: '<p role="status">Thank you</p>',
	elements: [
		{ type: 'text', name: 'name', title: 'Name', isRequired: true, autocomplete: 'name' },
		{
			type: 'text',
			name: 'email',
			title: 'Email',
			inputType: 'email',
			isRequired: true,
			autocomplete: 'email',
			validators: [{ type: 'email' }],
		},
		{
			type: 'text',
			name: 'phone',
			title: 'Phone',
			inputType: 'tel',
			isRequired: true,
			autocomplete: 'tel',
			validators: [{ type: 'regex', regex: PHONE.source }],
		},
		{ type: 'comment', name: 'message', title: 'Message', isRequired: true },
		{
			type: 'boolean',
			renderAs: 'checkbox',
			name: 'consent',
			title: 'I agree to be contacted',
			isRequired: true,
			validators: [{ type: 'expression', expression: '{consent} = true' }],
		},
	],
});
survey.onComplete.add(({ data }) => send(data));
renderSurvey(survey, document.getElementById('mount'));
