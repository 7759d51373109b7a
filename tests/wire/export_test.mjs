// The export as Slack gets it: a signed command in, the three calls of an upload out, and what stands in the files.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test from 'node:test';
import { LogLevel, WebClient } from '@slack/web-api';
import { decisionOf } from './assessment.mjs';
import { binary, eventually } from './service.mjs';
import { SlackBench } from './slack_bench.mjs';

const FORMULA = '=HYPERLINK("http://x","y") waits until 20 clinics pay';

/// Ana answers everything in the window, Ben one question with a formula, and Ana shows the result.
async function finishedAssessment({ assessment, slack }) {
  const { ana, ben } = slack.people;
  await assessment.start(ana, 'Blue Van');
  const questions = await assessment.answerInWindow(ana);
  const number = assessment.guide.questions.findIndex(({ id }) => id === 'defer') + 1;
  const typed = await assessment.command(ben, `answer ${number} ${FORMULA}`);
  assert.equal(typed.status, 200);
  assert.equal((await assessment.command(ana, 'finish anyway')).status, 200);
  await eventually('the plan', async () => (await assessment.thread()).find(({ text }) => /plan for Blue Van/.test(text)), 120_000);
  return questions;
}

/// The message with the file that the command brought, and the calls it took.
async function exported({ assessment, proxy, slack }, format) {
  const seen = proxy.calls.length;
  const { status, body } = await assessment.command(slack.people.ben, `export ${format}`);
  assert.equal(status, 200);
  assert.match(body, /comes as a file in its thread/);
  const message = await eventually(`the ${format} file in the thread`, async () =>
    (await assessment.thread()).find(({ files }) => files?.some(({ name }) => name.endsWith(`.${format}`))), 60_000);
  const calls = proxy.after(seen, ({ method }) => /^files\.|upload/.test(method));
  return { message, calls, content: calls.find(({ method }) => method.includes('upload/')).body };
}

test('md, json and csv come as files in the thread', { timeout: 400_000 }, async (t) => {
  await SlackBench.with(async (bench) => {
    const { assessment, proxy, slack } = bench;
    const { ana, ben } = slack.people;

    await t.test('the proxy brings a file to the Slack behind it when Slack\'s own client uploads', async () => {
      const client = new WebClient(slack.token, {
        slackApiUrl: `${proxy.url}/api/`, retryConfig: { retries: 0 }, logLevel: LogLevel.ERROR });
      const { ts } = await client.chat.postMessage({ channel: slack.channel.id, text: 'A head' });
      await client.filesUploadV2({
        channel_id: slack.channel.id, thread_ts: ts, filename: 'own.txt', content: 'own words', initial_comment: 'A comment' });
      const [, shared] = await slack.thread(ts);
      assert.equal(shared.files[0].name, 'own.txt');
      assert.equal(shared.text, 'A comment');
    });

    const questions = await finishedAssessment(bench);
    const json = await exported(bench, 'json');

    await t.test('in three calls, with the file where the thread is', async () => {
      const { message, calls, content } = json;
      const [asked, sent, published] = calls;
      assert.equal(calls.length, 3, JSON.stringify(calls.map(({ method }) => method)));
      assert.equal(asked.method, 'files.getUploadURLExternal');
      assert.equal(Number(asked.body.length), Buffer.byteLength(content));
      assert.equal(sent.answer.ok, true);
      assert.equal(published.method, 'files.completeUploadExternal');
      assert.equal(published.body.channel_id, slack.channel.id);
      assert.equal(published.body.thread_ts, assessment.threadTs);
      assert.deepEqual(JSON.parse(published.body.files), [{ id: asked.answer.file_id, title: asked.body.filename }]);
      assert.equal(message.text, 'Export of Blue Van as JSON: the answers as crossroads evaluate reads them, which gives the same decision.');
      assert.equal(message.files[0].size, Buffer.byteLength(content));
    });

    await t.test('crossroads evaluate makes the decision of the result out of the JSON', async () => {
      const { content } = json;
      const sheet = JSON.parse(content);
      assert.deepEqual(sheet.respondents.map(({ id }) => id).sort(), [ana, ben].sort());
      const decision = JSON.parse(execFileSync(binary, ['evaluate'], { input: content, encoding: 'utf8' }));
      const result = (await assessment.thread()).find(({ text }) => text.startsWith('Result for Blue Van'));
      assert.ok(result.text.includes(assessment.guide.paths[decision.outcome].name), result.text);
      assert.ok(result.text.includes(`confidence ${decision.confidence.level}`), result.text);
      assert.equal(decision.outcome, decisionOf([ana], questions).outcome);
    });

    await t.test('a formula in an answer is text in the CSV', async () => {
      const { content } = await exported(bench, 'csv');
      assert.ok(content.includes(`"'=HYPERLINK(""http://x"",""y"") waits until 20 clinics pay"`), content);
      assert.ok(!/(^|,)"?[=+@-]/m.test(content), content);
      assert.ok(content.split('\r\n').length > questions.length, 'a row for each answer');
    });

    await t.test('the document has result, plan and answers', async () => {
      const { content } = await exported(bench, 'md');
      for (const part of ['# Blue Van: ', '## Result', 'week plan', '## All answers', '9 clinics booked 410 appointments']) {
        assert.ok(content.includes(part), `${part} is not in ${content}`);
      }
    });

    assert.deepEqual(bench.refusals(), []);
    assert.equal(await bench.service.stop(), 0);
  });
});

test('without the scope for files the person is told which one to add, and all else goes on', { timeout: 400_000 }, async () => {
  await SlackBench.with(async (bench) => {
    const { assessment, proxy, slack } = bench;
    await finishedAssessment(bench);

    assert.equal((await assessment.command(slack.people.ben, 'export')).status, 200);

    const told = await eventually('a word to Ben', () =>
      proxy.calls.find(({ method, body }) => method === 'chat.postEphemeral' && /files:write/.test(body.text)), 60_000);
    assert.equal(told.body.user, slack.people.ben);
    assert.equal(told.body.thread_ts, assessment.threadTs);
    assert.equal((await assessment.command(slack.people.ana, 'status share')).status, 200);
    // Nothing was asked of the Slack behind for a while: it may close the connection just as it is used again.
    const thread = () => assessment.thread().catch(() => []);
    await eventually('the status', async () => (await thread()).find(({ text }) => /Finished:/.test(text)), 60_000);
    const refused = 'files.getUploadURLExternal: missing_scope';
    assert.deepEqual(bench.refusals(), [refused, refused], 'of the picture and the export');
  }, { withoutScopes: ['files:write'] });
});
