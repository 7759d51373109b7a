// Conversations that are played while the service is killed again and again, and the comparison afterwards of what it
// acknowledged with what it has stored and posted.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Assessment, decisionOf } from '../wire/assessment.mjs';
import { ofType, wordsOf } from '../wire/block_kit.mjs';
import { eventually } from '../wire/service.mjs';
import { SlackSender } from '../wire/slack_requests.mjs';

const PATIENCE_MS = 300_000;  // what it takes to get through all the kills is not the question

/// mulberry32: small, seeded, good enough to pick moments.
export function randomNumbers(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/// Repeats a delivery until it is acknowledged, as Slack does with events and people do with buttons.
export function insist(deliver) {
  return eventually('an acknowledgement', async () => {
    const answer = await deliver().catch((error) => {
      if (error.cause === undefined) throw error;  // not a connection that failed, but this program
    });
    return answer && answer.status === 200 ? answer : undefined;
  }, PATIENCE_MS);
}

/// The threads as the service has posted them so far, from what passed the proxy: many conversations that wait for
/// their cards do not keep the stand-in for Slack from its work.
export class PostedThreads {
  constructor(proxy) {
    Object.assign(this, { proxy, seen: 0, channels: new Map() });
  }

  messages(channel) {
    for (; this.seen < this.proxy.calls.length; this.seen += 1) {
      const { method, body, answer } = this.proxy.calls[this.seen];
      if (!answer.ok || !['chat.postMessage', 'chat.update'].includes(method)) continue;
      if (!this.channels.has(body.channel)) this.channels.set(body.channel, new Map());
      const posted = this.channels.get(body.channel);
      posted.set(answer.ts, { ...posted.get(answer.ts), ...body, ts: answer.ts });
    }
    return [...(this.channels.get(channel)?.values() ?? [])];
  }
}

function teamOf(workspace) {
  return `T${String(workspace).padStart(9, '0')}`;
}

/// One channel of one workspace, where two people go through assessments, one of them by typing only.
export class Conversation {
  constructor(bench, number, posted, workspace = number) {
    const team = teamOf(workspace);
    this.channel = bench.slack.channels[number];
    this.key = `slack:${team}:${this.channel.id}`;
    this.people = [bench.slack.people.ana, bench.slack.people.ben];
    const slack = Object.assign(Object.create(bench.slack), {
      channel: this.channel,
      posts: async () => posted.messages(this.channel.id),
      thread: async (ts) => posted.messages(this.channel.id).filter((message) => message.ts === ts || message.thread_ts === ts),
    });
    const sender = new SlackSender({ ...bench.sender, team });
    Object.assign(this, { slack, sender, bench, number, rounds: [], acknowledged: [] });
  }

  /// A slash command that Slack's person sends until it is taken. The trigger makes the repeats known.
  command(text) {
    const trigger = `${this.number}.${this.rounds.length}.${text}`;
    return insist(() => this.sender.command({ channel: this.channel, user: this.people[0], text, trigger }));
  }

  async playRound() {
    const product = `Product ${this.number} of round ${this.rounds.length}`;
    const assessment = new Assessment({
      slack: this.slack, proxy: this.bench.proxy, sender: this.sender, guide: this.bench.assessment.guide });
    await this.command(`start ${product}`);
    await assessment.findThread(product, PATIENCE_MS);
    this.rounds.push({ product, threadTs: assessment.threadTs });
    await this.answerEverything(assessment, product);
    await this.command('finish');
    await eventually(`the plan for ${product}`, async () =>
      (await assessment.thread()).some(({ text }) => text.includes(`plan for ${product}`)) || undefined, PATIENCE_MS);
  }

  /// A start; done when the first question is there.
  async begin(product) {
    this.assessment = new Assessment({
      slack: this.slack, proxy: this.bench.proxy, sender: this.sender, guide: this.bench.assessment.guide });
    await this.command(`start ${product}`);
    await this.assessment.findThread(product, PATIENCE_MS);
    this.rounds.push({ product, threadTs: this.assessment.threadTs });
    await this.assessment.card(questionsAsked(this.people)[0], PATIENCE_MS);
  }

  /// One person's answers to the questions from the `first` to before the `last`, as fast as they are acknowledged.
  async typeAnswers(first = 0, last = Infinity) {
    const [user] = this.people;
    const { product } = this.rounds.at(-1);
    for (const id of questionsAsked(this.people).slice(first, last)) {
      await insist(() => this.assessment.answerByTyping(user, id, `Ev${product}${id}`));
      this.acknowledged.push({ product, user, id });
    }
  }

  async answerEverything(assessment, product) {
    const [tapping, typing] = this.people;
    for (const id of questionsAsked(this.people)) {
      const card = await assessment.card(id, PATIENCE_MS);
      const canBeTapped = ofType(card.blocks, 'radio_buttons', 'checkboxes').length > 0;
      const typed = (user) => () => assessment.answerByTyping(user, id, `Ev${user}${id}${this.number}.${this.rounds.length}`);
      await insist(canBeTapped ? () => assessment.answerInCard(tapping, id) : typed(tapping));
      this.acknowledged.push({ product, user: tapping, id });
      await insist(typed(typing));
      this.acknowledged.push({ product, user: typing, id });
    }
  }

  /// What each round's thread says in Slack itself, with the same words for what differs from round to round.
  async threads() {
    const read = [];
    for (const { product, threadTs } of this.rounds) {
      const { messages } = await this.bench.slack.client.conversations.replies({ channel: this.channel.id, ts: threadTs, limit: 1000 });
      read.push(messages.map((message) => anonymous(message, this.people, product)));
    }
    return read;
  }
}

let asked;
export function questionsAsked(people) {
  asked ??= decisionOf(people).asked;
  return asked;
}

function anonymous(message, people, product) {
  const words = wordsOf(message).replaceAll(product, 'the product').replace(/<!date[^>]*>/g, 'a date');
  return people.reduce((text, id, index) => text.replaceAll(id, `person ${index}`), words);
}

/// Conversations in channels of their own, spread over so many workspaces.
export function conversationsOf(bench, count, workspaces = count) {
  const posted = new PostedThreads(bench.proxy);
  bench.proxy.organisation = Array.from({ length: workspaces }, (_, number) => teamOf(number));
  return Array.from({ length: count }, (_, number) => new Conversation(bench, number, posted, number % workspaces));
}

/// The newest state of every conversation in a data directory.
export async function storedStates(dataFolder) {
  const newest = new Map();
  for (const name of (await readdir(dataFolder)).filter((each) => each.endsWith('.log'))) {
    for (const line of (await readFile(path.join(dataFolder, name), 'utf8')).split('\n')) {
      const [, seq, , , key] = line.split(' ', 5);
      const json = line.split(' ').slice(5).join(' ');
      if (!key || key === '-' || !json.endsWith('}')) continue;
      const { st } = JSON.parse(json);
      if (st === undefined || Number(seq) < (newest.get(key)?.seq ?? 0)) continue;
      newest.set(key, { seq: Number(seq), state: typeof st === 'string' ? JSON.parse(st) : st });
    }
  }
  return newest;
}

/// How many acknowledged answers the stopped service's files lack or hold more than once.
export async function countAnswers(conversations, dataFolder) {
  const counts = { acknowledged: 0, missing: 0, twice: 0 };
  const stored = await storedStates(dataFolder);
  for (const { key, acknowledged } of conversations) {
    const assessments = stored.get(key)?.state.assessments ?? [];
    for (const { product, user, id } of acknowledged) {
      const histories = assessments.filter((each) => each.product === product)
        .flatMap(({ people }) => people).filter((person) => person.user === user).map(({ answers }) => answers[id] ?? []);
      const times = histories.flat().length;
      counts.acknowledged += 1;
      counts.missing += times === 0 ? 1 : 0;
      counts.twice += times > 1 ? 1 : 0;
    }
  }
  return counts;
}

function without(messages, others) {
  const left = [...others];
  return messages.filter((message) => {
    const at = left.indexOf(message);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/// How many messages the threads lack, or have more than the thread of an undisturbed assessment.
export async function countMessages(conversations, undisturbed) {
  const counts = { expected: 0, missing: 0, twice: 0, examples: [] };
  for (const conversation of conversations) {
    for (const thread of await conversation.threads()) {
      const missing = without(undisturbed, thread);
      const more = without(thread, undisturbed);
      counts.expected += undisturbed.length;
      counts.missing += missing.length;
      counts.twice += more.length;
      counts.examples.push(...missing.map((text) => `missing: ${text}`), ...more.map((text) => `unexpected: ${text}`));
    }
  }
  return counts;
}

/// The thread of one assessment that nothing disturbs.
export async function undisturbedThread(bench) {
  const [conversation] = conversationsOf(bench, 1);
  await conversation.playRound();
  let before;
  await eventually('the last edits', async () => {
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    const now = JSON.stringify(await conversation.threads());
    const settled = now === before;
    before = now;
    return settled || undefined;
  }, 120_000);
  return (await conversation.threads())[0];
}

/// Kills and restarts the service at seeded moments, `kills` times or until the run is given up. Every tenth life lasts
/// `longLifeMs`, if that is given.
export async function killAgainAndAgain(bench, { kills, seed, pauseMs, longLifeMs, run }) {
  const random = randomNumbers(seed);
  for (let done = 0; done < kills && !run.failed; done += 1) {
    const life = pauseMs * (0.05 + random() * 1.95);
    await new Promise((resolve) => setTimeout(resolve, done % 10 === 9 ? longLifeMs ?? life : life));
    if (run.failed || run.over) return done;
    await bench.service.kill();
    await bench.startService();
  }
  return run.failed ? 0 : kills;
}
