// The operator's commands beside and after a real service: examples of docs/operating.md, run.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { binary, eventually } from './service.mjs';
import { SlackBench } from './slack_bench.mjs';

const timeout = 30_000;

/// `crossroads serve` on these data, expected to end at once.
function secondService(dataFolder) {
  return spawnSync(binary, ['serve', '--playground', '--listen', '127.0.0.1:0'], {
    encoding: 'utf8', timeout, env: { PATH: process.env.PATH, CROSSROADS_DATA_DIR: dataFolder } });
}

function crossroads(...words) {
  const { status, stdout, stderr } = spawnSync(binary, words, { encoding: 'utf8', timeout });
  return { status, stdout, stderr };
}

function journalIn(folder) {
  return path.join(folder, readdirSync(folder).filter((name) => /^journal-\d{16}\.log$/.test(name)).sort().at(-1));
}

async function statusOf(bench) {
  const { ana } = bench.slack.people;
  return eventually('the status', async () => {
    const { status, body } = await bench.assessment.command(ana, 'status');
    return status === 200 ? body : undefined;
  });
}

test('a backup taken beside the service holds what was acknowledged, and starts', { timeout: 120_000 }, async () => {
  await SlackBench.with(async (bench) => {
    const data = bench.dataFolder;
    const copy = `${bench.temporary.folder}/copy`;
    await bench.assessment.start(bench.slack.people.ana, 'Blue Van');

    const checked = crossroads('journal', 'check', data);
    assert.equal(checked.status, 0, checked.stderr);
    assert.match(checked.stdout, /: good: 2 conversations/);
    const copied = crossroads('backup', '--data-dir', data, copy);
    assert.equal(copied.status, 0, copied.stderr);
    assert.match(copied.stdout, /^.*a whole copy of .*: 2 conversations, .* up to line \d+ \(journal-\d{16}\.log\)\n$/);
    const refused = crossroads('backup', '--data-dir', data, copy);
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /exists and is not an empty directory/);

    await bench.service.stop();
    bench.dataFolder = copy;
    await bench.startService();
    assert.match(await statusOf(bench), /Blue Van/);
  });
});

test('a second service, a salvage and a repair are refused at once while one runs', { timeout: 120_000 }, async () => {
  await SlackBench.with(async (bench) => {
    const data = bench.dataFolder;
    const refusals = [
      crossroads('journal', 'salvage', data, `${bench.temporary.folder}/saved`),
      crossroads('letters', 'retry', '--data-dir', data, '1.0'),
      crossroads('erase', '--data-dir', data, 'slack:T1:C1'),
    ];
    for (const { status, stderr } of refusals) {
      assert.equal(status, 1, stderr);
      assert.match(stderr, new RegExp(`in use by another process \\(process ${bench.service.process.pid}\\)\\. Stop it first`));
    }
    const second = secondService(data);
    assert.equal(second.status, 1, second.stderr);
    assert.match(second.stderr, /in use by another process \(process \d+\)/);
    assert.equal((await fetch(`http://127.0.0.1:${bench.port}/readyz`)).status, 200);
  });
});

test('a damaged history stops the start with file and line; what is salvaged starts', { timeout: 120_000 }, async () => {
  await SlackBench.with(async (bench) => {
    const data = bench.dataFolder;
    const saved = `${bench.temporary.folder}/saved`;
    const { ana } = bench.slack.people;
    await bench.assessment.start(ana, 'Blue Van');
    await eventually('the first question', async () => (await bench.assessment.thread()).length > 1 || undefined);
    await bench.service.kill();
    const journal = journalIn(data);
    const lines = readFileSync(journal, 'utf8').split('\n');
    const place = lines.findIndex((line) => line.split(' ')[3] === 't');
    const whole = lines.join('\n');
    lines[place] = lines[place].replace('"n":1', '"n":7');
    writeFileSync(journal, lines.join('\n'));

    const start = secondService(data);
    assert.equal(start.status, 65, start.stderr);
    assert.match(start.stderr, new RegExp(`${path.basename(journal)}:${place + 1}: damaged.*crossroads journal salvage`));
    assert.equal(crossroads('journal', 'check', data).status, 65);
    const salvaged = crossroads('journal', 'salvage', data, saved);
    assert.equal(salvaged.status, 0, salvaged.stderr);
    assert.match(salvaged.stdout, new RegExp(`${path.basename(journal)}:${place + 1}: left out: damaged`));
    bench.dataFolder = saved;
    await bench.startService();
    assert.match(await statusOf(bench), /Blue Van/);

    writeFileSync(journal, whole);
    appendFileSync(journal, '0123abcd 99');
    const torn = crossroads('journal', 'check', data);
    assert.equal(torn.status, 0, torn.stderr);
    assert.match(torn.stdout, /a torn tail/);
    const shown = crossroads('journal', 'show', data);
    const kinds = shown.stdout.trim().split('\n').map((line) => JSON.parse(line).kind);
    assert.ok(['header', 'event', 'attempt', 'sent', 'damaged'].every((kind) => kinds.includes(kind)), kinds.join(' '));
  });
});
