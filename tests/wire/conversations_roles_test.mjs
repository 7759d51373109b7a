// What workspace admins may do, and how guests and people from connected workspaces are kept apart, over the wire.
import assert from 'node:assert/strict';
import { buttonLabelled, wordsOf } from './block_kit.mjs';
import { scenarioAlone } from './scenarios.mjs';
import { RecordingProxy } from './recording_proxy.mjs';
import { eventually } from './service.mjs';

/// Says of ben that he is an admin of the workspace, and of cleo that she is a guest: the emulated Slack knows neither.
class RolesProxy extends RecordingProxy {
  async passOn(call) {
    const passed = await super.passOn(call);
    if (call.method !== 'users.info') return passed;
    const { user, ...answer } = JSON.parse(passed.text);
    const roles = { is_admin: user?.name === 'ben', is_restricted: user?.name === 'cleo' };
    return { ...passed, text: JSON.stringify({ ...answer, user: { ...user, ...roles } }) };
  }
}

const toldAbout = (channel, user, words) => eventually(`a private message that says ${words}`, () =>
  channel.privately().find((each) => each.user === user && words.test(wordsOf(each))), 20_000);

scenarioAlone('P01: an admin who is not the owner pauses once Slack says who they are, and deletes after a second word', { only: 'Slack', Proxy: RolesProxy }, async (channel) => {
  const { ana, ben } = channel;
  await channel.begins(ana, 'Blue Van');
  await channel.answers(ana, { traction: ['came_back'] });
  const asked = await channel.says(ben, 'pause');
  assert.match(wordsOf(asked), new RegExp(`Only the owner or a workspace admin can pause it\\. The owner is <@${ana}>`));
  await toldAbout(channel, ben, /Paused: Blue Van/);
  await channel.appears(new RegExp(`Paused by <@${ben}>`));
  assert.match(wordsOf(await channel.says(ben, 'settle 5 1')), /Only the owner can settle a question/);

  const question = await channel.says(ben, 'delete');
  assert.match(wordsOf(question), /Delete the assessment of Blue Van and all its data\? 1 answer and the result/);
  assert.ok(buttonLabelled(question.blocks, /^Keep it$/));
  const done = await channel.told(ben, () => channel.press(ben, question, /^Delete for good$/));
  assert.match(wordsOf(done), /Deleted: the assessment of Blue Van/);
  await channel.appears(/was deleted by/);
  const thread = await eventually('an emptied thread', async () => {
    const messages = await channel.thread();
    return messages.some((message) => /Blue Van|What has actually happened/.test(wordsOf(message))) ? undefined : messages;
  }, 30_000);
  assert.match(wordsOf(thread[1]), /Deleted with its assessment/);
  assert.deepEqual(channel.stored().assessments, []);
  assert.match(wordsOf(await channel.says(ana, 'status')), /no assessment here/);
});

scenarioAlone('P02: a guest answers, is told why it does not count yet, and counts once the owner adds them', { only: 'Slack', Proxy: RolesProxy }, async (channel) => {
  const { ana, cleo } = channel;
  await channel.begins(ana, 'Blue Van');
  await channel.answers(cleo, { traction: ['came_back'] });
  const told = await toldAbout(channel, cleo, /You are a guest in this workspace/);
  assert.match(wordsOf(told), new RegExp(`kept and does not count yet\\. <@${ana}> can add you`));
  assert.match(wordsOf(await channel.says(ana, 'status')), /nobody yet/);
  assert.match(wordsOf(await channel.says(cleo, 'answer 2 1')), /You are a guest/);

  await channel.told(cleo, () => channel.press(cleo, told, /^Ask to join$/));
  const request = await toldAbout(channel, ana, /asks to join/);
  await channel.told(ana, () => channel.press(ana, request, /^Add them$/));
  assert.match(wordsOf(await channel.says(ana, 'status')), /1 person, 1 of/);
});

scenarioAlone('P03: somebody from a connected workspace is left out by what Slack sends, and a colleague gets a question by name', { only: 'Slack', Proxy: RolesProxy }, async (channel) => {
  const { ana, ben, cleo } = channel;
  await channel.begins(ana, 'Blue Van');
  const ts = `${Math.floor(Date.now() / 1000)}.700001`;
  const told = await channel.told(cleo, () => channel.sender.event({
    type: 'message', channel: channel.id, channel_type: 'channel', user: cleo, user_team: 'T999999999', text: '1: 2', ts,
    event_ts: ts, thread_ts: channel.threadTs }, 'EvP03'));
  assert.match(wordsOf(told), /You are here from a connected workspace/);
  assert.deepEqual(channel.stored().assessments[0].people, []);

  assert.match(wordsOf(await channel.says(ana, `invite <@${ben}> 5`)), new RegExp(`<@${ben}> gets question 5 as a direct message`));
  const direct = await eventually('the direct message', () =>
    channel.proxy.calls.find(({ method, body }) => method === 'chat.postMessage' && body.channel === ben), 20_000);
  assert.match(wordsOf(direct.body), new RegExp(`<@${ana}> asks you question 5`));
  assert.ok(buttonLabelled(direct.body.blocks, /^Answer now$/));
});
