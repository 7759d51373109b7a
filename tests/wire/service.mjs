// Starts the real service for a test, on a free port with a data directory of its own, and ends it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const START_LIMIT_MS = 20_000;
const STOP_LIMIT_MS = 15_000;
const LAST_WORDS_LIMIT_MS = 2_000;  // a child of a launcher may hold its output open

export const sourceFolder = fileURLToPath(new URL('../..', import.meta.url));
export const binary = process.env.CROSSROADS_BINARY ?? path.join(sourceFolder, 'build/dev/crossroads');

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

export async function temporaryFolder() {
  const folder = await mkdtemp(path.join(tmpdir(), 'crossroads-test-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/// Asks until `holds` gives something other than undefined; fails with `what` after the limit.
export async function eventually(what, holds, limitMs = 30_000) {
  const end = Date.now() + limitMs;
  for (;;) {
    const value = await holds();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`waited ${limitMs / 1000} s in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/// One process of the binary. `log` grows with what it prints, for the message of a failing test. `launcher` is a
/// program and its words that start the binary, as strace and faketime do.
export class Program {
  constructor(words, environment = {}, launcher = []) {
    this.log = '';
    const [program, ...rest] = [...launcher, binary, ...words];
    this.process = spawn(program, rest, {
      env: { PATH: process.env.PATH, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    this.process.stdout.on('data', (bytes) => { this.log += bytes; });
    this.process.stderr.on('data', (bytes) => { this.log += bytes; });
    this.ended = new Promise((resolve) => {
      this.process.once('error', (error) => resolve({ error }));
      this.process.once('close', (code, signal) => resolve({ code, signal }));  // its last words have been read
      this.process.once('exit', (code, signal) => setTimeout(resolve, LAST_WORDS_LIMIT_MS, { code, signal }));
    });
  }

  async waitUntil(url, expectedStatus = 200) {
    let end;
    this.ended.then((how) => { end = how; });
    await eventually(`${url} to answer ${expectedStatus}`, async () => {
      if (end) throw new Error(`the program ended (${JSON.stringify(end)}):\n${this.log}`);
      const response = await fetch(url).catch(() => undefined);
      return response?.status === expectedStatus ? true : undefined;
    }, START_LIMIT_MS);
    return this;
  }

  /// Asks it to stop; its exit code, or fails when it does not stop in time. Undefined when it was killed.
  async stop() {
    if (this.killed) return undefined;
    this.process.kill('SIGTERM');
    const limit = setTimeout(() => this.process.kill('SIGKILL'), STOP_LIMIT_MS);
    const { code, signal } = await this.ended;
    clearTimeout(limit);
    if (signal === 'SIGKILL') throw new Error(`did not stop within ${STOP_LIMIT_MS / 1000} s:\n${this.log}`);
    return code;
  }

  async kill() {
    this.killed = true;
    this.process.kill('SIGKILL');
    await this.ended;
  }
}

/// `crossroads serve`, ready to take requests.
export async function startService({ port, dataFolder, words = [], environment = {}, launcher = [] }) {
  const program = new Program(['serve', '--listen', `127.0.0.1:${port}`, ...words], {
    CROSSROADS_DATA_DIR: dataFolder, CROSSROADS_WORKERS: '2', ...environment }, launcher);
  return program.waitUntil(`http://127.0.0.1:${port}/readyz`);
}
