// The conversation scenarios in which time passes, by id. With faketime the service's clock goes on by that time; else
// no time passes, and the rest is tested all the same.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe } from 'node:test';
import { MovedClock } from '../faults/moved_clock.mjs';
import { questionOf, wordsOf } from './block_kit.mjs';
import { mustAnswers } from './channel.mjs';
import { scenarioAlone } from './scenarios.mjs';
import { eventually } from './service.mjs';

const DAY = 24 * 60 * 60;
const TEN_WEEKS = 70 * DAY;
const UTC_OFFSET = 5.5 * 60 * 60;  // of everybody who is asked about
const clockMoves = !spawnSync('faketime', ['--version']).error;

/// A test with a service of its own, and a function by which seconds pass for it. Once they have, the service starts
/// again: then it looks at once what is due, and not within seconds.
function scenarioInTime(name, play, options = {}) {
  scenarioAlone(name, options, async (channel) => {
    if (!clockMoves) return play(channel, () => undefined);
    const clock = await MovedClock.in(channel.bench.temporary.folder);
    channel.bench.setClock(clock.now);
    return play(channel, async (seconds) => {
      await channel.bench.service.stop();
      await clock.moveTo(clock.seconds + seconds);
      await channel.bench.startService({ environment: clock.environment });
    });
  });
}

/// A build that a pilot uses and that holds its team back, as it could have been before `mustAnswers`.
const earlierAnswers = {
  ...mustAnswers,
  traction: ['pilot_done'],
  proved: ['value_understood', 'workflow_solves', 'users_return'],
  unproved: ['repeated_use', 'data_future', 'auth_ready', 'integrations_reliable', 'release_rhythm'],
  manual: ['setup', 'support'],
  data_model: ['g_entities', 'w_dup', 'w_special', 'w_breaks'],
  auth: 'demo',
  qa: ['reproduce', 'customers_first'],
  change: ['slow', 'speed'],
  hurting: ['data', 'auth', 'releases'],
  usage: ['onboarding'],
  keep: ['flow', 'ui'],
  next: 'change',
};

/// Assesses Blue Van with these answers of ana, to its result.
async function assessed(channel, answers) {
  await channel.begins(channel.ana, 'Blue Van');
  await channel.answers(channel.ana, answers);
  await channel.says(channel.ana, 'finish');
  await channel.appears(/^Result for Blue Van/);
}

/// Begins Blue Van again by this button of the offer.
async function beginsAgain(channel, button) {
  const offer = await channel.says(channel.ana, 'start Blue Van');
  assert.match(wordsOf(offer), /Blue Van\*? was assessed here before: Partial rebuild/);
  const seen = channel.seen();
  await channel.told(channel.ana, () => channel.press(channel.ana, offer, button));
  await channel.followsNewThread('Blue Van', seen);
}

function numberOf(channel, id) {
  return channel.guide.questions.indexOf(channel.question(id)) + 1;
}

function labelOf(channel, id, option) {
  return channel.question(id).options.find((each) => each.id === option).label;
}

function sameAsBefore(id) {
  return JSON.stringify(mustAnswers[id]) === JSON.stringify(earlierAnswers[id]);
}

/// The good signs and the warnings that differ between the two, outside the technical areas, as a message lists them.
function signsThatChanged(channel) {
  const lists = { 'Newly proved': [], 'Not shown any more': [], 'No longer open': [], 'Newly open': [] };
  for (const { id, type, area, options } of channel.guide.questions) {
    if (type !== 'multi' || area) continue;
    for (const option of options) {
      const [then, now] = [earlierAnswers, mustAnswers].map((answers) => answers[id].includes(option.id));
      if (then === now || !option.polarity) continue;
      const [gone, come] = option.polarity === 'claim' ? ['Not shown any more', 'Newly proved'] : ['No longer open', 'Newly open'];
      lists[now ? come : gone].push(`${option.label} (Q${numberOf(channel, id)})`);
    }
  }
  return lists;
}

/// What stands below each heading of a message's lists.
function listsIn(message) {
  const lists = {};
  let heading;
  for (const line of message.blocks.flatMap(({ text }) => text?.text.split('\n') ?? [])) {
    if (line.startsWith('• ')) (lists[heading] ??= []).push(line.slice(2));
    else heading = line.replaceAll('*', '');
  }
  return lists;
}

describe('time', { concurrency: true }, () => {
  scenarioInTime('C11: a late answer is recorded; one that changes the result is put to the owner', async (channel, passes) => {
    const { ana, ben } = channel;
    await channel.begins(ana, 'Blue Van');
    await channel.answers(ben, mustAnswers);
    await channel.says(ana, 'finish');
    const result = await channel.appears(/^Result for Blue Van: .*Production hardening/);
    await channel.appears(/scope plan/);
    await channel.appears(/Finished: Production hardening/);
    await passes(DAY);
    const posted = channel.posts().length;

    assert.match(wordsOf(await channel.says(ben, 'answer 7 1')), /is recorded and does not change the result/);
    const warnings = channel.answerWords('data_model', ['w_dup', 'w_status', 'w_special', 'w_breaks']);
    assert.match(wordsOf(await channel.says(ben, `answer ${warnings}`)), /lead to another result\. It is told in the thread/);
    const late = await channel.appears(/A late answer changes the result/);
    assert.match(wordsOf(late), /Production hardening → Partial rebuild/);
    assert.match(wordsOf(late), /What did it: .*duplicated fields everywhere.*\(question 10\)/);
    assert.match(wordsOf(late), new RegExp(`<@${ana}> decides whether to adopt it`));
    await channel.says(ben, 'answer 7 2');

    const refused = await channel.told(ben, () => channel.press(ben, late, /^Adopt/));
    assert.match(wordsOf(refused), new RegExp(`Only the owner .* <@${ana}>`));
    assert.match(await channel.reads(result), /^Result for Blue Van: .*Production hardening/);
    await channel.told(ana, () => channel.press(ana, late, /^Adopt/));
    await channel.appears(/Finished: Partial rebuild/);
    assert.match(await channel.reads(result), /^Result for Blue Van: .*Partial rebuild/);
    assert.match(await channel.reads(late), new RegExp(`Adopted by <@${ana}>`));
    assert.equal(channel.posts().length, posted + 1);
  });

  scenarioInTime('C12: paused, it asks and reminds nobody; resumed, everybody goes on where they were', async (channel, passes) => {
    const { ana, ben } = channel;
    await channel.begins(ana, 'Blue Van');
    await channel.answers(ana, { traction: ['came_back'], proved: ['workflow_solves'] });
    await channel.answers(ben, { traction: ['came_back'] });
    await channel.asks('unproved');
    assert.match(wordsOf(await channel.says(ana, 'pause')), /Paused: Blue Van\. Nobody can answer until you resume it/);
    const pause = await channel.appears(/Paused by/);
    assert.equal((await channel.appears(/\*Paused\.|Paused\. 2 people/)).ts, channel.threadTs);
    const seen = channel.seen();

    await passes(7 * DAY);
    const refusal = wordsOf(await channel.told(ben, () => channel.picks(ben, 'proved', ['users_return'])));
    assert.match(refusal, new RegExp(`paused, so I did not take that\\. Nothing is lost\\. <@${ana}> can resume it`));
    assert.match(wordsOf(await channel.says(ben, 'resume')), /Only the owner or a workspace admin can resume it/);
    assert.deepEqual([...new Set(channel.recipients(seen))], [ben]);

    await channel.says(ana, 'resume');
    assert.equal((await channel.appears(/The pause is over: resumed by/)).ts, pause.ts);
    assert.equal(questionOf((await channel.opens(ana, 'answer')).blocks), 'unproved');
    assert.equal(questionOf((await channel.opens(ben, 'answer')).blocks), 'proved');
    assert.doesNotMatch(await channel.ownAnswers(ben), /Q2/);
  });

  const onlyInTime = { utcOffset: UTC_OFFSET, skip: clockMoves ? false : 'needs faketime: scripts/install_packages faults' };
  scenarioInTime('C14: reminders wait for the next working morning, one a day and three at most', async (channel, passes) => {
    const { ana, ben, cleo } = channel;
    const here = new Date(channel.now() + UTC_OFFSET * 1000);
    const sunday = here.setUTCHours(0, 0, 0, 0) / 1000 + (14 - here.getUTCDay()) * DAY - UTC_OFFSET;
    const goesTo = (day, hour, minute) =>
      passes(sunday + day * DAY + hour * 3600 + minute * 60 - channel.now() / 1000);
    await goesTo(-1, 3, 0);
    await channel.begins(ana, 'Blue Van --until 10d', 'Blue Van');
    await channel.answers(ben, { traction: ['came_back'] });

    for (const [day, hour, minute, sent] of [
      [0, 3, 5, 0], [1, 8, 50, 0], [1, 9, 5, 1], [1, 16, 55, 1], [2, 8, 55, 1], [2, 9, 10, 2], [3, 9, 15, 3], [4, 9, 20, 3],
    ]) {
      const when = `on day ${day} at ${hour}:${minute}`;
      await goesTo(day, hour, minute);
      await eventually(`reminder ${sent} ${when}`, () => channel.directMessages(ben).length >= sent || undefined, 10_000);
      await channel.threadAfterAll(ana);
      assert.equal(channel.directMessages(ben).length, sent, when);
    }
    assert.ok(channel.directMessages(ben).every((message) => /open for you/.test(wordsOf(message))));
    assert.deepEqual(channel.directMessages(ana, cleo), []);
  }, onlyInTime);

  scenarioInTime('C15: a product assessed again is compared with last time; the earlier result stays', async (channel, passes) => {
    const { ana } = channel;
    await assessed(channel, earlierAnswers);
    const [earlier] = channel.stored().assessments;
    await passes(TEN_WEEKS);
    await beginsAgain(channel, /^Update last answers$/);
    for (const [id, given] of Object.entries(mustAnswers)) {
      if (!sameAsBefore(id)) await channel.answers(ana, { [id]: given });
      else if (id !== 'main_job') await channel.says(ana, `answer ${numberOf(channel, id)} still true`);
      else await channel.told(ana, async () => channel.press(ana, await channel.asks(id), /^Still true$/));
    }
    await channel.says(ana, 'finish');

    const changes = await channel.appears(/What changed for Blue Van/);
    assert.deepEqual(listsIn(changes), {
      [`What changed in ${clockMoves ? '10 weeks' : 'less than a day'}`]: [
        '*Stage:* MVP → Production', '*Path:* Partial rebuild → Production hardening', '*Confidence:* medium, as before'],
      ...signsThatChanged(channel),
      'Areas that improved': ['Data model: failing → sound (Q10)', 'Sign-in and permissions: failing → sound (Q11)'],
      'Other answers that changed': [
        '*Q14* We can reproduce bugs, and fix them; Customers usually tell us first → We can see failures',
        `*Q19* ${labelOf(channel, 'next', 'change')} → ${labelOf(channel, 'next', 'reliable')}`],
    });
    assert.match(wordsOf(await channel.says(ana, 'results #1')), /^Result for Blue Van: .*Partial rebuild/);
    assert.deepEqual(channel.stored().assessments[0], earlier);
  });

  scenarioInTime('C16: where a product stands further back than last time, it is said without blame', async (channel, passes) => {
    const { ana } = channel;
    await assessed(channel, earlierAnswers);
    await passes(TEN_WEEKS);
    await beginsAgain(channel, /^Start fresh$/);
    const { unproved, ...answers } = earlierAnswers;  // without it the thread ends early; see mustAnswers
    await channel.answers(ana, { ...answers, traction: ['demo_interest'], proved: ['value_understood'] });
    await channel.says(ana, 'finish anyway');

    const changes = await channel.appears(/What changed for Blue Van/);
    assert.match(wordsOf(changes), /Stage:\* MVP → Prototype/);
    assert.match(wordsOf(changes), /Your answers now place it at Prototype\. That is where the next plan starts from\./);
    assert.deepEqual(listsIn(changes)['Not shown any more'].slice(0, 3), [
      `${labelOf(channel, 'traction', 'pilot_done')} (Q1)`, `${labelOf(channel, 'proved', 'workflow_solves')} (Q2)`,
      `${labelOf(channel, 'proved', 'users_return')} (Q2)`]);
    assert.doesNotMatch(wordsOf(changes), /improve|No longer open|fail|worse|wrong|unfortunately|sorry|!/i);
  });
});
