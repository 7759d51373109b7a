// A second opinion through the wire: from the button on the result to two files in the thread, and nothing else.
import assert from 'node:assert/strict';
import test from 'node:test';
import { buttonLabelled, wordsOf } from './block_kit.mjs';
import { Channel, mustAnswers } from './channel.mjs';
import { eventually } from './service.mjs';
import { SlackBench } from './slack_bench.mjs';

const LABEL = /^Ask for a second opinion$/;
const reviewGroup = {
  CROSSROADS_SECOND_OPINION_NAME: 'The review group',
  CROSSROADS_SECOND_OPINION_ADDRESS: 'https://reviews.example.com/new?from=_crossroads&kind=a',
  CROSSROADS_SECOND_OPINION_SENTENCE: 'Reads results & sends notes.',
};

/// Ana answers what must have an answer and shows the result; the message of the result.
async function resultIn(channel) {
  const { ana } = channel;
  await channel.begins(ana, 'Blue Van');
  await channel.answers(ana, mustAnswers);
  assert.match(wordsOf(await channel.says(ana, 'finish anyway')), /result/i);
  return eventually('the result', () => channel.posts().find((post) => /Result for Blue Van/.test(post.text)), 120_000);
}

const filesOf = async (channel) => (await channel.thread()).flatMap(({ files }) => files ?? []).map(({ name }) => name)
  .filter((name) => !name.endsWith('.png'));

test('the owner sees what would be shared, says so, and the thread gets two files once', { timeout: 400_000 }, async (t) => {
  await SlackBench.with(async (bench) => {
    const channel = new Channel(bench, 'van');
    const { ana, ben } = channel;
    const result = await resultIn(channel);

    await t.test('somebody else hears who can', async () => {
      const told = await channel.told(ben, () => channel.press(ben, result, LABEL));
      assert.match(wordsOf(told), /Only the owner can ask somebody outside for a second opinion/);
    });

    const offer = await channel.told(ana, () => channel.press(ana, result, LABEL));

    await t.test('what would be shared is said to the owner, and nothing is', async () => {
      const said = JSON.stringify(offer.blocks);
      assert.match(said, /The review group/);
      assert.match(said, /Reads results &amp; sends notes\./);
      assert.match(said, /one as Markdown and one as JSON/);
      assert.match(said, /from 1 person/);
      assert.ok(said.includes('<https://reviews.example.com/new?from=_crossroads&amp;kind=a>'), said);
      assert.deepEqual(await filesOf(channel), []);
    });

    await t.test('the word of the owner brings both files, with where to send them', async () => {
      assert.match(wordsOf(await channel.told(ana, () => channel.press(ana, offer, /^Post both files$/))), /come into the thread/);
      const files = await eventually('both files', async () => {
        const names = await filesOf(channel);
        return names.length >= 2 ? names : undefined;
      }, 60_000);
      assert.deepEqual(files.map((name) => name.split('.').pop()), ['md', 'json']);
      const head = channel.posts().find((post) => /asks for a second opinion/.test(post.text));
      assert.equal(head.thread_ts, channel.threadTs);
      assert.match(wordsOf(head), /The review group/);
    });

    await t.test('a second time brings none, and says so', async () => {
      for (const [message, label] of [[offer, /^Post both files$/], [result, LABEL]]) {
        const told = await channel.told(ana, () => channel.press(ana, message, label));
        assert.match(wordsOf(told), /Both files have been in the thread since/);
      }
      await bench.nothingWaits(60_000);
      assert.equal((await filesOf(channel)).length, 2);
    });

    assert.deepEqual(bench.refusals(), []);
  }, { channels: ['van'], environment: reviewGroup });
});

test('where nobody is named there is no such button', { timeout: 400_000 }, async () => {
  await SlackBench.with(async (bench) => {
    const channel = new Channel(bench, 'van');
    const result = await resultIn(channel);
    await bench.nothingWaits(60_000);
    assert.equal(buttonLabelled(result.blocks, LABEL), undefined);
    assert.doesNotMatch(JSON.stringify(bench.proxy.calls.map(({ body }) => body)), /second opinion/i);
  }, { channels: ['van'] });
});
