// What the disk and the machine under the service can do to it, on the real process and real files:
//   disk_faults.mjs ROW [RUNS]      ROW: kill, errors, full, read-only, damage, two
// Each row prints its figures and has a control run that must find something. Fails when a row does not hold.
import assert from 'node:assert/strict';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { randomNumbers, storedStates } from '../crash/killed_service.mjs';
import { eventually, Program } from '../wire/service.mjs';
import { DiskBench, forgetHalf, injecting, shell, typeAnswers } from './disk_bench.mjs';

const CALLS = ['write', 'fdatasync', 'fsync', 'renameat', 'unlinkat', 'openat'];

class Tally {
  constructor(row) {
    Object.assign(this, { row, runs: 0, ended: 0, refused: 0, acknowledged: 0, missing: 0, twice: 0, postedTwice: 0 });
  }

  async add(bench, ended) {
    const { acknowledged, missing, twice } = await bench.counts();
    this.runs += 1;
    this.ended += ended ? 1 : 0;
    this.acknowledged += acknowledged;
    this.missing += missing;
    this.twice += twice;
    this.postedTwice += bench.postedTwice();
    return missing;
  }

  print(what) {
    console.log(`${this.row}: ${this.runs} runs, ${this.ended} ${what}, ${this.refused} starts refused; `
      + `${this.acknowledged} acknowledged answers: missing ${this.missing}, twice ${this.twice}; messages posted twice ${this.postedTwice}`);
    assert.deepEqual([this.refused, this.missing, this.twice, this.postedTwice], [0, 0, 0, 0]);
  }
}

async function startAgain(bench, tally) {
  await bench.slack.startService().catch(() => { tally.refused += 1; });
}

/// One run under strace that may end the service anywhere, from its first file to its last snapshot.
async function killedRun(bench, tally, { call, nth, afterwards = async () => {} }) {
  const folder = await bench.fresh();
  const launcher = injecting(call, `signal=KILL:when=${nth}`, folder);
  const started = await bench.slack.startService({ launcher }).then(() => true, () => false);
  if (!started) {
    await afterwards(folder);
    await startAgain(bench, tally);
  }
  const playing = bench.play();
  const first = await Promise.race([playing.then(() => 'played'), bench.slack.service.ended.then(() => 'ended')]);
  let killed = !started || first === 'ended';
  if (first === 'ended') {
    await afterwards(folder);
    await startAgain(bench, tally);
    await playing;
  }
  const { signal } = await bench.end();
  if (signal === 'SIGKILL') {  // while it wrote its last snapshot
    killed = true;
    await afterwards(folder);
    await startAgain(bench, tally);
    await bench.end();
  }
  await tally.add(bench, killed);
  return killed;
}

async function kill(bench, runs) {
  const tally = new Tally('row 3, kill -9 at the n-th system call');
  for (const call of CALLS) {
    let misses = 0;
    for (let nth = 1; nth <= runs && misses < 3; nth += 1) {
      const killed = await killedRun(bench, tally, { call, nth });
      misses = killed ? 0 : misses + 1;  // there are not that many of these calls
    }
  }
  tally.print('ended by the fault');
  const control = new Tally('control');
  await bench.fresh();
  await bench.slack.startService();
  await bench.play();
  await bench.slack.service.kill();
  await forgetHalf(bench.slack.dataFolder);
  await control.add(bench, true);
  console.log(`  control, a store that forgets half: ${control.missing} answers missing`);
  assert.ok(control.missing > 0);
}

async function failingRun(bench, tally, call, fault, recovers) {
  const folder = await bench.fresh();
  await bench.slack.startService({ launcher: injecting(call, fault, folder) });
  const statuses = new Set();
  let over = false;
  const watching = (async () => {
    while (!over) {
      statuses.add(await bench.ready());
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  const playing = bench.play();
  playing.catch(() => {});
  if (!recovers) {
    await eventually('a disk that fails', async () => (statuses.has(503) ? true : undefined), 30_000);
    await new Promise((resolve) => setTimeout(resolve, 7_000));  // one more try of the service to recover
    assert.equal(await bench.ready(), 503, 'not ready while the disk fails');
    await bench.slack.service.kill();
    await startAgain(bench, tally);
  }
  await playing;
  over = true;
  await watching;
  const { code } = await bench.end();
  assert.equal(code, 0);
  await tally.add(bench, statuses.has(503));
}

async function errors(bench, runs) {
  const places = Array.from({ length: runs }, (_, index) => 3 + 7 * index);
  const once = new Tally('row 4, one error');
  const some = new Tally('row 4, four errors on end, then none');
  const forGood = new Tally('row 4, errors until the process is replaced');
  for (const nth of places) {
    for (const [call, error] of [['fdatasync', 'EIO'], ['write', 'EIO'], ['write', 'ENOSPC']]) {
      await failingRun(bench, once, call, `error=${error}:when=${nth}`, true);
      await failingRun(bench, some, call, `error=${error}:when=${nth}..${nth + 3}`, true);
      await failingRun(bench, forGood, call, `error=${error}:when=${nth}+`, false);
    }
  }
  for (const tally of [once, some, forGood]) {
    tally.print('with /readyz 503 in between');
    assert.ok(tally.ended > 0);
  }
  const control = new Tally('control');
  await bench.fresh();
  await bench.slack.startService();
  await bench.play();
  await bench.slack.service.kill();
  await forgetHalf(bench.slack.dataFolder);
  await control.add(bench, false);
  console.log(`  control, a store that forgets half: ${control.missing} answers missing`);
  assert.ok(control.missing > 0);
}

/// Runs `body` with a file system of its own; it is unmounted afterwards, whoever still uses it.
async function mounted(bench, mount, body) {
  const folder = path.join(bench.slack.temporary.folder, `mounted-${bench.runs}`);
  await mkdir(folder);
  mount(folder);
  try {
    return await body(folder);
  } finally {
    await bench.slack.service.kill();
    shell('umount', '--lazy', folder);
  }
}

async function notReady(bench) {
  await eventually('/readyz 503', async () => ((await bench.ready()) === 503 ? true : undefined));
}

async function full(bench) {
  const tally = new Tally('row 5, disk full, then larger');
  const forgetting = new Tally('control');
  for (const counted of [tally, forgetting]) {
    await mounted(bench, (folder) => shell('mount', '-t', 'tmpfs', '-o', 'size=320m', 'tmpfs', folder), async (folder) => {
      await bench.fresh(folder);
      await bench.slack.startService();
      await bench.play();
      const begun = await bench.begin();  // a start would be refused for lack of space, and the person told
      const written = shell('sh', '-c', `head -c 400m /dev/zero 2>&1 > ${folder}/ballast || true`);
      assert.match(written, /No space left/);
      const playing = typeAnswers(begun);
      playing.catch(() => {});
      await notReady(bench);
      if (counted === forgetting) {
        await bench.slack.service.kill();
        await forgetHalf(bench.slack.dataFolder);
      } else {
        shell('mount', '-o', 'remount,size=800m', folder);
        await playing;
        assert.equal(await bench.ready(), 200, 'ready again without a restart');
        await bench.end();
      }
      await counted.add(bench, true);
      if (counted === forgetting) bench.conversations.length = 0;
    });
  }
  tally.print('with /readyz 503 while it was full, 200 once it was larger');
  console.log(`  control, a store that forgets half: ${forgetting.missing} answers missing`);
  assert.ok(forgetting.missing > 0);
}

async function readOnly(bench) {
  const tally = new Tally('row 6, file system turns read-only');
  const image = path.join(bench.slack.temporary.folder, 'image');
  shell('truncate', '--size', '700M', image);
  shell('mkfs.ext4', '-q', image);
  await mounted(bench, (folder) => shell('mount', '-o', 'loop', image, folder), async (folder) => {
    await bench.fresh(folder);
    await bench.slack.startService();
    await bench.play();
    const begun = await bench.begin();
    shell('mount', '-o', 'remount,abort', folder);
    const playing = typeAnswers(begun);
    playing.catch(() => {});
    await notReady(bench);
    await bench.slack.service.kill();
    shell('umount', folder);
    shell('sh', '-c', `e2fsck -fy ${image} || [ $? -le 2 ]`);
    shell('mount', '-o', 'loop', image, folder);
    await startAgain(bench, tally);
    await playing;
    await bench.end();
    await tally.add(bench, true);
    await forgetHalf(bench.slack.dataFolder);
    const snapshots = (await readdir(bench.slack.dataFolder)).filter((name) => name.startsWith('snapshot-'));
    for (const name of snapshots) await forgetSnapshotLines(path.join(bench.slack.dataFolder, name));
    const control = await bench.counts();
    console.log(`  control, a store that forgets half: ${control.missing} answers missing`);
    assert.ok(control.missing > 0);
  });
  tally.print('with /readyz 503 while it was read-only, repaired and started again');
}

async function forgetSnapshotLines(file) {
  const lines = (await readFile(file, 'utf8')).split('\n');
  await writeFile(file, `${lines.slice(0, lines.length / 2).join('\n')}\n`);
}

/// The states a start on these files gives back; undefined when it refuses, which must name file and line.
/// What a start asks for by itself, a while after the last event, is none of what was lost.
const withoutWhatComesWithTime = (name, value) => (name === 'profiles' ? undefined : value);

async function statesAfterStart(bench, folder, refusals) {
  const program = new Program(['serve', '--listen', '127.0.0.1:0'], {
    CROSSROADS_DATA_DIR: folder, CROSSROADS_SLACK_SIGNING_SECRET: 'x', CROSSROADS_SLACK_BOT_TOKEN: bench.slack.slack.token,
    CROSSROADS_SLACK_API_URL: 'http://127.0.0.1:9/api/', CROSSROADS_ALLOW_PRIVATE_TARGETS: '1' });
  let end;
  program.ended.then((how) => { end = how; });
  await eventually('a start or a refusal', async () => (end || /listening on/.test(program.log) ? true : undefined));
  if (end) {
    assert.equal(end.code, 65, program.log);
    assert.match(program.log, /(journal|snapshot)-\d{16}\.log:\d+: /, 'names file and line');
    refusals.count += 1;
    return undefined;
  }
  await program.kill();
  const states = [...await storedStates(folder)].map(([key, { state }]) => [key, state]).sort();
  return JSON.stringify(states, withoutWhatComesWithTime);
}

async function damage(bench, runs, seed = 1) {
  const random = randomNumbers(seed);
  await bench.fresh();
  await bench.slack.startService();
  await bench.play();
  await bench.end();
  await bench.slack.startService();
  await bench.play();
  await new Promise((resolve) => setTimeout(resolve, 2_500));  // idle: a mark says that everything is durable
  await bench.slack.service.kill();
  const whole = bench.slack.dataFolder;
  const files = (await readdir(whole)).filter((name) => name.endsWith('.log'));
  const snapshot = files.find((name) => name.startsWith('snapshot-'));
  const journal = files.find((name) => name.startsWith('journal-'));
  const copy = path.join(bench.slack.temporary.folder, 'damaged');
  const refusals = { count: 0 };
  const attempt = async (harm) => {
    await rm(copy, { recursive: true, force: true });
    await cp(whole, copy, { recursive: true });
    await harm();
    return statesAfterStart(bench, copy, refusals);
  };
  const change = async (name, how) => writeFile(path.join(copy, name), how(await readFile(path.join(copy, name))));
  const expected = await attempt(async () => {});
  const figures = {};
  const row = async (what, count, mayStart, harm) => {
    refusals.count = 0;
    let silent = 0;
    for (let run = 0; run < count; run += 1) {
      const states = await attempt(harm);
      if (states !== undefined && (states !== expected || !mayStart)) silent += 1;
    }
    figures[what] = { runs: count, refused: refusals.count, silent };
    console.log(`row 7, ${what}: ${count} starts, ${refusals.count} refused with file and line, silent loss ${silent}`);
  };
  await row('one bit flipped', runs, true, () => change(files[Math.floor(random() * files.length)], (bytes) => {
    bytes[Math.floor(random() * bytes.length)] ^= 1 << Math.floor(random() * 8);
    return bytes;
  }));
  await row('snapshot cut', Math.ceil(runs / 4), false, () => change(snapshot, (bytes) => bytes.subarray(0, Math.floor(random() * bytes.length))));
  await row('half a line at the journal\'s end', Math.ceil(runs / 4), true, () => change(journal, (bytes) => {
    const lines = bytes.toString().split('\n');
    const line = lines[Math.floor(random() * (lines.length - 1))];
    return Buffer.concat([bytes, Buffer.from(line.slice(0, Math.floor(random() * line.length)))]);
  }));
  assert.equal(figures['half a line at the journal\'s end'].refused, 0);
  for (const { silent } of Object.values(figures)) assert.equal(silent, 0);
  const forgotten = await attempt(() => forgetHalf(copy));
  console.log(`  control, a journal without its second half: ${forgotten === expected ? 'not ' : ''}noticed by the comparison`);
  assert.notEqual(forgotten, expected);
}

async function two(bench, runs) {
  let refused = 0;
  const second = async (folder) => {
    const program = new Program(['serve', '--listen', '127.0.0.1:0'], {
      CROSSROADS_DATA_DIR: folder, CROSSROADS_SLACK_SIGNING_SECRET: 'x', CROSSROADS_SLACK_BOT_TOKEN: bench.slack.slack.token });
    let end;
    program.ended.then((how) => { end = how; });
    await eventually('a start or a refusal', async () => (end || /listening on/.test(program.log) ? true : undefined));
    const refusal = end;
    if (!refusal) await program.kill();
    return { end: refusal, log: program.log };
  };
  const tally = new Tally('row 8, two processes on one directory');
  const folder = await bench.fresh();
  await bench.slack.startService();
  const playing = bench.play();
  for (let run = 0; run < runs; run += 1) {
    const { end, log } = await second(folder);
    assert.equal(end?.code, 1, log);
    assert.match(log, /in use by another process \(process \d+\)/);
    refused += 1;
  }
  await playing;
  await bench.end();
  await tally.add(bench, true);
  tally.print(`with ${refused} second processes refused at once`);
  await bench.slack.startService();
  await rm(path.join(folder, 'LOCK'));
  const { end } = await second(folder);
  console.log(`  control, LOCK deleted under the first: the second ${end ? 'is refused all the same' : 'starts'}`);
  assert.equal(end, undefined);
}

const ROWS = { kill: [kill, 70], errors: [errors, 3], full: [full], 'read-only': [readOnly], damage: [damage, 200], two: [two, 20] };
const [row, runs] = process.argv.slice(2);
const [play, usual] = ROWS[row] ?? [];
if (!play) {
  console.error(`usage: disk_faults.mjs ${Object.keys(ROWS).join('|')} [RUNS]`);
  process.exit(2);
}
const bench = await DiskBench.start();
try {
  await play(bench, Number(runs ?? usual));
} finally {
  await bench.stop();
}
