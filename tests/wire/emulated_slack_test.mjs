// The service against an independent implementation of Slack's Web API: three people, three ways to answer, and the
// thread read back as any Slack client would read it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test from 'node:test';
import { buttonLabelled, wordsOf } from './block_kit.mjs';
import { binary, eventually } from './service.mjs';
import { SlackBench } from './slack_bench.mjs';

/// What `crossroads evaluate` makes of the same answers, given by the same three people.
function evaluated(assessment, people, questions) {
  const idOf = (question, label) => question.options.find((option) => option.label === label).id;
  const answers = Object.fromEntries(questions.map((id) => {
    const question = assessment.question(id);
    const given = assessment.answerTo(id);
    if (question.type === 'text') return [id, given];
    return [id, question.type === 'single' ? idOf(question, given[0]) : given.map((label) => idOf(question, label))];
  }));
  const input = { guide: assessment.guide.id, product: 'Blue Van', respondents: people.map((id) => ({ id, answers })) };
  return JSON.parse(execFileSync(binary, ['evaluate'], { input: JSON.stringify(input), encoding: 'utf8' }));
}

test('three people answer in the card, in a window and by typing; result and plan stand in the thread', { timeout: 400_000 }, async () => {
  await SlackBench.with(async (bench) => {
    const { assessment, slack } = bench;
    const { ana, ben, cleo } = slack.people;

    await assessment.start(ana, 'Blue Van');
    const first = assessment.guide.questions[0].id;
    assert.equal((await assessment.answerInCard(ana, first)).status, 200);
    const questions = await assessment.answerInWindow(ben, await assessment.card(first));
    assert.ok(questions.length >= 16, `only ${questions.length} questions were asked: ${questions}`);

    for (const id of questions) {
      const inCard = id !== first && await assessment.answerInCard(ana, id);
      if (inCard) assert.equal(inCard.status, 200);
      else if (id !== first) assert.equal((await assessment.answerByTyping(ana, id)).status, 200);
      assert.equal((await assessment.answerByTyping(cleo, id)).status, 200);
    }

    const asked = await assessment.command(ana, 'finish');
    assert.equal(asked.status, 200);
    const confirmation = asked.body && buttonLabelled(JSON.parse(asked.body).blocks, /show|finish/i);
    if (confirmation) {
      await assessment.tap(ana, { ...JSON.parse(asked.body), ts: '0' }, confirmation);
    }

    const expected = evaluated(assessment, [ana, ben, cleo], questions);
    const outcome = expected.outcome === 'scoping' ? 'Better scoping' : assessment.guide.paths[expected.outcome].name;
    const thread = await eventually('result and plan in the thread', async () => {
      const messages = await assessment.thread();
      const words = messages.map(wordsOf);
      return words.some((text) => text.includes(outcome)) && words.some((text) => /plan/i.test(text)) ? messages : undefined;
    }, 120_000);

    const cards = await assessment.cards();
    assert.deepEqual([...cards.keys()].sort(), [...questions].sort(), 'every question asked has one card, and no other');
    const ids = thread.map(({ metadata }) => metadata?.event_payload?.id).filter(Boolean);
    assert.equal(new Set(ids).size, ids.length, 'a message stands twice in the thread');
    assert.deepEqual(bench.refusals(), []);
    assert.equal(await bench.service.stop(), 0);
  });
});
