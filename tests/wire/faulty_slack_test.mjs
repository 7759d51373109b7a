// The faults that scripts/faults/platform puts between the service and Slack, as Slack's official client takes them.
import assert from 'node:assert/strict';
import test from 'node:test';
import { ErrorCode, LogLevel, WebClient } from '@slack/web-api';
import { apiError, doubled, FaultySlack, heldBack, noAnswers, rateLimited, swallowed, unclearAnswers } from '../faults/faulty_slack.mjs';
import { EmulatedSlack } from './emulated_slack.mjs';
import { temporaryFolder } from './service.mjs';

test('the official client takes each fault for what it stands for', { timeout: 60_000 }, async (t) => {
  const { folder, remove } = await temporaryFolder();
  const slack = await EmulatedSlack.start(folder);
  const proxy = await new FaultySlack(slack.url).start();
  const client = new WebClient(slack.token, {
    slackApiUrl: `${proxy.url}/api/`, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: 1_000, logLevel: LogLevel.ERROR });
  const channel = slack.channel.id;
  const post = (text) => client.chat.postMessage({ channel, text });
  const standing = async (text) => (await slack.posts()).filter((message) => message.text === text).length;
  const failing = async (fault, text) => {
    proxy.faultFor = () => fault;
    const failure = await post(text).then(() => assert.fail(`${fault.name}: the client took it for a success`), (error) => error);
    proxy.faultFor = () => undefined;
    return failure;
  };
  try {
    await t.test('nothing: the call reaches Slack', async () => {
      assert.ok((await post('as ever')).ts);
      assert.equal(await standing('as ever'), 1);
    });

    await t.test('429 with the time to wait', async () => {
      const failure = await failing(rateLimited(30), 'too often');
      assert.deepEqual([failure.code, failure.retryAfter], [ErrorCode.RateLimitedError, 30]);
      assert.equal(await standing('too often'), 0);
    });

    await t.test('an error of the Web API', async () => {
      const failure = await failing(apiError('token_revoked'), 'revoked');
      assert.deepEqual([failure.code, failure.data.error], [ErrorCode.PlatformError, 'token_revoked']);
      assert.equal(await standing('revoked'), 0);
    });

    for (const fault of [...unclearAnswers, ...noAnswers]) {
      await t.test(`${fault.name} Slack took it`, async () => {
        await failing(fault, fault.name);
        assert.equal(await standing(fault.name), fault.accepted ? 1 : 0);
      });
    }

    await t.test('the wrong Slacks of the control runs', async () => {
      proxy.faultFor = ({ body }) => ({ forgotten: swallowed, repeated: doubled, late: heldBack(300) })[body.text];
      for (const text of ['forgotten', 'repeated', 'late', 'after']) assert.ok((await post(text)).ts);
      await Promise.all(proxy.late);
      assert.deepEqual([await standing('forgotten'), await standing('repeated')], [0, 2]);
      const order = (await slack.posts()).map(({ text }) => text).filter((text) => ['late', 'after'].includes(text));
      assert.deepEqual(order, ['late', 'after'], 'the newest comes first');
    });

    await t.test('down and back', async () => {
      await proxy.goDown();
      assert.equal((await post('down').catch((error) => error)).code, ErrorCode.RequestError);
      await proxy.comeBack();
      assert.ok((await post('back')).ts);
    });
  } finally {
    await proxy.stop();
    await slack.stop();
    await remove();
  }
});
