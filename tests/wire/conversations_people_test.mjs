// The conversation scenarios about who may do what, and who gets to know it, by id.
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { buttonLabelled, ofType, wordsOf } from './block_kit.mjs';
import { scenariosOnOneBench } from './scenarios.mjs';

describe('people', { concurrency: true }, () => {
  const scenario = scenariosOnOneBench(['C08', 'C09', 'C10', 'C13', 'C20']);

  scenario('C08: somebody not on a fixed list is told who can add them, and nobody else hears of it', async (channel) => {
    const { ana, ben, cleo } = channel;
    await channel.begins(ana, `Blue Van --people <@${ben}>`, 'Blue Van');
    const head = (await channel.thread())[0];

    const attempts = [
      () => channel.press(cleo, head, /answer now/i),
      () => channel.picks(cleo, 'traction', ['came_back']),
      () => channel.types(cleo, '2', { ts: '1700000000.000100', eventId: 'EvC08' }),
    ];
    for (const attempt of attempts) {
      assert.match(wordsOf(await channel.told(cleo, attempt)), new RegExp(`fixed list of people\\. <@${ana}> can add you`));
    }

    const thread = await channel.threadAfterAll(ana);
    assert.deepEqual(channel.questionsIn(thread), ['traction']);
    assert.match(wordsOf(thread[0]), /Nobody has answered yet/);
    assert.deepEqual(channel.stored().assessments[0].people, []);
    assert.deepEqual(channel.privately().map(({ user }) => user), attempts.map(() => cleo));
  });

  scenario('C09: only the owner cancels; who else tries is told who that is, and it goes on', async (channel) => {
    const { ana, ben } = channel;
    await channel.begins(ana, 'Blue Van');
    await channel.answers(ben, { traction: ['came_back'] });

    const refusal = await channel.says(ben, 'cancel');
    assert.match(wordsOf(refusal), new RegExp(`Only the owner or a workspace admin can cancel it\\. The owner is <@${ana}>`));
    assert.equal(buttonLabelled(refusal.blocks, /cancel/i), undefined);

    await channel.told(ben, () => channel.picks(ben, 'proved', ['workflow_solves']));
    const thread = await channel.threadAfterAll(ana);
    assert.deepEqual(channel.questionsIn(thread), ['traction', 'proved', 'unproved']);
    assert.match(wordsOf(thread[0]), /Open\. .*1 person, 2 of/);
    assert.deepEqual([...new Set(channel.privately().map(({ user }) => user))], [ben]);
  });

  scenario('C10: the owner sees what cancelling ends, and only the second word ends it; answers stay', async (channel) => {
    const { ana, ben } = channel;
    await channel.begins(ana, 'Blue Van');
    await channel.answers(ana, { traction: ['came_back'], proved: ['workflow_solves'] });
    await channel.answers(ben, { traction: ['pilot_done'] });

    const asked = await channel.says(ana, 'cancel');
    assert.match(wordsOf(asked), /Cancel the assessment of \*Blue Van\*\? 3 answers from 2 people will be closed without a result/);
    await channel.answers(ben, { proved: ['users_return'] });
    const open = await channel.threadAfterAll(ana);
    assert.deepEqual(channel.questionsIn(open), ['traction', 'proved', 'unproved']);

    const ended = await channel.told(ana, () => channel.press(ana, asked, /^Cancel assessment$/));
    assert.match(wordsOf(ended), /Cancelled: Blue Van/);
    await channel.appears(/Cancelled by .*4 answers from 2 people stay on record/);
    assert.equal((await channel.appears(/Cancelled\. There is no result/)).ts, channel.threadTs);
    assert.match(wordsOf(await channel.says(ben, 'answer 3 1')), new RegExp(`was cancelled by <@${ana}>`));
    const { respondents } = JSON.parse(await channel.exports(ben, 'json'));
    assert.deepEqual(respondents.map(({ id, answers }) => [id, answers]).sort(), [
      [ana, { traction: ['came_back'], proved: ['workflow_solves'] }],
      [ben, { traction: ['pilot_done'], proved: ['users_return'] }],
    ].sort());
    assert.match(await channel.ownAnswers(ben), /Q1.*A pilot customer finished the core task_\n.*Q2.*Users are willing to come back/);
  });

  scenario('C13: a start while one is open offers that one or another product, and begins nothing', async (channel) => {
    const { ana, ben, cleo } = channel;
    await channel.begins(ana, 'Blue Van');
    const first = channel.threadTs;
    for (const words of ['start', 'start blue van', 'start Red Van']) {
      assert.match(wordsOf(await channel.says(cleo, words)), /An assessment is open here: .*#1 Blue Van/);
    }
    const offer = await channel.says(ben, 'start');
    assert.ok(buttonLabelled(offer.blocks, /^Go to #1$/));
    assert.equal((await channel.threadAfterAll(ana))[0].ts, first);
    assert.equal(channel.posts().filter((post) => !post.thread_ts).length, 1);

    const window = await channel.openWindow(ben, offer, /^Start for another product$/);
    const [{ element }] = ofType(window.blocks, 'plain_text_input');
    const submits = (product) => channel.submits(ben, window, element, product);
    assert.match((await submits('BLUE VAN')).error, /is open here/);
    const seen = channel.seen();
    assert.match(wordsOf((await submits('Red Van')).view), /The assessment of Red Van starts in this channel/);
    await channel.followsNewThread('Red Van', seen);
    assert.notEqual(channel.threadTs, first);
    assert.match(wordsOf(await channel.says(cleo, 'answer')), /Which one: #1 Blue Van and #2 Red Van\?/);
    assert.equal(channel.posts().filter((post) => !post.thread_ts).length, 2);
  });

  scenario('C20: an unknown word after the command is answered with what it could mean and all there is', async (channel) => {
    const { ana } = channel;
    const told = wordsOf(await channel.says(ana, 'strat'));
    assert.match(told, /I do not know "strat"\. Did you mean `start`\?/);
    assert.match(told, new RegExp(`There is: \`${channel.commandName} start NAME · status · answer · .* · help\``));
    assert.doesNotMatch(wordsOf(await channel.says(ana, 'zzzzzz')), /Did you mean/);

    await channel.begins(ana, 'Blue Van');
    assert.deepEqual(channel.posts().map(({ thread_ts: thread }) => thread), [undefined, channel.threadTs]);
  });
});
