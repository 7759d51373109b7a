// Events that come again, in another order, late, or under a clock that jumps: the same bytes played to copies of one
// data directory, and the states they lead to.
import assert from 'node:assert/strict';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { conversationsOf, storedStates } from '../crash/killed_service.mjs';
import { SlackBench } from '../wire/slack_bench.mjs';
import { EventLog } from './event_log.mjs';
import { FaultySlack } from './faulty_slack.mjs';
import { MovedClock } from './moved_clock.mjs';

const AT = new RegExp(`^(${[
  'at', 'joined', 'started', 'ended', 'decided',
  'closes', 'warned_of', 'told_of', 'told_at', 'active', 'paused', 'resumed',  // of an assessment's time
  'reminders', 'profiles',                                                     // what comes with time, not with events
].join('|')})$`);

/// A state without the moments at which things happened: two runs differ in these by nature.
function timeless(value) {
  if (Array.isArray(value)) return value.map(timeless);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !AT.test(name)).map(([name, each]) => [name, timeless(each)]));
}

/// Takes the ids of applied events out of a stopped service's files: a store that does not know repeats.
export async function forgetEventIds(dataFolder) {
  for (const name of (await readdir(dataFolder)).filter((each) => each.endsWith('.log'))) {
    const file = path.join(dataFolder, name);
    const lines = (await readFile(file, 'utf8')).split('\n').map((line) => {
      const [, seq, durable, kind, key] = line.split(' ', 5);
      const json = line.split(' ').slice(5).join(' ');
      if (!json.startsWith('{') || !('ev' in JSON.parse(json))) return line;
      const rest = `${seq} ${durable} ${kind} ${key} ${JSON.stringify({ ...JSON.parse(json), ev: [] })}`;
      return `${crc32(rest).toString(16).padStart(8, '0')} ${rest}`;
    });
    await writeFile(file, lines.join('\n'));
  }
}

export class EventBench {
  static async start(count, questions, random) {
    const bench = new EventBench();
    const channels = Array.from({ length: count }, (_, number) => `channel-${number}`);
    bench.slack = await SlackBench.start({ channels, tokenCount: 100, Proxy: FaultySlack });
    bench.proxy = bench.slack.proxy;
    try {
      bench.conversations = conversationsOf(bench.slack, count);
      await Promise.all(bench.conversations.map((each) => each.begin(`Product ${each.number}`)));
      await Promise.all(bench.conversations.map((each) => each.typeAnswers(0, questions)));
      await bench.slack.nothingWaits(60_000);
      bench.logs = [];
      for (const each of bench.conversations) bench.logs.push(await new EventLog(each, random).write(questions, await bench.window(each)));
      await bench.end();
      bench.clock = await MovedClock.in(bench.slack.temporary.folder);
      bench.template = bench.slack.dataFolder;
      bench.copies = 0;
    } catch (error) {
      await bench.stop();
      throw error;
    }
    return bench;
  }

  /// A form that one person has open.
  async window({ assessment, people: [, ben] }) {
    const [head] = await assessment.thread();
    return assessment.openWindow(ben, head, /answer now/i);
  }

  async end() {
    assert.equal(await this.slack.service.stop(), 0);
  }

  /// Starts the service on files as they were before the first logged event.
  async startAnew() {
    this.copies += 1;
    this.slack.dataFolder = `${this.template}-${this.copies}`;
    await cp(this.template, this.slack.dataFolder, { recursive: true });
    await this.startAgain();
  }

  async startAgain() {
    await this.slack.startService({ environment: this.clock.environment });
    for (const { sender } of [this.slack, ...this.conversations]) sender.now = this.clock.now;
  }

  /// Delivers a request as Slack would now, or as it was signed when `signedAt` (milliseconds) is given; the status.
  async deliver({ path: target, contentType, body }, signedAt) {
    const sender = Object.assign(Object.create(this.slack.sender), signedAt === undefined ? {} : { now: () => signedAt });
    return (await sender.post(target, contentType, body)).status;
  }

  /// Delivers requests one after the other, now.
  async inTurn(requests) {
    for (const request of requests) assert.equal(await this.deliver(request), 200);
  }

  get requests() {
    return this.logs.flatMap(({ requests }) => requests);
  }

  /// Plays `schedule`, entries { at, request } in the order of their seconds; copies of one moment at once.
  async play(schedule) {
    for (let index = 0; index < schedule.length;) {
      const { at, request } = schedule[index];
      const copies = schedule.filter((each) => each.at === at && each.request === request).length;
      await this.clock.moveTo(at);
      const statuses = await Promise.all(Array.from({ length: copies }, () => this.deliver(request)));
      assert.ok(statuses.every((status) => status === 200), `answered ${statuses}`);
      index += copies;
    }
  }

  /// The stored states, as text by conversation.
  async states(folder = this.slack.dataFolder) {
    const stored = await storedStates(folder);
    return new Map(this.conversations.map(({ key }) => [key, JSON.stringify(timeless(stored.get(key).state))]));
  }

  async stop() {
    await this.slack.stop().catch(() => {});
  }
}

export function differing(states, expected) {
  return [...expected].filter(([key, state]) => states.get(key) !== state).length;
}
