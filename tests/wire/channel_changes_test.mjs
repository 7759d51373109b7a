// What happens to a channel, as Slack tells it or shows it by refusing a message: nothing of an assessment is lost.
import assert from 'node:assert/strict';
import { wordsOf } from './block_kit.mjs';
import { scenarioAlone } from './scenarios.mjs';
import { eventually } from './service.mjs';

const onSlack = { only: 'Slack' };
let events = 0;

/// An event of Slack's about this channel; nobody is answered.
async function happens(channel, event) {
  const { status, body } = await channel.sender.event(
    { channel: channel.id, event_ts: `17000000${++events}.000100`, ...event }, `EvChannel${events}`);
  assert.equal(`${status} ${body}`, '200 ');
}

const stateOf = (channel) => channel.stored().assessments[0].state;
const firstQuestion = { traction: ['pilot_done'] };

scenarioAlone('ch1: an archived channel pauses the assessment, and unarchived it says so', onSlack, async (channel) => {
  const { ana, ben, bench } = channel;
  await channel.begins(ana, 'Blue Van');
  await channel.answers(ben, firstQuestion);
  await channel.asks('proved');
  await bench.nothingWaits(60_000);
  const seen = channel.proxy.calls.length;

  await happens(channel, { type: 'channel_archive', user: ana });
  assert.equal(stateOf(channel), 'paused');
  await happens(channel, { type: 'channel_rename', channel: { id: channel.id, name: 'renamed', created: 1 } });
  assert.deepEqual(channel.posts(seen), [], 'nothing can be posted in it');
  await happens(channel, { type: 'channel_unarchive', user: ana });

  const told = await channel.appears(/This channel was archived, so the assessment of Blue Van is paused/);
  assert.match(wordsOf(await channel.told(ana, () => channel.press(ana, told, /^Resume$/))), /Open again/);
  assert.equal(stateOf(channel), 'open');
  await channel.answers(ben, { proved: ['value_understood'] });
  await channel.asks('unproved');
  assert.deepEqual(bench.refusals(), []);
});

scenarioAlone('ch2: a message that Slack refuses tells as much, and what it said is posted afterwards', onSlack, async (channel) => {
  const { ana, ben, bench } = channel;
  await channel.begins(ana, 'Blue Van');
  await bench.nothingWaits(60_000);
  await bench.slack.asOwner.conversations.archive({ channel: channel.id });

  await channel.answers(ben, firstQuestion);
  await eventually('the pause', () => stateOf(channel) === 'paused', 60_000);
  await bench.nothingWaits(60_000);
  const refused = bench.refusals();
  assert.ok(refused.length > 0 && refused.every((one) => /is_archived$/.test(one)), refused.join(', '));
  assert.ok(refused.length <= 4, `tried without end: ${refused.join(', ')}`);

  await bench.slack.asOwner.conversations.unarchive({ channel: channel.id });
  await happens(channel, { type: 'channel_unarchive', user: ana });
  await channel.asks('proved');
  await channel.says(ana, 'resume');
  assert.equal(stateOf(channel), 'open');
  assert.deepEqual(bench.refusals(), refused);
});

scenarioAlone('ch3: taken out of the channel, the bot tells the owner directly', onSlack, async (channel) => {
  const { ana, bench } = channel;
  await channel.begins(ana, 'Blue Van');
  await happens(channel, { type: 'channel_left', actor_id: ana });
  const direct = await eventually('a word to the owner', () => bench.proxy.calls.find(({ method, body }) =>
    method === 'chat.postMessage' && body.channel === ana), 60_000);
  assert.match(wordsOf(direct.body), /I am not in the channel of your assessment of Blue Van any more.*\/assess resume/s);
  await channel.says(ana, 'resume');
  assert.equal(stateOf(channel), 'open');
});

scenarioAlone('ch4: a deleted start card is posted again, and both threads count', onSlack, async (channel) => {
  const { ana, ben, bench } = channel;
  await channel.begins(ana, 'Blue Van');
  await bench.nothingWaits(60_000);
  const [seen, old] = [channel.proxy.calls.length, channel.threadTs];
  await bench.slack.client.chat.delete({ channel: channel.id, ts: old });
  await happens(channel, {
    type: 'message', subtype: 'message_deleted', channel_type: 'channel', hidden: true, ts: '1700000300.000100', deleted_ts: old,
    previous_message: { type: 'message', user: 'U000000009', bot_id: 'B000000009', ts: old, thread_ts: old, text: 'Assessment: Blue Van' } });

  const again = await eventually('another start card', () =>
    channel.posts(seen).find((post) => !post.thread_ts && /Assessment: Blue Van/.test(wordsOf(post))), 60_000);
  assert.match(wordsOf(await channel.appears(/The start card was deleted/)), /cards in the old thread still work/);
  await channel.told(ben, () => channel.types(ben, '1: 2', { ts: '1700000301.000100', eventId: 'EvOldThread' }));
  channel.threadTs = again.ts;
  await channel.asks('proved');
  await channel.told(ana, () => channel.types(ana, '1: 2', { ts: '1700000302.000100', eventId: 'EvNewThread' }));
  assert.deepEqual(channel.stored().assessments[0].people.map(({ user }) => user).sort(), [ana, ben].sort());
  assert.deepEqual(bench.refusals(), []);
});

scenarioAlone('ch5: an assessment goes on in a channel whose id changed, also after a restart', onSlack, async (channel) => {
  const { ana, ben, bench } = channel;
  await channel.begins(ana, 'Blue Van');
  await bench.nothingWaits(60_000);
  const old = channel.slack.channel;
  const fresh = await bench.slack.createChannel('fresh');
  const { status } = await channel.sender.event(
    { type: 'channel_id_changed', old_channel_id: old.id, new_channel_id: fresh.id, event_ts: '1700000400.000100' }, 'EvMoved');
  assert.equal(status, 200);
  const seen = channel.proxy.calls.length;

  const inNew = async (user, text) => (await channel.sender.command({ channel: fresh, user, text })).body;
  assert.match(await inNew(ben, 'answer 1 1'), /Saved/i);
  const goesTo = () => channel.proxy.after(seen, ({ method }) => method.startsWith('chat.')).map(({ body }) => body.channel);
  await eventually('a message under the new id', () => goesTo().includes(fresh.id), 60_000);
  assert.ok(!goesTo().includes(old.id), 'to a channel that is not there any more');

  await bench.service.stop();
  await bench.startService();
  assert.match(await inNew(ana, 'status'), /1 of 20 questions have answers|Blue Van/);
  assert.match(await inNew(ana, 'pause'), /Paused: Blue Van/);
  assert.equal(stateOf(channel), 'paused');
});
