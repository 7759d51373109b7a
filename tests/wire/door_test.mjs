// The service's door under attack, in small; scripts/faults/door does it in full.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { binary, sourceFolder } from './service.mjs';

const PATIENCE = '20'; // the suite's build has sanitizers, and the machine other work

/// Runs one of the scripts: whether it held, and what it said.
async function run(script, ...options) {
  const words = [path.join(sourceFolder, 'scripts/faults', script), '--patience', PATIENCE, ...options];
  const check = spawn('python3', words, { env: { ...process.env, CROSSROADS_BINARY: binary } });
  let said = '';
  check.stdout.on('data', (bytes) => { said += bytes; });
  check.stderr.on('data', (bytes) => { said += bytes; });
  const [code] = await once(check, 'close');
  return { code, said };
}

for (const [script, options] of [
  ['door_crowd.py', ['--limit', '500', '--slow', '60', '--seconds', '16', '--rate', '20']],
  ['door_bytes.py', []],
  ['door_tls.py', []],
  ['door_stop.py', ['--rounds', '1']],
]) {
  test(`${script} holds, and its control run fails`, async () => {
    const real = await run(script, ...options);
    assert.equal(real.code, 0, real.said);
    const control = await run(script, '--control', ...options);
    assert.equal(control.code, 0, control.said);
  });
}
