// Events that come more than once, out of order, late, under new ids, and clocks that jump, on the real process:
//   event_faults.mjs ROW [SIZE [SEED]]      ROW: repeats, new-ids, clock; SIZE: conversations
// Each row prints its figures and has control runs that must find something. Fails when a row does not hold.
import assert from 'node:assert/strict';
import { questionsAsked, randomNumbers } from '../crash/killed_service.mjs';
import { eventually } from '../wire/service.mjs';
import { buttonLabelled, ofType } from '../wire/block_kit.mjs';
import { differing, EventBench, forgetEventIds } from './event_bench.mjs';
import { rateLimited, unclearAnswers } from './faulty_slack.mjs';

const QUESTIONS = 8;
const HOUR = 3600;
const WITHIN = 600;  // seconds in which the copies of an event come

async function withEvents(conversations, seed, body) {
  const random = randomNumbers(seed);
  const bench = await EventBench.start(conversations, QUESTIONS, random);
  try {
    return await body(bench, random);
  } catch (error) {
    throw new Error(`${error.message}\n${bench.slack.service.log.slice(-2000)}`, { cause: error });
  } finally {
    await bench.stop();
  }
}

/// Each event four times within ten minutes, in any order; some of them four times at one moment. The pause is over
/// before work goes on, so that repeating it would show.
function shuffled(logs, random) {
  return logs.flatMap(({ requests, resumedAfter }) => requests.flatMap((request, index) => {
    const begin = (index < resumedAfter ? 0 : WITHIN + 60) + (index < resumedAfter + 2 ? 0 : 2 * WITHIN);
    const together = random() < 0.2;
    const first = Math.floor(random() * WITHIN);
    return Array.from({ length: 4 }, () => ({ request, at: begin + (together ? first : Math.floor(random() * WITHIN)) }));
  })).sort((one, other) => one.at - other.at);
}

function withoutRepeats(schedule) {
  const seen = new Set();
  return schedule.filter(({ request }) => !seen.has(request) && seen.add(request));
}

async function playedToTheEnd(bench, schedule) {
  await bench.startAnew();
  await bench.play(schedule);
}

async function repeats(conversations, seed) {
  await withEvents(conversations, seed, async (bench, random) => {
    const schedule = shuffled(bench.logs, random);
    const once = withoutRepeats(schedule);
    await playedToTheEnd(bench, once);
    await bench.end();
    const expected = await bench.states();
    const untouched = await bench.states(bench.template);
    assert.equal(differing(expected, untouched), conversations, 'the events change nothing');

    await playedToTheEnd(bench, schedule);
    await bench.end();
    const within = differing(await bench.states(), expected);
    await bench.startAgain();
    const last = schedule.at(-1).at;
    await bench.play(once.map(({ request }, index) => ({ request, at: 71 * HOUR + index })));
    await bench.end();
    const after71 = differing(await bench.states(), expected);
    await bench.startAgain();
    await bench.clock.moveTo(last + 73 * HOUR);
    const stale = await Promise.all(once.map(({ request }) => bench.deliver(request, Date.now())));
    const refused = stale.filter((status) => status === 401).length;
    await bench.play(once.filter(({ request }) => request.repeatable).map(({ request }, index) => ({ request, at: last + 73 * HOUR + index })));
    await bench.end();
    const after73 = differing(await bench.states(), expected);
    console.log(`row 10, repeated, reordered, late: ${conversations} conversations, ${once.length} events, each 4 times within 10 min (${schedule.length} deliveries), `
      + `again after 71 h, and after 73 h with the old signature (${refused} of ${stale.length} refused) and, as far as Slack itself repeats them, `
      + `a new one: states that differ ${within}, ${after71}, ${after73}`);

    await playedToTheEnd(bench, once);
    await bench.end();
    await forgetEventIds(bench.slack.dataFolder);
    await bench.startAgain();
    await bench.play(once.map(({ request }, index) => ({ request, at: last + index })));
    await bench.end();
    const forgetful = differing(await bench.states(), expected);
    console.log(`  control, a store without the ids of events: states that differ ${forgetful}`);
    assert.ok(forgetful > 0);
    assert.deepEqual([within, after71, after73, refused], [0, 0, 0, stale.length]);
  });
}

const ROWS = { repeats: [repeats, 3] };
const [row, size, seed] = process.argv.slice(2);
const [play, usual] = ROWS[row] ?? [];
if (!play) {
  console.error(`usage: event_faults.mjs ${Object.keys(ROWS).join('|')} [SIZE [SEED]]`);
  process.exit(2);
}
await play(Number(size ?? usual), Number(seed ?? 1));
