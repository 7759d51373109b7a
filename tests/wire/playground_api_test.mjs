// Slack's official client drives the playground's Web API: what it sends and what it accepts is what Slack's servers
// and apps exchange.
import assert from 'node:assert/strict';
import test from 'node:test';
import { LogLevel, WebClient } from '@slack/web-api';
import { freePort, Program, temporaryFolder } from './service.mjs';

const TOKEN = 'xoxb-playground-test';

async function playground() {
  const { folder, remove } = await temporaryFolder();
  const port = await freePort();
  const service = await freePort();  // nobody listens there: this test is about the Web API
  const program = new Program(['playground', '--listen', `127.0.0.1:${port}`, '--service', `http://127.0.0.1:${service}`], {
    CROSSROADS_DATA_DIR: folder, CROSSROADS_SLACK_BOT_TOKEN: TOKEN, CROSSROADS_SLACK_SIGNING_SECRET: 'a secret for tests only' });
  await program.waitUntil(`http://127.0.0.1:${port}/playground/`);
  const client = new WebClient(TOKEN, {
    slackApiUrl: `http://127.0.0.1:${port}/playground/api/`, retryConfig: { retries: 0 }, logLevel: LogLevel.ERROR });
  return { client, program, stop: async () => { await program.stop(); await remove(); } };
}

const section = (text) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const modal = (title) => ({
  type: 'modal', callback_id: 'test', title: { type: 'plain_text', text: title }, submit: { type: 'plain_text', text: 'Save' },
  blocks: [{ type: 'input', block_id: 'b', label: { type: 'plain_text', text: 'Words' }, element: { type: 'plain_text_input', action_id: 'a' } }] });

test('the official client works with the playground', { timeout: 60_000 }, async (t) => {
  const { client, stop } = await playground();
  const channels = (await client.conversations.list({})).channels;
  const channel = channels.find((each) => each.is_member).id;
  const someone = (await client.conversations.members({ channel })).members[0];
  const refused = (error) => (failure) => failure.data?.error === error;
  try {
    await t.test('says who the app is', async () => {
      const identity = await client.auth.test();
      assert.ok(identity.user_id && identity.bot_id && identity.team_id);
      assert.equal((await client.users.info({ user: someone })).user.id, someone);
    });

    await t.test('keeps threads, edits and metadata', async () => {
      const metadata = { event_type: 'crossroads_message', event_payload: { id: '7' } };
      const head = await client.chat.postMessage({ channel, text: 'A head', blocks: [section('A *head*')], metadata });
      await client.chat.postMessage({ channel, text: 'A reply', thread_ts: head.ts });
      await client.chat.update({ channel, ts: head.ts, text: 'Edited', blocks: [section('Edited')] });

      const { messages } = await client.conversations.replies({ channel, ts: head.ts, include_all_metadata: true });

      assert.deepEqual(messages.map(({ text }) => text), ['Edited', 'A reply']);
      assert.deepEqual(messages[0].metadata, metadata);
      const history = await client.conversations.history({ channel, limit: 10 });
      assert.equal(history.messages[0].ts, head.ts, 'a reply does not stand in the channel');
    });

    await t.test('takes a file and offers it for download', async () => {
      const head = await client.chat.postMessage({ channel, text: 'A head' });
      await client.filesUploadV2({
        channel_id: channel, thread_ts: head.ts, filename: 'answers.csv', content: 'number,answer\r\n', initial_comment: 'All answers' });

      const [, shared] = (await client.conversations.replies({ channel, ts: head.ts })).messages;

      assert.equal(shared.text, 'All answers');
      assert.equal(shared.files[0].name, 'answers.csv');
      const file = await fetch(new URL(shared.files[0].url_private, client.slackApiUrl));
      assert.equal(await file.text(), 'number,answer\r\n');
      assert.match(file.headers.get('content-disposition'), /^attachment;/);
    });

    await t.test('posts to one person alone', async () => {
      assert.ok((await client.chat.postEphemeral({ channel, user: someone, text: 'For you' })).message_ts);
    });

    await t.test('refuses as Slack does', async () => {
      await assert.rejects(client.chat.postMessage({ channel: 'C0NOBODY', text: 'x' }), refused('channel_not_found'));
      await assert.rejects(client.chat.postMessage({ channel, text: '' }), refused('no_text'));
      await assert.rejects(client.chat.postMessage({ channel, text: 'x', blocks: [{ type: 'section' }] }), refused('invalid_blocks'));
      await assert.rejects(client.chat.update({ channel, ts: '1.000001', text: 'x' }), refused('message_not_found'));
      await assert.rejects(client.views.open({ trigger_id: 'made up', view: modal('A window') }), refused('invalid_trigger_id'));
      const stranger = new WebClient('xoxb-other', { slackApiUrl: client.slackApiUrl, retryConfig: { retries: 0 }, logLevel: LogLevel.ERROR });
      await assert.rejects(stranger.auth.test(), refused('invalid_auth'));
    });
  } finally {
    await stop();
  }
});
