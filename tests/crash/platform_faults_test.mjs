// Short runs of scripts/faults/platform and scripts/faults/events, at the same time: mostly they wait.
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';
import { sourceFolder } from '../wire/service.mjs';

const noFaketime = spawnSync('faketime', ['--version']).error ? 'needs faketime: scripts/install_packages faults' : false;

describe('faults of the platform', { concurrency: true }, () => {
  for (const { program = 'platform', row, size, says, skip = false } of [
    { row: 'limits', size: 6, says: /inside a window 0 posts and 0 edits; .*lost 0, twice 0, out of order 0/ },
    { row: 'answers', size: 3, says: /look-ups; .*lost 0, twice 0, out of order 0/ },
    { row: 'revoked', size: 5, says: /one workspace of two.*lost 0, twice 0, out of order 0/ },
    { program: 'event', row: 'repeats', size: 1, says: /states that differ 0, 0, 0/, skip: noFaketime },
    { program: 'event', row: 'new-ids', size: 1, says: /states that differ 0;/, skip: noFaketime },
  ]) {
    test(`${program} ${row}`, { timeout: 300_000, skip }, async () => {
      const script = path.join(sourceFolder, `tests/faults/${program}_faults.mjs`);
      const { stdout } = await promisify(execFile)(process.execPath, [script, row, String(size)]);
      assert.match(stdout, says);
      assert.match(stdout, /control/);
    });
  }
});
