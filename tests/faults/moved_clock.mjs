// The wall clock of the service, moved while it runs; its steady clock goes on as the machine's does.
import { execFileSync } from 'node:child_process';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

export class MovedClock {
  static async in(folder) {
    const clock = new MovedClock();
    clock.file = path.join(folder, 'clock');
    await clock.moveTo(0);
    clock.environment = {
      LD_PRELOAD: execFileSync('faketime', ['-m', '-f', '+0', 'printenv', 'LD_PRELOAD'], { encoding: 'utf8' }).trim(),
      FAKETIME_TIMESTAMP_FILE: clock.file,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      ASAN_OPTIONS: 'verify_asan_link_order=0',  // for a binary with sanitizers: another library comes first
    };
    clock.now = () => Date.now() + clock.seconds * 1000;
    return clock;
  }

  /// So many seconds from the machine's time. In one step: the service may read the file at any moment.
  async moveTo(seconds) {
    this.seconds = Math.round(seconds);
    await writeFile(`${this.file}.tmp`, `${this.seconds < 0 ? '' : '+'}${this.seconds}\n`);
    await rename(`${this.file}.tmp`, this.file);
  }
}
