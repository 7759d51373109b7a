// Every conversation scenario has a test through the Slack wire. Their list is material outside the project:
// CROSSROADS_SHARED names the folder that holds scenarios/conversations.json; without it the test says so and is skipped.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { sourceFolder } from './service.mjs';

const list = path.join(process.env.CROSSROADS_SHARED ?? path.join(sourceFolder, '../shared'), 'scenarios/conversations.json');

function idsTested() {
  const folder = path.join(sourceFolder, 'tests/wire');
  const files = readdirSync(folder).filter((name) => /^conversations_.*_test\.mjs$/.test(name));
  const text = files.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n');
  return [...text.matchAll(/^ *scenario\w*\('(C\d\d): /gm)].map(([, id]) => id);
}

test('every conversation scenario has exactly one test through the wire', {
  skip: existsSync(list) ? false : `no scenarios at ${list}; set CROSSROADS_SHARED`,
}, () => {
  const ids = JSON.parse(readFileSync(list, 'utf8')).scenarios.map(({ id }) => id);
  assert.deepEqual(idsTested().sort(), ids.sort());
});
