// One run: conversations under load, kills, and the four figures that must be zero.
import { eventually } from '../wire/service.mjs';
import { SlackBench } from '../wire/slack_bench.mjs';
import { conversationsOf, countAnswers, countMessages, killAgainAndAgain, undisturbedThread } from './killed_service.mjs';

function isWhole(counts) {
  return counts.missing === 0 && counts.twice === 0;
}

/// Plays until the last kill is done and each conversation has finished the assessment it was at.
async function playUntilKilledOften(bench, conversations, order) {
  const run = { failed: false, over: false };
  const killing = killAgainAndAgain(bench, { ...order, run });
  killing.then(() => { run.killsDone = true; }, () => { run.failed = true; });
  const playing = conversations.map(async (conversation) => {
    do await conversation.playRound();
    while (!run.killsDone && !run.failed && order.rounds !== conversation.rounds.length);
  });
  try {
    await Promise.all(playing);
    run.over = true;
  } catch (error) {
    run.failed = true;
    const refused = bench.refusals().filter((each) => !each.startsWith('chat.postEphemeral'));
    throw new Error(`${error.message}\nrefused: ${refused.slice(-5)}\n${bench.service.log.slice(-3000)}`, { cause: error });
  } finally {
    await killing;
  }
  return killing;
}

/// `tamper`, for control runs, gets the bench before the figures are taken.
export async function killRun({ conversations: count, kills, seed, pauseMs = 2_000, longLifeMs, rounds, tamper }) {
  const channels = Array.from({ length: count }, (_, number) => `channel-${number}`);
  const reference = await SlackBench.start({ channels: ['undisturbed'] });
  const thread = await undisturbedThread(reference).finally(() => reference.stop());
  const bench = await SlackBench.start({ channels, tokenCount: 100 });
  try {
    const conversations = conversationsOf(bench, count);
    const killsDone = await playUntilKilledOften(bench, conversations, { kills, seed, pauseMs, longLifeMs, rounds });
    let messages;
    await eventually('the last messages and edits', async () => {
      messages = await countMessages(conversations, thread);
      return isWhole(messages) || undefined;
    }, tamper ? 30_000 : 120_000).catch(() => {});
    if (tamper) {
      await tamper({ bench, conversations });
      messages = await countMessages(conversations, thread);
    } else {
      await bench.service.stop();
    }
    const answers = await countAnswers(conversations, bench.dataFolder);
    const assessments = conversations.reduce((sum, { rounds: played }) => sum + played.length, 0);
    return { kills: killsDone, assessments, answers, messages };
  } finally {
    await bench.stop();
  }
}
