// Assessments through a Teams that fails: nothing is lost, the order is kept, and a message stands twice at most where
// nobody could tell whether it had arrived.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { noAnswers, refusals, taken, unclearAnswers } from '../faults/faulty_teams.mjs';
import { questionOf, wordsOf } from './block_kit.mjs';
import { mustAnswers } from './channel.mjs';
import { eventually } from './service.mjs';
import { TeamsBench } from './teams_bench.mjs';
import { TeamsChannel } from './teams_channel.mjs';

const LIMIT = 240_000;
const everyFault = [...refusals, ...unclearAnswers, ...noAnswers, ...taken];
const nameOf = (index) => `fault-${index}`;

/// The calls of one kind that concern everybody in a channel.
const isShared = (channel, method) => (call) =>
  call.method === method && channel.isHere(call) && !call.query.has('isTargetedActivity');

/// The questions that stand in a thread, in the order in which each first stood there, and how often.
function questionsStanding(channel) {
  const copies = new Map();
  for (const message of channel.teams.standing(channel.id)) {
    const id = questionOf(channel.asMessage(message).blocks);
    if (id && message.id !== channel.threadTs && message.root !== message.id) copies.set(id, (copies.get(id) ?? 0) + 1);
  }
  return copies;
}

describe('a Teams that fails', { concurrency: true }, () => {
  let bench;
  before(async () => {
    bench = await TeamsBench.start({ channels: [...everyFault.keys(), 'moved', 'doubled', 'spared', 'wild'].map((each) => (typeof each === 'number' ? nameOf(each) : each)) });
    const planned = new Map();
    bench.plan = (channel, choose) => planned.set(channel.id, choose);
    bench.teams.faultFor = (call) => planned.get(call.path[2]?.split(';')[0])?.(call);
  });
  after(() => bench.stop());

  const failing = (name, play) => test(name, { timeout: LIMIT }, async () => {
    try {
      await play();
    } catch (error) {
      throw new Error(`${error.message}\nThe service's log:\n${bench.service.log.slice(-4000)}`, { cause: error });
    }
  });

  for (const [index, fault] of everyFault.entries()) {
    failing(`${fault.name}, for a post and for an edit`, async () => {
      const channel = new TeamsChannel(bench, nameOf(index));
      const { ana } = channel;
      await channel.begins(ana, 'Blue Van');
      const struck = [];
      bench.plan(channel, (call) => {
        const method = ['POST', 'PUT'].find((each) => isShared(channel, each)(call) && !struck.includes(each));
        if (!method) return undefined;
        struck.push(method);
        return fault;
      });
      await channel.told(ana, () => channel.picks(ana, 'traction', ['came_back']));
      await eventually('the next card', () => channel.posts().find((post) => channel.isCardOf('proved', post)), LIMIT);
      await channel.answers(ana, { proved: ['workflow_solves'] });
      await eventually('the card after it', () => channel.posts().find((post) => channel.isCardOf('unproved', post)), LIMIT);
      await bench.nothingWaits(LIMIT);

      assert.deepEqual(struck.sort(), ['POST', 'PUT']);
      const standing = questionsStanding(channel);
      assert.deepEqual([...standing.keys()], ['traction', 'proved', 'unproved'], 'nothing is lost, and the order is kept');
      // One that was taken without an id cannot be edited: what it would say since is posted once more.
      const most = fault.accepted ? 2 : 1;
      assert.ok(standing.get('proved') <= most, `${standing.get('proved')} copies`);
      assert.equal(standing.get('unproved'), 1);
      const head = channel.teams.standing(channel.id, channel.threadTs)[0];
      assert.match(wordsOf(channel.asMessage(head)), /1 person, 2 of/);
    });
  }

  failing('a service URL that changes is followed at once', async () => {
    const channel = new TeamsChannel(bench, 'moved');
    const { ana, teams } = channel;
    await channel.begins(ana, 'Blue Van');
    const before = channel.seen();
    const activity = teams.serviceUrl;
    const moved = `${teams.url}/amer/`;
    const command = bench.sender.activity({ type: 'message', place: channel.place, user: ana, id: teams.newId() }, { text: 'status share' });
    const { status } = await bench.sender.post(
      { ...command, serviceUrl: moved, recipient: { ...command.recipient, isTargeted: true } }, teams.token({ serviceurl: moved }));
    assert.equal(status, 200);
    await channel.appears(/questions have answers/);
    await bench.nothingWaits(LIMIT);
    // The look-up of who started may still be on its way to where it was.
    const posts = teams.calls.slice(before).filter((call) => call.path && call.method !== 'GET' && channel.isHere(call));
    const services = posts.map(({ service }) => service);
    assert.deepEqual([...new Set(services)], ['amer'], activity);
  });

  failing('what comes again, also under a new id, is answered and changes nothing', async () => {
    const channel = new TeamsChannel(bench, 'doubled');
    const { ana, ben } = channel;
    await channel.begins(ana, 'Blue Van');
    const end = channel.deliverRepeatedly();
    for (const user of [ana, ben]) {
      await channel.told(user, () => channel.picks(user, 'traction', ['came_back']));
      await channel.told(user, () => channel.picks(user, 'proved', ['workflow_solves']));
    }
    end();
    await channel.asks('unproved');
    await bench.nothingWaits(LIMIT);
    assert.deepEqual([...questionsStanding(channel)], [['traction', 1], ['proved', 1], ['unproved', 1]]);
    const { people } = channel.stored().assessments[0];
    assert.deepEqual(people.map(({ answers }) => Object.values(answers).map((given) => given.length)), [[1, 1], [1, 1]]);
  });

  failing('where one call in four fails, an assessment ends as one does that is spared', async () => {
    let state = 20261123;
    const chance = () => { state = (state * 1_103_515_245 + 12_345) % 2_147_483_648; return state / 2_147_483_648; };
    const wild = new TeamsChannel(bench, 'wild');
    const spared = new TeamsChannel(bench, 'spared');
    // A message in doubt is repeated once, as Microsoft advises; what is in doubt twice may be lost, so none is here.
    const inDoubt = new Set();
    const treatment = (call) => {
      const some = inDoubt.has(JSON.stringify(call.body)) ? refusals : [...refusals, ...unclearAnswers];
      const chosen = some[Math.floor(chance() * some.length)];
      if (unclearAnswers.includes(chosen)) inDoubt.add(JSON.stringify(call.body));
      return chosen;
    };
    let faults = 0;
    const play = async (channel) => {
      await channel.begins(channel.ana, 'Blue Van');
      if (channel === wild) {
        bench.plan(wild, (call) => {
          if (call.query.has('isTargetedActivity') || chance() > 1 / 4) return undefined;
          faults += 1;
          return treatment(call);
        });
      }
      await channel.answers(channel.ana, mustAnswers);
      await channel.says(channel.ana, 'finish');
      const hasPlan = () => channel.posts().find((post) => /scope plan/.test(wordsOf(post)));
      await eventually('the plan', hasPlan, LIMIT);
    };
    await Promise.all([play(wild), play(spared)]);
    bench.plan(wild, () => undefined);
    await bench.nothingWaits(LIMIT);

    const finalWords = (channel) => channel.teams.standing(channel.id).map((message) => wordsOf(channel.asMessage(message)));
    const once = (all) => all.filter((each, index) => all.indexOf(each) === index);
    assert.ok(faults > 5, `${faults} faults`);
    const plain = (text) => text.replace(/[0-9a-f]{8,}/g, '…');
    const [there, wanted] = [wild, spared].map((channel) => once(finalWords(channel).map(plain)));
    for (const words of wanted) assert.ok(there.includes(words), `missing: ${words}`);
    assert.deepEqual(there.filter((words) => wanted.includes(words)), wanted, 'the order is kept');
  });
});
