// A service whose Slack fails it: conversations, one of them spared as the measure of the others, and the comparison of
// what stands in Slack in the end.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { conversationsOf, countAnswers } from '../crash/killed_service.mjs';
import { SlackBench } from '../wire/slack_bench.mjs';
import { FaultySlack } from './faulty_slack.mjs';

/// How far `sequence` is from the order of `expected`: neighbours that stand the wrong way round.
function wrongWayRound(sequence, expected) {
  const places = sequence.map((words) => expected.indexOf(words)).filter((place) => place >= 0);
  return places.filter((place, index) => index > 0 && place < places[index - 1]).length;
}

function without(messages, others) {
  const left = [...others];
  return messages.filter((message) => {
    const at = left.indexOf(message);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

export class PlatformBench {
  /// The first of the conversations is the one that is spared.
  static async start(count, { workspaces = count } = {}) {
    const bench = new PlatformBench();
    const channels = Array.from({ length: count }, (_, number) => `channel-${number}`);
    bench.slack = await SlackBench.start({ channels, tokenCount: 100, Proxy: FaultySlack });
    bench.proxy = bench.slack.proxy;
    bench.workspaces = workspaces;
    bench.conversations = conversationsOf(bench.slack, count, workspaces);
    [bench.spared] = bench.conversations;
    bench.others = bench.conversations.slice(1);
    return bench;
  }

  /// Has the proxy ask `choose` about each call that does not concern the spared conversation.
  faults(choose) {
    this.proxy.faultFor = (call) => (call.body.channel === this.spared.channel.id ? undefined : choose(call));
  }

  async begin() {
    await Promise.all(this.conversations.map((each) => each.begin(`Product ${each.number}`)));
  }

  async typeAnswers(first, last, conversations = this.conversations) {
    await Promise.all(conversations.map((each) => each.typeAnswers(first, last)));
  }

  /// Tells of a call which workspace it was for.
  workspaceOf() {
    const numbers = new Map(this.conversations.map(({ channel, number }) => [channel.id, number % this.workspaces]));
    return ({ channel }) => numbers.get(channel);
  }

  async nothingWaits(limitMs) {
    await this.slack.nothingWaits(limitMs);
  }

  async residentKiB() {
    const status = await readFile(`/proc/${this.slack.service.process.pid}/status`, 'utf8');
    return Number(status.match(/VmRSS:\s+(\d+)/)[1]);
  }

  /// What stands in Slack, compared thread by thread with the spared conversation, and the answers in the store.
  async figures() {
    await Promise.all(this.proxy.late);
    const [expected] = await this.spared.threads();
    const counts = { messages: 0, lost: 0, twice: 0, disorder: 0, examples: [] };
    for (const conversation of this.others) {
      const [thread] = await conversation.threads();
      const missing = without(expected, thread);
      const unexpected = without(thread, expected);
      counts.messages += expected.length;
      counts.lost += missing.length;
      counts.twice += unexpected.length;
      counts.disorder += wrongWayRound(thread, expected);
      counts.examples.push(...missing.map((words) => `missing: ${words}`), ...unexpected.map((words) => `unexpected: ${words}`));
    }
    return { ...counts, answers: await countAnswers(this.conversations, this.slack.dataFolder) };
  }

  /// Fails unless nothing is lost, twice or out of order; else prints the figures after `what`.
  async hold(row, what) {
    const { messages, lost, twice, disorder, examples, answers } = await this.figures();
    console.log(`${row}: ${what}; ${messages} messages: lost ${lost}, twice ${twice}, out of order ${disorder}; `
      + `${answers.acknowledged} acknowledged answers: missing ${answers.missing}, twice ${answers.twice}`);
    assert.deepEqual([lost, twice, disorder, answers.missing, answers.twice], [0, 0, 0, 0, 0], examples.slice(0, 4).join('\n'));
  }

  async stop() {
    this.proxy.faultFor = () => undefined;
    await this.slack.stop();
  }
}

/// Runs `body` with a bench of its own. What the body throws comes with the service's last words.
export async function withBench(count, options, body) {
  const bench = await PlatformBench.start(count, options);
  try {
    return await body(bench);
  } catch (error) {
    throw new Error(`${error.message}\n${bench.slack.service.log.slice(-2000)}`, { cause: error });
  } finally {
    await bench.stop().catch(() => {});
  }
}
