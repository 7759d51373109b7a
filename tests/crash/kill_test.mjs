// kill -9 at random moments of assessments, a restart each time. Slack repeats what was not acknowledged, people press
// again; then every acknowledged answer must be there once, and each thread must be that of an undisturbed run.
// CROSSROADS_SEED repeats a run's moments; scripts/soak_kill is the long run.
import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { killRun } from './kill_run.mjs';

const seed = Number(process.env.CROSSROADS_SEED ?? Date.now() % 1_000_000);

test(`kill -9 at ten random moments loses nothing and repeats nothing (seed ${seed})`, { timeout: 560_000 }, async () => {
  const { kills, answers, messages } = await killRun({ conversations: 3, kills: 10, seed });
  assert.equal(kills, 10);
  assert.ok(answers.acknowledged > 100, JSON.stringify(answers));
  assert.deepEqual([answers.missing, answers.twice], [0, 0]);
  assert.deepEqual(messages.examples, [], 'a thread differs from that of an undisturbed run');
});

/// What a store that forgets, and a delivery that forgets and repeats, would have left behind.
async function tamper({ bench, conversations: [conversation] }) {
  await bench.service.kill();
  for (const name of (await readdir(bench.dataFolder)).filter((each) => each.endsWith('.log'))) {
    const file = path.join(bench.dataFolder, name);
    const lines = (await readFile(file, 'utf8')).split('\n');
    await writeFile(file, lines.slice(0, lines.length / 2).join('\n'));
  }
  const { client } = bench.slack;
  const channel = conversation.channel.id;
  const [{ threadTs }] = conversation.rounds;
  const { messages } = await client.conversations.replies({ channel, ts: threadTs, limit: 1000 });
  await client.chat.delete({ channel, ts: messages.at(-1).ts });
  await client.chat.postMessage({ channel, thread_ts: threadTs, text: messages.at(-2).text, blocks: messages.at(-2).blocks });
}

test('control: lost answers, a lost message and a repeated one are noticed', { timeout: 300_000 }, async () => {
  const { answers, messages } = await killRun({ conversations: 1, kills: 0, seed, rounds: 1, tamper });
  assert.ok(answers.missing > 0, JSON.stringify(answers));
  assert.equal(messages.missing, 1, JSON.stringify(messages.examples));
  assert.equal(messages.twice, 1, JSON.stringify(messages.examples));
});
