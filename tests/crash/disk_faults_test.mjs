// Short runs of those rows of scripts/faults/disk that need no strace and no mount.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';
import { sourceFolder } from '../wire/service.mjs';

const program = path.join(sourceFolder, 'tests/faults/disk_faults.mjs');

for (const { row, runs, says } of [
  { row: 'damage', runs: 12, says: /one bit flipped: 12 starts, \d+ refused with file and line, silent loss 0/ },
  { row: 'two', runs: 2, says: /with 2 second processes refused at once/ },
]) {
  test(`faults ${row}`, { timeout: 200_000 }, async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [program, row, String(runs)]);
    assert.match(stdout, says);
    assert.match(stdout, /control/);
  });
}
