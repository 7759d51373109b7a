// The service against an independent implementation of Slack's Web API: three people, three ways to answer, and the
// thread read back as any Slack client would read it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { decisionOf } from './assessment.mjs';
import { wordsOf } from './block_kit.mjs';
import { eventually } from './service.mjs';
import { SlackBench } from './slack_bench.mjs';

test('three people answer in the card, in a window and by typing; result and plan stand in the thread', { timeout: 400_000 }, async () => {
  await SlackBench.with(async (bench) => {
    const { assessment, slack } = bench;
    const { ana, ben, cleo } = slack.people;

    await assessment.start(ana, 'Blue Van');
    const first = assessment.guide.questions[0].id;
    assert.equal((await assessment.answerInCard(ana, first)).status, 200);
    const questions = await assessment.answerInWindow(ben);
    assert.ok(questions.length >= 16, `only ${questions.length} questions were asked: ${questions}`);

    for (const id of questions) {
      const inCard = id !== first && await assessment.answerInCard(ana, id);
      if (inCard) assert.equal(inCard.status, 200);
      else if (id !== first) assert.equal((await assessment.answerByTyping(ana, id)).status, 200);
      assert.equal((await assessment.answerByTyping(cleo, id)).status, 200);
    }

    assert.equal((await assessment.command(ana, 'finish')).status, 200);
    const expected = decisionOf([ana, ben, cleo], questions);
    assert.equal(expected.outcome, 'hardening');
    const thread = await eventually('result and plan in the thread', async () => {
      const messages = await assessment.thread();
      return messages.some(({ text }) => /plan for Blue Van/.test(text)) ? messages : undefined;
    }, 120_000);
    const [result] = thread.filter(({ text }) => text.startsWith('Result for Blue Van'));
    assert.ok(wordsOf(result).includes(assessment.guide.paths[expected.outcome].name), wordsOf(result));
    assert.ok(wordsOf(result).toLowerCase().includes(`confidence: ${expected.confidence.level}`), wordsOf(result));
    const [plan] = thread.filter(({ text }) => /plan for Blue Van/.test(text));
    assert.ok(plan.text.startsWith(`${expected.plan.weeks} week`), plan.text);
    for (const work of expected.plan.now) assert.ok(wordsOf(plan).includes(work), `not in the plan: ${work}`);

    const cards = await assessment.cards();
    assert.deepEqual([...cards.keys()].sort(), [...questions].sort(), 'every question asked has one card, and no other question has');
    const ids = thread.map(({ metadata }) => metadata?.event_payload?.id).filter(Boolean);
    assert.equal(new Set(ids).size, ids.length, 'a message stands twice in the thread');
    assert.deepEqual(bench.refusals(), []);
    assert.equal(await bench.service.stop(), 0);
  });
});
