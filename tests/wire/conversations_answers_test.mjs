// The conversation scenarios about one person's answers, by id.
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { ofType, questionOf, wordsOf } from './block_kit.mjs';
import { scenariosOnOneBench } from './scenarios.mjs';

describe('answers', { concurrency: true }, () => {
  const scenario = scenariosOnOneBench(['C01', 'C02', 'C03', 'C04', 'C05', 'C19']);

  scenario('C01: what excludes every other option is refused beside one, and the earlier answer stands', async (channel) => {
    const { ana } = channel;
    await channel.begins(ana, 'Blue Van');
    await channel.told(ana, () => channel.picks(ana, 'traction', ['pilot_done']));

    const told = wordsOf(await channel.told(ana, () => channel.picks(ana, 'traction', ['none', 'pilot_done'])));
    assert.match(told, /"None of these yet" cannot go with another choice\. Untick one of them\./);
    const window = await channel.openWindow(ana, (await channel.thread())[0], /answer now/i);
    const [{ element }] = ofType(window.blocks, 'checkboxes');
    const both = ['None of these', 'A core workflow solves a real problem for somebody'];
    assert.deepEqual(await channel.submits(ana, window, element, both),
      { error: '"None of these" cannot go with another choice. Untick one of them.' });

    assert.deepEqual(channel.questionsIn(await channel.threadAfterAll(ana)), ['traction', 'proved']);
    const own = await channel.ownAnswers(ana);
    assert.match(own, /A pilot customer finished the core task/);
    assert.doesNotMatch(own, /None of these|Q2/);
  });

  scenario('C02: a second answer replaces the first, in the same card, and both stay on record', async (channel) => {
    const { ana } = channel;
    await channel.begins(ana, 'Blue Van');
    await channel.answers(ana, {
      traction: ['pilot_done'], proved: ['workflow_solves'], unproved: ['release_rhythm'],
      proof: '9 clinics booked 410 appointments last month' });
    await channel.told(ana, () => channel.picks(ana, 'main_job', 'with_help'));
    await channel.asks('workflow');
    const posted = channel.posts().length;

    const told = wordsOf(await channel.told(ana, () => channel.picks(ana, 'main_job', 'on_own')));
    assert.match(told, /Changed: Yes, with some help from us → Yes, on their own\./);

    const thread = await channel.threadAfterAll(ana);
    assert.equal(thread.length, posted);
    assert.match(wordsOf(thread.find((message) => channel.isCardOf('main_job', message))), /1 person answered\./);
    assert.match(wordsOf(thread[0]), /1 person, 5 of/);
    assert.match(await channel.ownAnswers(ana), /Q5.*Yes, on their own/);
    const [given] = channel.stored().assessments[0].people;
    assert.deepEqual(given.answers.main_job.map(({ value }) => value), [['with_help'], ['on_own']]);
    assert.ok(given.answers.main_job.every(({ at }) => Math.abs(at - Date.now() / 1000) < 120));
  });

  scenario('C03: an edited reply changes its answer, and what is no answer is asked about', async (channel) => {
    const { ana } = channel;
    await channel.begins(ana, 'Blue Van');
    const written = { ts: '1700000000.000100' };
    await channel.told(ana, () => channel.types(ana, '1, 2', { ...written, eventId: 'EvC03a' }));

    const updated = await channel.told(ana, () =>
      channel.edits(ana, '2, 3', { ...written, before: '1, 2', eventId: 'EvC03b' }));
    assert.match(wordsOf(updated), /updated your answer to question 1: A pilot customer finished .*; A few real users came/);
    const asked = await channel.told(ana, () =>
      channel.edits(ana, 'wrong thread, sorry', { ...written, before: '2, 3', eventId: 'EvC03c' }));
    assert.match(wordsOf(asked), /could not read your edited reply .* Your answer stays: A pilot customer/);

    assert.match(await channel.ownAnswers(ana), /Q1.*A pilot customer finished the core task; A few real users came back/);
    const thread = await channel.threadAfterAll(ana);
    assert.deepEqual(channel.questionsIn(thread), ['traction', 'proved']);
    assert.match(wordsOf(thread[0]), /1 person, 1 of/);
    await channel.told(ana, () => channel.press(ana, updated, /^Undo$/));
    assert.match(await channel.ownAnswers(ana), /Q1.*Prospects reacted well in demos; A pilot customer/);
  });

  scenario('C04: an answer to what is no longer asked is set aside, and counts again by itself', async (channel) => {
    const { ana } = channel;
    const far = async () => {
      const words = wordsOf(await channel.says(ana, 'status'));
      const [, answered, asked] = words.match(/(\d+) of (\d+) questions have answers/);
      return [answered, asked, words.match(/Open for you: (\d+) questions/)[1]].map(Number);
    };
    await channel.begins(ana, 'Blue Van');
    await channel.answers(ana, { traction: ['came_back'], usage: ['growing'] });
    const [answered, asked, open] = await far();
    assert.equal(answered, 2);

    await channel.answers(ana, { traction: ['demo_interest'] });
    assert.match(await channel.ownAnswers(ana), /Q17.*Usage is increasing.*does not count at the moment/);
    const [still, fewer] = await far();
    assert.equal(still, 1);
    assert.ok(fewer < asked, `${fewer} of ${asked} are asked`);

    await channel.answers(ana, { traction: ['came_back'] });
    assert.deepEqual(await far(), [answered, asked, open]);
    assert.doesNotMatch(await channel.ownAnswers(ana), /does not count/);
    assert.match(await channel.ownAnswers(ana), /Q17.*Usage is increasing/);
  });

  scenario('C05: what Slack delivers again is one answer with one acknowledgement', async (channel) => {
    const { ana } = channel;
    await channel.begins(ana, 'Blue Van');
    const seen = channel.seen();
    const deliverOnce = channel.deliverRepeatedly();

    await channel.told(ana, () => channel.types(ana, '2', { ts: '1700000000.000100', eventId: 'EvC05' }));
    await channel.told(ana, () => channel.picks(ana, 'proved', ['workflow_solves']));
    const window = await channel.openWindow(ana, (await channel.thread())[0], /answer now/i);
    const [{ element }] = ofType(window.blocks, 'checkboxes');
    const { view } = await channel.submits(ana, window, element, ['Deployment, QA and monitoring support frequent releases']);
    assert.equal(questionOf(view.blocks), 'proof');
    deliverOnce();

    assert.deepEqual(channel.questionsIn(await channel.threadAfterAll(ana)), ['traction', 'proved', 'unproved', 'proof']);
    assert.equal(channel.privately(seen).length, 2, JSON.stringify(channel.privately(seen).map(wordsOf)));
    assert.equal(channel.windowsOpened(seen), 1);
    const [{ answers }] = channel.stored().assessments[0].people;
    assert.deepEqual(Object.keys(answers).sort(), ['proved', 'traction', 'unproved']);
    assert.ok(Object.values(answers).every((given) => given.length === 1), 'each was given once');
  });

  scenario('C19: a text over the limit is refused with the limit; one at it is kept whole and shown shortened', async (channel) => {
    const { ana } = channel;
    const tooLong = 'x'.repeat(5_000);
    const refusal = /too long: 500[0-9] characters, and at most 1,000 fit/;
    await channel.begins(ana, 'Blue Van');
    assert.match(wordsOf(await channel.says(ana, `answer 4 ${tooLong}`)), refusal);
    const typed = { ts: '1700000000.000100', eventId: 'EvC19' };
    assert.match(wordsOf(await channel.told(ana, () => channel.types(ana, `4: ${tooLong}`, typed))), refusal);
    const window = await channel.opens(ana, 'answer 4');
    const [{ element }] = ofType(window.blocks, 'plain_text_input');
    assert.equal(element.max_length, 1_000);
    assert.match((await channel.submits(ana, window, element, tooLong)).error, refusal);
    assert.deepEqual(channel.stored().assessments[0].people, []);

    const longest = '9 clinics booked 410 appointments last month, '.padEnd(1_000, 'and said so ').slice(0, 999).concat('.');
    const shortened = /9 clinics booked 410 appointments last month, and said.*…/;
    await channel.answers(ana, { proof: longest });
    assert.match(await channel.ownAnswers(ana), shortened);
    assert.equal(ofType((await channel.opens(ana, 'answer 4')).blocks, 'plain_text_input')[0].element.initial_value, longest);
    await channel.answers(ana, { traction: ['came_back'] });
    await channel.says(ana, 'finish anyway');
    const result = await channel.appears(/Better scoping first/, 'the result');
    const basis = await channel.told(ana, () => channel.press(ana, result, /rests on/));
    assert.match(wordsOf(basis), shortened);
    const messages = [...channel.posts(), ...channel.edited(), ...channel.privately()];
    assert.ok(messages.every((message) => !JSON.stringify(message).includes(longest)), 'no message holds all of it');
    for (const format of ['md', 'json', 'csv']) assert.ok((await channel.exports(ana, format)).includes(longest), format);
  });
});
