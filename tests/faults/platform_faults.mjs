// What the platform can do to the service, on the real process and real files:
//   platform_faults.mjs ROW [SIZE [SEED]]      ROW: limits, answers, outage, revoked
// SIZE is the length of the fault in seconds; for `answers` the number of conversations. Each row prints its figures and
// has control runs that must find something. Fails when a row does not hold.
import assert from 'node:assert/strict';
import { decisionOf } from '../wire/assessment.mjs';
import { questionOf } from '../wire/block_kit.mjs';
import { eventually } from '../wire/service.mjs';
import { randomNumbers } from '../crash/killed_service.mjs';
import { apiError, blindLookUp, doubled, heldBack, noAnswers, rateLimited, swallowed, unclearAnswers } from './faulty_slack.mjs';
import { withBench } from './platform_bench.mjs';

const POST = 'chat.postMessage';
const EDIT = 'chat.update';
const DELIVERIES = [POST, EDIT];
const LOOK_UPS = ['conversations.history', 'conversations.replies'];
const PATIENCE_MS = 600_000;
const ON_THEIR_WAY_MS = 500;  // an attempt goes on record before it is made

const channelOf = ({ channel }) => channel;

const wait = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

function groupedBy(calls, key) {
  const groups = new Map();
  for (const call of calls) groups.set(key(call), [...(groups.get(key(call)) ?? []), call]);
  return [...groups.values()];
}

/// Calls that came while Slack had asked to wait with such calls, except those that were on their way when it did. Slack
/// counts posts by channel and other methods by workspace (docs.slack.dev/apis/web-api/rate-limits).
function callsInWindows(arrivals, method, scope) {
  return groupedBy(arrivals.filter((call) => call.method === method), scope).flatMap((group) => {
    let closed = { from: 0, until: 0 };
    return group.filter(({ at, retryAfter }) => {
      const early = at > closed.from && at < closed.until;
      if (retryAfter !== undefined && !(at < closed.until)) closed = { from: at + ON_THEIR_WAY_MS, until: at + retryAfter * 1000 };
      return early;
    });
  }).length;
}

/// By how many seconds calls came before their turn, at worst: `burst` at once, then one each interval.
function earliness(calls, key, burst, intervalMs) {
  return Math.max(0, ...groupedBy(calls, key).map((group) => {
    let busyUntil = 0;
    return Math.max(...group.map(({ at }) => {
      const early = busyUntil - intervalMs * (burst - 1) - at;
      busyUntil = Math.max(busyUntil, at) + intervalMs;
      return early;
    }));
  })) / 1000;
}

/// A Slack that forgets one message, takes one twice and one late: the comparison must say so.
async function wrongSlack() {
  await withBench(4, {}, async (bench) => {
    const [forgetting, repeating, late] = bench.others.map(({ channel }) => channel.id);
    const asked = decisionOf(bench.spared.people).asked;
    const wrong = { [`${forgetting} ${asked[3]}`]: swallowed, [`${repeating} ${asked[1]}`]: doubled, [`${late} ${asked[2]}`]: heldBack(8_000) };
    bench.faults(({ method, body }) => (method === POST ? wrong[`${body.channel} ${questionOf(body.blocks)}`] : undefined));
    await bench.begin();
    await bench.typeAnswers(0, 3);
    await bench.nothingWaits(PATIENCE_MS);
    const { lost, twice, disorder } = await bench.figures();
    console.log(`  control, a Slack that forgets, repeats and is late: lost ${lost}, twice ${twice}, out of order ${disorder}`);
    assert.ok(lost > 0 && twice > 0 && disorder > 0);
  });
}

async function limits(seconds, seed) {
  const random = randomNumbers(seed);
  const [conversations, workspaces, questions, share] = seconds < 60 ? [6, 3, 10, 0.1] : [13, 4, Infinity, 0.03];
  await withBench(conversations, { workspaces }, async (bench) => {
    bench.faults(() => (random() < share ? rateLimited(1 + Math.floor(random() * 3)) : undefined));
    await bench.begin();
    await bench.typeAnswers(0, 8);
    await bench.nothingWaits(PATIENCE_MS);
    const scattered = bench.proxy.arrivals.filter(({ fault }) => fault).length;
    assert.ok(scattered > 0, 'no call was refused: another seed');
    bench.faults(() => rateLimited(seconds / 2));
    await bench.typeAnswers(8, questions);
    await wait(seconds);
    const meanwhile = await bench.figures();
    bench.faults(() => undefined);
    await bench.nothingWaits(PATIENCE_MS);
    const { arrivals } = bench.proxy;
    const early = [callsInWindows(arrivals, POST, channelOf), callsInWindows(arrivals, EDIT, bench.workspaceOf())];
    const refused = arrivals.filter(({ fault }) => fault).length - scattered;
    await bench.hold('row 17, 429', `${100 * share} % of the calls (${scattered}), then all for ${seconds} s (${refused}) with Retry-After ${seconds / 2}; `
      + `inside a window ${early.join(' posts and ')} edits`);
    console.log(`  not counted, words to one person at once: ${callsInWindows(arrivals, 'chat.postEphemeral', bench.workspaceOf())}`);
    assert.deepEqual(early, [0, 0]);
    console.log(`  control, the figures before Slack takes messages again: lost ${meanwhile.lost}`);
    assert.ok(meanwhile.lost > 0);
  });
  await withBench(3, {}, async (bench) => {
    bench.faults(({ method }) => (method === POST && random() < 0.5 ? { ...rateLimited(), retryAfter: 30 } : undefined));
    await bench.begin();
    await bench.nothingWaits(PATIENCE_MS);
    const early = callsInWindows(bench.proxy.arrivals, POST, channelOf);
    console.log(`  control, a Slack that does not say how long it wants to be left alone: calls inside a window ${early}`);
    assert.ok(early > 0);
  });
  await wrongSlack();
}

async function answers(conversations, seed) {
  const random = randomNumbers(seed);
  const any = (faults) => faults[Math.floor(random() * faults.length)];
  const [questions, share, choices] = conversations > 4 ? [Infinity, 0.3, [...unclearAnswers, ...noAnswers]] : [3, 0.2, unclearAnswers];
  await withBench(conversations + 1, {}, async (bench) => {
    bench.faults(() => (random() < share ? any(choices) : undefined));
    await bench.begin();
    await bench.typeAnswers(0, questions);
    await bench.nothingWaits(PATIENCE_MS);
    const faulty = bench.proxy.arrivals.filter(({ fault }) => fault);
    const kinds = new Set(faulty.map(({ fault }) => fault)).size;
    const lookUps = bench.proxy.arrivals.filter(({ method }) => LOOK_UPS.includes(method)).length;
    await bench.hold('row 18, unclear answers', `${faulty.length} of ${bench.proxy.arrivals.length} calls, ${kinds} kinds, `
      + `${faulty.filter(({ fault }) => fault.endsWith('after')).length} after Slack had taken the call; ${lookUps} look-ups`);
  });
  await withBench(4, {}, async (bench) => {
    const lostAnswers = unclearAnswers.filter(({ accepted }) => accepted);
    bench.faults(({ method, body }) => {
      if (LOOK_UPS.includes(method)) return blindLookUp;
      return method === POST && body.thread_ts && random() < 0.5 ? any(lostAnswers) : undefined;
    });
    await bench.begin();
    await bench.typeAnswers(0, 4);
    await bench.nothingWaits(PATIENCE_MS);
    const { twice } = await bench.figures();
    console.log(`  control, look-ups that find nothing: twice ${twice}`);
    assert.ok(twice > 0);
  });
  await wrongSlack();
}

async function outage(seconds) {
  const [conversations, inOneWorkspace] = seconds < 60 ? [25, 1] : [250, 5];
  await withBench(conversations + 1, { workspaces: Math.ceil(conversations / inOneWorkspace) }, async (bench) => {
    await bench.begin();
    await bench.typeAnswers(0, Infinity, [bench.spared]);
    await bench.nothingWaits(PATIENCE_MS);
    const before = await bench.residentKiB();
    await bench.proxy.goDown();
    await bench.typeAnswers(0, Infinity, bench.others);
    const waiting = await bench.slack.waiting();
    const memory = [await bench.residentKiB()];
    const watching = setInterval(async () => { memory.push(await bench.residentKiB()); }, 1_000);
    await wait(seconds);
    const back = performance.now();
    await bench.proxy.comeBack();
    const whileDown = bench.proxy.arrivals.length;
    await bench.nothingWaits(PATIENCE_MS).finally(() => clearInterval(watching));
    const took = Math.round((performance.now() - back) / 1000);
    const posts = bench.proxy.arrivals.slice(whileDown).filter(({ method }) => method === POST);
    const edits = bench.proxy.arrivals.slice(whileDown).filter(({ method }) => method === EDIT);
    const early = [earliness(posts, channelOf, 4, 1_000), earliness(edits, bench.workspaceOf(), 25, 1_200)];
    const grown = (Math.max(...memory) - memory[0]) / 1024;
    await bench.hold(`row 19, Slack away for ${seconds} s`, `${waiting} messages waited, sent within ${took} s of its return; before their turn by at `
      + `most ${early.map((each) => each.toFixed(2)).join(' s (posts) and ')} s (edits); memory ${(before / 1024).toFixed(0)} MiB before, `
      + `${(memory[0] / 1024).toFixed(0)} MiB with all waiting, then at most ${grown.toFixed(1)} MiB more`);
    assert.ok(waiting >= 40 * conversations, 'too few messages waited');
    assert.ok(Math.max(...early) < 1, 'faster than the platform allows');
    assert.ok(grown < 24, 'memory grows while messages wait');
    const hurried = earliness(posts.map((call) => ({ ...call, at: call.at / 2 })), channelOf, 4, 1_000);
    console.log(`  control, the same posts in half the time: before their turn by ${hurried.toFixed(2)} s`);
    assert.ok(hurried > 1);
  });
  await wrongSlack();
}

/// Waits until `conversations` stand as the spared one does, with a card for each of the first `questions`.
async function whole(bench, conversations, questions) {
  await eventually('the others to be done', async () => {
    const [expected] = await bench.spared.threads();
    const threads = await Promise.all(conversations.map(async (each) => (await each.threads())[0]));
    return expected.length > questions && threads.every((thread) => thread.join() === expected.join()) ? true : undefined;
  }, 120_000);
}

async function revoked(seconds) {
  await withBench(7, { workspaces: 2 }, async (bench) => {
    const blocked = bench.others.filter(({ number }) => number % 2 === 1);
    const unaffected = bench.others.filter(({ number }) => number % 2 === 0);
    const channels = blocked.map(({ channel }) => channel.id);
    let dead = [];
    bench.faults(({ token, body }) => (dead.includes(token) && channels.includes(body.channel) ? apiError('token_revoked') : undefined));
    await bench.begin();
    await bench.typeAnswers(0, 2);
    await bench.nothingWaits(PATIENCE_MS);
    const stage = async (first, last, repair) => {
      const before = bench.proxy.arrivals.length;
      await bench.typeAnswers(first, last);
      const begun = performance.now();
      await whole(bench, unaffected, last);
      const others = (performance.now() - begun) / 1000;
      const tries = bench.proxy.arrivals.slice(before).filter(({ fault, method }) => fault && DELIVERIES.includes(method)).length;
      const { lost } = await bench.figures();
      console.log(`  control, the figures before the repair: lost ${lost}`);
      assert.ok(lost > 0);
      const repaired = performance.now();
      await repair();
      await bench.nothingWaits(PATIENCE_MS);
      await bench.hold('row 20, token_revoked', `one workspace of two, ${channels.length} conversations; ${tries} tries meanwhile, the other workspace `
        + `done after ${others.toFixed(1)} s; all sent ${((performance.now() - repaired) / 1000).toFixed(1)} s after the repair`);
      assert.ok(tries <= channels.length, 'the paused workspace is left alone');
    };
    dead = [bench.slack.slack.token];
    await stage(2, 6, async () => {
      await bench.slack.service.stop();
      await bench.slack.startService({ environment: { CROSSROADS_SLACK_BOT_TOKEN: 'xoxb-test-token-of-a-new-installation' } });
    });
    if (seconds < 60) return;
    dead = ['xoxb-test-token-of-a-new-installation'];
    await stage(6, 10, async () => { dead = []; });
  });
  await wrongSlack();
}

const ROWS = { limits: [limits, 60], answers: [answers, 12], outage: [outage, 120], revoked: [revoked, 60] };
const [row, size, seed] = process.argv.slice(2);
const [play, usual] = ROWS[row] ?? [];
if (!play) {
  console.error(`usage: platform_faults.mjs ${Object.keys(ROWS).join('|')} [SIZE [SEED]]`);
  process.exit(2);
}
await play(Number(size ?? usual), Number(seed ?? 1));
