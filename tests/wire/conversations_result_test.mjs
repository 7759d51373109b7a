// The conversation scenarios about whom a result rests on, by id.
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { decisionOf } from './assessment.mjs';
import { buttonLabelled, wordsOf } from './block_kit.mjs';
import { mustAnswers } from './channel.mjs';
import { scenariosOnOneBench } from './scenarios.mjs';

describe('whom a result rests on', { concurrency: true }, () => {
  const scenario = scenariosOnOneBench(['C17', 'C18']);

  scenario('C17: one person alone gets a result, with medium confidence at most and the reason for it', async (channel) => {
    const { ana } = channel;
    await channel.begins(ana, 'Blue Van');
    await channel.answers(ana, mustAnswers);
    await channel.says(ana, 'finish');

    const result = wordsOf(await channel.appears(/^Result for Blue Van/));
    assert.match(result, /The cheapest path you can defend is: Production hardening/);
    const [, level, reasons] = result.match(/\*Confidence: (\w+)\.\*(.*)/);
    assert.ok(['low', 'medium'].includes(level), level);
    assert.match(reasons, /one respondent/i);
    assert.equal(decisionOf([ana], Object.keys(mustAnswers)).outcome, 'hardening');
    await channel.appears(/Finished: Production hardening/);
  });

  scenario('C18: with hidden names everything shows counts, nothing a name; of few people that is said first', async (channel) => {
    const { ana, ben, cleo } = channel;
    const few = await channel.says(ana, `start Blue Van --names hidden --people <@${ben}>`);
    assert.match(wordsOf(few), /With fewer than three people, hiding names will not hide much/);
    assert.ok(buttonLabelled(few.blocks, /^Start with names shown$/));
    assert.deepEqual(channel.posts(), []);

    const said = [await channel.begins(ana, 'Blue Van --names hidden', 'Blue Van')];
    assert.match(wordsOf(said[0]), /Names are hidden\. If fewer than three people answer, that will not hide much/);
    await channel.answers(ben, mustAnswers);
    await channel.answers(cleo, { ...mustAnswers, auth: 'demo' });
    await channel.answers(ana, mustAnswers);
    said.push(await channel.says(ana, 'status'), await channel.says(ana, 'finish'));
    const differing = await channel.appears(/You see this differently/);
    assert.match(wordsOf(differing), /2 people: Ready.*\n.*1 person: Demo-grade/);
    await channel.told(ana, () => channel.press(ana, said.at(-1), /^Show the result anyway$/));

    const result = await channel.appears(/^Result for Blue Van/);
    assert.match(wordsOf(result), /Q11\* 2 people: Ready.*; 1 person: Demo-grade/);
    assert.match(wordsOf(result), /3 people · /);
    const basis = await channel.told(cleo, () => channel.press(cleo, result, /rests on/));
    assert.match(wordsOf(basis), /Q11.*Demo-grade[^;]*\(1\); Ready[^;]*\(2\)/);
    said.push(await channel.says(ben, 'results'), await channel.says(ben, 'status'), await channel.says(ben, 'history'));

    await channel.appears(/Finished: /);
    for (const format of ['md', 'json', 'csv']) {
      const text = await channel.exports(cleo, format);
      assert.match(text, /Demo-grade|"demo"/, format);
      assert.ok(!text.includes(ana), `the ${format} names the owner, who answered, too`);
      said.push({ text });
    }

    const shown = [...channel.posts(), ...channel.edited()];
    for (const { user, ...message } of [...shown, ...channel.privately(), ...said]) {
      assert.doesNotMatch(JSON.stringify(message), new RegExp(`${ben}|${cleo}|\\b(ben|cleo)\\b`, 'i'));
    }
    const namesTheOwner = [channel.threadTs, differing.ts];  // who began it, and who can settle it
    const others = [...shown.filter(({ ts }) => !namesTheOwner.includes(ts)), basis];
    assert.ok(others.length >= 12, `${others.length} messages`);
    for (const { blocks } of others) assert.doesNotMatch(JSON.stringify(blocks), /<@/);
  });
});
