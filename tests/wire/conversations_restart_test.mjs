// The conversation scenarios about a service that ends and starts again, by id.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe } from 'node:test';
import { wordsOf } from './block_kit.mjs';
import { scenarioAlone } from './scenarios.mjs';
import { eventually, sourceFolder } from './service.mjs';

/// The built-in guide as another version with another sentence for one question.
async function guideFile(folder, version, id, ask) {
  const guide = JSON.parse(await readFile(path.join(sourceFolder, 'config/guide.json'), 'utf8'));
  guide.version = version;
  guide.questions.find((question) => question.id === id).ask = ask;
  const file = path.join(folder, `guide-${version}.json`);
  await writeFile(file, JSON.stringify(guide));
  return file;
}

describe('restarts', { concurrency: true }, () => {
  scenarioAlone('C06: killed between an answer and the next question, it asks that once and goes on', {}, async (channel) => {
    const { ana, ben, bench } = channel;
    await channel.begins(ana, 'Blue Van');
    bench.holdPosts();
    await channel.told(ana, () => channel.picks(ana, 'traction', ['came_back']));
    await eventually('the next question to be on its way', () => bench.held || undefined);
    await bench.service.kill();
    assert.deepEqual(channel.questionsIn(await channel.thread()), ['traction']);
    bench.letPostsPass();

    await bench.startService();
    await channel.asks('proved');
    assert.match(await channel.ownAnswers(ana), /Q1.*A few real users came back/);
    await channel.told(ana, () => channel.picks(ana, 'proved', ['workflow_solves']));
    await channel.told(ben, () => channel.picks(ben, 'traction', ['came_back']));
    const thread = await channel.threadAfterAll(ana);
    assert.deepEqual(channel.questionsIn(thread), ['traction', 'proved', 'unproved']);
    assert.match(wordsOf(thread[0]), /2 people, 2 of/);
    assert.match(wordsOf(thread[1]), /2 people answered/);
  });

  scenarioAlone('C07: an open assessment keeps its guide to the end; one begun later has the new one', {}, async (channel) => {
    const { ana, ben, bench } = channel;
    await channel.begins(ana, 'Blue Van');
    const asksNow = 'Which of these would you sign today?';
    const guide = await guideFile(bench.temporary.folder, '1.1.0', 'proved', asksNow);
    assert.equal(await bench.service.stop(), 0);
    await bench.startService({ environment: { CROSSROADS_GUIDE: guide } });

    await channel.answers(ana, { traction: ['came_back'] });
    assert.match(wordsOf(await channel.asks('proved')), /defend to a sceptic/);
    await channel.says(ana, 'finish anyway');
    assert.match(wordsOf(await channel.appears(/Result for Blue Van/)), /guide prototype-mvp-production 1\.0\.0 \(/);

    await channel.begins(ben, 'Red Van');
    await channel.answers(ben, { traction: ['came_back'] });
    assert.ok(wordsOf(await channel.asks('proved')).includes(asksNow));
    await channel.says(ben, 'finish anyway');
    assert.match(wordsOf(await channel.appears(/Result for Red Van/)), /guide prototype-mvp-production 1\.1\.0 \(/);
    const history = wordsOf(await channel.says(ana, 'history'));
    assert.match(history, /Red Van.*guide 1\.1\.0/);
    assert.match(history, /Blue Van.*guide 1\.0\.0/);
  });
});
