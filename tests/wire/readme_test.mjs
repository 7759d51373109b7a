// The README's example runs, and its tables name what there is: no more, no less.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { binary, sourceFolder } from './service.mjs';

const readme = readFileSync(path.join(sourceFolder, 'README.md'), 'utf8');

/// The names in backquotes in the first column of the table below a heading.
function namesInTable(heading) {
  const section = readme.slice(readme.indexOf(heading));
  const [table] = section.match(/(^\|.*\n)+/m);
  return table.split('\n').slice(2).flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name));
}

test('evaluate gives the fields the README lists for its own example', () => {
  const [, input] = readme.match(/crossroads evaluate <<'JSON'\n(.*?)\nJSON/s);

  const decision = JSON.parse(execFileSync(binary, ['evaluate'], { input, encoding: 'utf8' }));

  assert.deepEqual(Object.keys(decision).sort(), namesInTable('The decision:').sort());
});

test('the README lists every setting and no other', () => {
  const described = readFileSync(path.join(sourceFolder, 'src/settings/setting_descriptions.cpp'), 'utf8');
  const variables = [...described.matchAll(/"(CROSSROADS_\w+)"/g)].map(([, name]) => name);

  assert.deepEqual(namesInTable('## Configuration').sort(), variables.sort());
});

test('the program lists the commands of the README', () => {
  const usage = execFileSync(binary, ['help'], { encoding: 'utf8' });

  const [, block] = readme.match(/## Commands\n\n```\n(.*?)```/s);
  for (const line of block.trim().split('\n')) {
    assert.ok(usage.includes(line), `not in crossroads help: ${line}`);
  }
});
