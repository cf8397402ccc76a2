import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	KEYS_MAX_AGE_MS,
	KEYS_PAUSE_MS,
	parseKeys,
	type TeamKey,
	TeamKeys,
	TeamKeysUnreachable,
} from '../../../worker/routes/console/team-keys.ts';

const NOW = Date.UTC(2026, 0, 15);

/** A team that publishes the keys of these ids, and counts who asks. */
function createTeam(...kids: string[]) {
	const team = { kids, down: false, asked: 0 };
	const keys = new TeamKeys(async () => {
		team.asked++;
		if (team.down) throw new TeamKeysUnreachable('the connection failed');
		return team.kids.map((kid) => ({ kid, kty: 'RSA' }));
	});
	return Object.assign(team, { keys });
}

test('a team is asked for its keys once, until they are ten minutes old', async () => {
	const team = createTeam('a', 'b');
	assert.equal(await team.keys.find('a', NOW).then((key) => key?.kid), 'a');
	await team.keys.find('b', NOW + 1);
	await team.keys.find('a', NOW + KEYS_MAX_AGE_MS - 1);
	assert.equal(team.asked, 1);
	await team.keys.find('a', NOW + KEYS_MAX_AGE_MS);
	assert.equal(team.asked, 2);
});

test('a key that came by rotation is found at its first token', async () => {
	const team = createTeam('old');
	await team.keys.find('old', NOW);
	team.kids = ['new', 'old'];
	assert.equal((await team.keys.find('new', NOW + KEYS_PAUSE_MS))?.kid, 'new');
	assert.equal(team.asked, 2);
});

test('tokens with made-up keys get the team asked at most every 30 seconds', async () => {
	const team = createTeam('a');
	for (let ms = 0; ms < 3 * KEYS_PAUSE_MS; ms += 100)
		assert.equal(await team.keys.find(`made up ${ms}`, NOW + ms), undefined);
	assert.equal(team.asked, 3);
});

test('a team that is down is not asked again for a made-up key for 30 seconds, and known keys stay good as long as ever', async () => {
	const team = createTeam('a');
	await team.keys.find('a', NOW);
	team.down = true;
	await assert.rejects(team.keys.find('made up', NOW + KEYS_PAUSE_MS), TeamKeysUnreachable);
	assert.equal(await team.keys.find('made up', NOW + KEYS_PAUSE_MS + 1), undefined);
	assert.equal((await team.keys.find('a', NOW + KEYS_PAUSE_MS + 2))?.kid, 'a');
	assert.equal(team.asked, 2);
	await assert.rejects(team.keys.find('a', NOW + KEYS_MAX_AGE_MS), TeamKeysUnreachable);
});

test('a key is good no more once the keys are old and the team can’t be asked', async () => {
	const team = createTeam('a');
	await team.keys.find('a', NOW);
	team.down = true;
	await assert.rejects(team.keys.find('a', NOW + KEYS_MAX_AGE_MS), TeamKeysUnreachable);
	team.down = false;
	assert.equal((await team.keys.find('a', NOW + KEYS_MAX_AGE_MS + 1))?.kid, 'a');
});

test('a key that a team takes back is unknown with the next answer', async () => {
	const team = createTeam('a', 'b');
	await team.keys.find('a', NOW);
	team.kids = ['b'];
	assert.equal(await team.keys.find('a', NOW + KEYS_MAX_AGE_MS), undefined);
});

test('an answer that is overtaken by a later one does not bring old keys back', async () => {
	const answers: ((keys: TeamKey[]) => void)[] = [];
	const keys = new TeamKeys(() => new Promise((resolve) => answers.push(resolve)));
	const [early, late] = [keys.find('a', NOW), keys.find('b', NOW + 1)];
	answers[1]?.([{ kid: 'b' }]);
	await late;
	answers[0]?.([{ kid: 'a' }]);
	assert.equal(await early, undefined);
	assert.equal((await keys.find('b', NOW + 2))?.kid, 'b');
});

test('a set of keys is read, and what is none is told from it', () => {
	assert.deepEqual(parseKeys('{"keys":[{"kid":"a"},{"kty":"RSA"},null,7,{"kid":3}],"public_certs":[]}'), [
		{ kid: 'a' },
	]);
	for (const text of ['', '<html>', 'null', '[]', '{}', '{"keys":{}}']) assert.equal(parseKeys(text), undefined, text);
});
