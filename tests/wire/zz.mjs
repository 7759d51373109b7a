import { SlackBench } from './slack_bench.mjs';
import { execSync } from 'node:child_process';
const bench = await SlackBench.start();
  const { assessment, slack } = bench; const { ana, ben } = slack.people;
  await assessment.start(ana, 'Blue Van');
  if (process.argv[2]) await assessment.card('traction');
  bench.service.process.kill('SIGTERM');
  const end = await Promise.race([bench.service.ended, new Promise(r => setTimeout(r, 4000))]);
  console.log(end);
  if (!end) { console.log(execSync(`gdb -p ${bench.service.process.pid} -batch -ex 'thread apply all bt 14' 2>/dev/null | grep -v '^\\[New\\|^warn' | cut -c1-240`).toString()); }
  await bench.service.kill();
await bench.proxy.stop(); await bench.slack.stop();
