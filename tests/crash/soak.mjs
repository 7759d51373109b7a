// The long run of kill_test: soak.mjs KILLS CONVERSATIONS SEED. Prints the figures; fails unless all of them are zero.
import { killRun } from './kill_run.mjs';

const [kills, conversations, seed] = process.argv.slice(2).map(Number);
const begun = Date.now();
// Six seconds of life, more or less: what a kill left in doubt is looked up five seconds after the start, and with 50
// conversations something always is. A file is looked up after 30 seconds: every tenth life is long enough for that.
const { assessments, answers, messages, kills: done } = await killRun({ conversations, kills, seed, pauseMs: 6_000, longLifeMs: 40_000 });
console.log(`kill -9                ${done}, seed ${seed}, in ${Math.round((Date.now() - begun) / 1000)} s
conversations          ${conversations}, ${assessments} assessments played to the plan
acknowledged answers   ${answers.acknowledged}: missing ${answers.missing}, applied twice ${answers.twice}
messages               ${messages.expected}: missing ${messages.missing}, posted twice ${messages.twice}`);
for (const example of messages.examples.slice(0, 5)) console.log(example);
const found = answers.missing + answers.twice + messages.missing + messages.twice;
process.exit(found > 0 || done < kills ? 1 : 0);
