// The conversation scenarios, each through the wire of every platform: one body, two channels.
import { after, before, test } from 'node:test';
import { Channel } from './channel.mjs';
import { SlackBench } from './slack_bench.mjs';
import { TeamsBench } from './teams_bench.mjs';
import { TeamsChannel } from './teams_channel.mjs';

const platforms = [
  { platform: 'Slack', Bench: SlackBench, Place: Channel },
  { platform: 'Teams', Bench: TeamsBench, Place: TeamsChannel },
];

/// For a suite whose tests share a bench, each with a channel of its own, named by the id that its name begins with:
/// what to make them with.
export function scenariosOnOneBench(ids) {
  const benches = new Map();
  before(async () => {
    for (const { platform, Bench } of platforms) benches.set(platform, await Bench.start({ channels: ids.map(channelOf) }));
  });
  after(async () => { for (const bench of benches.values()) await bench.stop(); });
  return (name, play) => {
    for (const { platform, Place } of platforms) {
      test(`${name} (${platform})`, { timeout: 120_000 }, () => withLog(Place, benches.get(platform), name, play));
    }
  };
}

/// A test with a bench of its own, started with `options`; skipped where `skip` says why. `only`: the platform that has
/// what it is about.
export function scenarioAlone(name, { skip = false, only, ...options }, play) {
  for (const { platform, Bench, Place } of platforms.filter((each) => !only || each.platform === only)) {
    test(`${name} (${platform})`, { timeout: 120_000, skip }, async () => {
      const bench = await Bench.start({ ...options, channels: [channelOf(name)] });
      await withLog(Place, bench, name, play).finally(() => bench.stop());
    });
  }
}

function channelOf(name) {
  return name.slice(0, 3).toLowerCase();
}

async function withLog(Place, bench, name, play) {
  try {
    await play(new Place(bench, channelOf(name)));
  } catch (error) {
    throw new Error(`${error.message}\nThe service's log:\n${bench.service.log}`, { cause: error });
  }
}
