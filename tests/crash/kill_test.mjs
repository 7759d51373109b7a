// kill -9 at ten random moments of an assessment, a restart each time. Slack repeats what was not acknowledged, people
// press again; then every acknowledged answer must be there once, and the thread must be that of an undisturbed run.
// CROSSROADS_SEED repeats a run's moments.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { decisionOf } from '../wire/assessment.mjs';
import { ofType, wordsOf } from '../wire/block_kit.mjs';
import { eventually } from '../wire/service.mjs';
import { SlackBench } from '../wire/slack_bench.mjs';

const KILLS = 10;
const seed = Number(process.env.CROSSROADS_SEED ?? Date.now() % 1_000_000);

/// mulberry32: small, seeded, good enough to pick moments.
function randomNumbers(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/// Repeats a delivery until it is acknowledged, as Slack does with events and people do with buttons.
function insist(deliver) {
  return eventually('an acknowledgement', async () => {
    const answer = await deliver().catch(() => undefined);
    return answer && answer.status === 200 ? answer : undefined;
  });
}

/// Kills and restarts the service at random moments until it did so often enough, or the run is given up.
async function killAtRandomMoments(bench, run) {
  const random = randomNumbers(seed);
  for (let kills = 0; kills < KILLS && !run.over; kills += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100 + random() * 3900));
    await bench.service.kill();
    await bench.startService();
  }
}

/// Two people answer every question, one of them by typing only; the answers that were acknowledged.
async function play(bench, disturbance) {
  const { assessment, slack } = bench;
  const { ana, ben } = slack.people;
  await assessment.start(ana, 'Blue Van');
  const run = { over: false };
  const disturbed = disturbance(bench, run);
  try {
    const acknowledged = await answerEverything(assessment, [ana, ben]);
    await disturbed;
    const finished = await insist(() => assessment.command(ana, 'finish'));
    assert.match(finished.body, /Production hardening/);
    await eventually('the plan', async () =>
      (await assessment.thread()).some(({ text }) => /plan for Blue Van/.test(text)) || undefined, 120_000);
    return acknowledged;
  } finally {
    run.over = true;
    await disturbed;
  }
}

async function answerEverything(assessment, [tapping, typing]) {
  const acknowledged = [];
  for (const id of decisionOf([tapping, typing]).asked) {
    const card = await assessment.card(id);
    const canBeTapped = ofType(card.blocks, 'radio_buttons', 'checkboxes').length > 0;
    const typed = (user) => () => assessment.answerByTyping(user, id);
    await insist(canBeTapped ? () => assessment.answerInCard(tapping, id) : typed(tapping));
    acknowledged.push({ user: tapping, id });
    await insist(typed(typing));
    acknowledged.push({ user: typing, id });
  }
  return acknowledged;
}

/// The assessments as they stand in the data directory.
async function storedAssessments(dataFolder) {
  let newest = [];
  for (const name of (await readdir(dataFolder)).filter((each) => each.endsWith('.log')).sort()) {
    for (const line of (await readFile(path.join(dataFolder, name), 'utf8')).split('\n')) {
      const json = line.split(' ').slice(5).join(' ');
      if (!json.startsWith('{')) continue;
      const state = JSON.parse(json).st;
      const parsed = typeof state === 'string' ? JSON.parse(state) : state;
      if (parsed?.assessments) newest = parsed.assessments;
    }
  }
  return newest;
}

/// What the thread says, with names in place of ids, which differ from one workspace to the next.
function threadOf(messages, people) {
  return messages.map((message) => Object.entries(people).reduce(
    (words, [name, id]) => words.replaceAll(id, name), wordsOf(message).replace(/<!date[^>]*>/g, 'a date'))).sort();
}

test(`kill -9 at ${KILLS} random moments loses nothing and repeats nothing (seed ${seed})`, { timeout: 560_000 }, async () => {
  const undisturbed = await SlackBench.start();
  const disturbed = await SlackBench.start();
  try {
    const [, acknowledged] = await Promise.all([play(undisturbed, async () => {}), play(disturbed, killAtRandomMoments)]);
    const threads = () => Promise.all([disturbed, undisturbed].map(async ({ assessment, slack }) =>
      threadOf(await assessment.thread(), slack.people)));
    await eventually('the last edits', async () => isDeepStrictEqual(...await threads()) || undefined, 60_000).catch(() => {});
    const [thread, expected] = await threads();
    assert.deepEqual(thread, expected, 'the thread differs from that of an undisturbed run');
    assert.equal(await disturbed.service.stop(), 0);
    const [stored] = await storedAssessments(disturbed.dataFolder);
    for (const { user, id } of acknowledged) {
      const given = stored.people.find((person) => person.user === user)?.answers[id] ?? [];
      assert.equal(given.length, 1, `${id} of ${user} stands ${given.length} times in the history`);
    }
  } finally {
    await disturbed.stop();
    await undisturbed.stop();
  }
});
