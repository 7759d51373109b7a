// Every message and form the Slack tests emit must pass JSON schemas made from Slack's own published types.
// The schemas are third-party material outside the project: CROSSROADS_SHARED names the folder that holds
// corpus/slack/blockkit/schemas; without it the test says so and is skipped.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';
import Ajv from 'ajv';
import { binary, sourceFolder, temporaryFolder } from './service.mjs';

const shared = process.env.CROSSROADS_SHARED ?? path.join(sourceFolder, '../shared');
const schemas = path.join(shared, 'corpus/slack/blockkit/schemas');
const slackTests = path.join(path.dirname(binary), 'tests/slack_tests');

async function emitted(folder) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(names.map(async (name) => ({ name, value: JSON.parse(await readFile(path.join(folder, name), 'utf8')) })));
}

test('what the Slack adapter emits passes the schemas of Slack\'s types', {
  skip: existsSync(schemas) ? false : `no schemas at ${schemas}; set CROSSROADS_SHARED`,
}, async () => {
  const { folder, remove } = await temporaryFolder();
  try {
    await promisify(execFile)(slackTests, ['--gtest_brief=1'], {
      env: { ...process.env, CROSSROADS_EMIT_DIR: folder }, maxBuffer: 1 << 26 });
    const validators = Object.fromEntries(await Promise.all(['Blocks', 'Modal'].map(async (name) => {
      const schema = JSON.parse(await readFile(path.join(schemas, `${name}.schema.json`), 'utf8'));
      return [name, new Ajv({ strict: false, allErrors: false }).compile(schema)];
    })));

    let modals = 0, messages = 0;
    for (const { name, value } of await emitted(folder)) {
      const view = value.view ?? (value.type === 'modal' ? value : undefined);
      const blocks = value.blocks ?? value.message?.blocks;
      assert.ok(view || blocks, `${name} is neither a message nor a modal`);
      const validate = view ? validators.Modal : validators.Blocks;
      assert.ok(validate(view ?? blocks), `${name}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
      if (view) modals += 1; else messages += 1;
    }
    assert.ok(messages > 20 && modals > 20, `only ${messages} messages and ${modals} modals were emitted`);
  } finally {
    await remove();
  }
});
