// A service whose disk fails under it: one emulated workspace for many runs, each with a data directory of its own.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { conversationsOf, countAnswers } from '../crash/killed_service.mjs';
import { SlackBench } from '../wire/slack_bench.mjs';

const CONVERSATIONS = 4;

export function shell(program, ...words) {
  return execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/// strace's way to let a system call fail or kill: `fault` as after `-e inject=CALL:`, only for files of this folder.
export function injecting(call, fault, dataFolder) {
  const files = ['journal-0000000000000000.log', 'rebuild.tmp', 'next.tmp', 'snapshot.tmp'].flatMap((name) => ['-P', path.join(dataFolder, name)]);
  const onFiles = fault.startsWith('error') && call !== 'fsync' ? files : [];
  return ['strace', '-D', '-f', '-q', '-o', '/dev/null', ...onFiles, '-e', `trace=${call}`, '-e', 'signal=none', '-e', `inject=${call}:${fault}`];
}

/// Leaves out the second half of every file's lines: a store that forgot what it had acknowledged.
export async function forgetHalf(dataFolder) {
  for (const name of (await readdir(dataFolder)).filter((each) => each.startsWith('journal-'))) {
    const file = path.join(dataFolder, name);
    const lines = (await readFile(file, 'utf8')).split('\n');
    await writeFile(file, `${lines.slice(0, lines.length / 2).join('\n')}\n`);
  }
}

export function typeAnswers(begun) {
  return Promise.all(begun.map((each) => each.typeAnswers()));
}

export class DiskBench {
  static async start() {
    const bench = new DiskBench();
    bench.slack = await SlackBench.start({ tokenCount: 100 });
    await bench.slack.service.stop();
    bench.runs = 0;
    return bench;
  }

  async stop() {
    await this.slack.stop().catch(() => {});
  }

  /// A data directory and conversations that have said nothing yet.
  async fresh(parent = this.slack.temporary.folder) {
    this.runs += 1;
    this.slack.dataFolder = path.join(parent, `run-${this.runs}`);
    await mkdir(this.slack.dataFolder, { mode: 0o700 });
    this.slack.proxy.calls.length = 0;
    this.conversations = [];
    return this.slack.dataFolder;
  }

  /// Starts assessments in channels of their own: a look-up must not find what an earlier run posted under the same
  /// number.
  async begin() {
    const names = Array.from({ length: CONVERSATIONS }, (_, index) => `run-${this.runs}-${this.conversations.length + index}`);
    this.slack.slack.channels = await Promise.all(names.map((name) => this.slack.slack.createChannel(name)));
    const begun = conversationsOf(this.slack, CONVERSATIONS);
    this.conversations.push(...begun);
    await Promise.all(begun.map((each) => each.begin(`Product of ${each.channel.name}`)));
    return begun;
  }

  async play() {
    await typeAnswers(await this.begin());
  }

  /// Asks the service to stop; how it ended.
  async end() {
    const { service } = this.slack;
    if (service.process.exitCode === null && service.process.signalCode === null) service.process.kill('SIGTERM');
    return service.ended;
  }

  async ready() {
    const answer = await fetch(`http://127.0.0.1:${this.slack.port}/readyz`).catch(() => undefined);
    return answer?.status;
  }

  counts() {
    return countAnswers(this.conversations, this.slack.dataFolder);
  }

  /// Messages that the workspace took more than once in this run.
  postedTwice() {
    const ids = this.slack.proxy.calls.filter(({ method, answer }) => method === 'chat.postMessage' && answer.ok)
      .map(({ body }) => `${body.channel} ${body.metadata?.event_payload?.id}`);
    return ids.length - new Set(ids).size;
  }
}
