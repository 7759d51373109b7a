// Everything an assessment through Teams needs, started together and ended together: Microsoft's side on loopback and
// the service that takes it for Teams.
import { Assessment, builtInGuide } from './assessment.mjs';
import { EmulatedTeams } from './emulated_teams.mjs';
import { eventually, freePort, startService, temporaryFolder } from './service.mjs';
import { TeamsSender } from './teams_requests.mjs';

export class TeamsBench {
  /// `channels`, `people` and `utcOffset` are the emulated tenant's; `words`, `environment` and `launcher` go to each
  /// start of the service.
  static async start({ channels, people, utcOffset, ...service } = {}) {
    const bench = new TeamsBench();
    bench.serviceOptions = service;
    bench.temporary = await temporaryFolder();
    bench.dataFolder = `${bench.temporary.folder}/data`;
    bench.teams = await EmulatedTeams.start({ channels, people, utcOffset });
    bench.port = await freePort();
    await bench.startService();
    bench.sender = new TeamsSender({ serviceUrl: `http://127.0.0.1:${bench.port}`, teams: bench.teams });
    bench.assessment = new Assessment({ slack: bench.teams, proxy: bench.teams, sender: bench.sender, guide: await builtInGuide() });
    return bench;
  }

  async startService({ words, environment, launcher } = this.serviceOptions) {
    this.service = await startService({
      port: this.port, dataFolder: this.dataFolder, words, launcher,
      environment: { ...this.teams.environment, ...environment } });
  }

  async waiting() {
    const text = await (await fetch(`http://127.0.0.1:${this.port}/metrics`)).text();
    return Number(text.match(/^crossroads_messages_waiting (\d+)/m)[1]);
  }

  async nothingWaits(limitMs) {
    await eventually('every message to be sent', async () => ((await this.waiting()) === 0 ? true : undefined), limitMs);
  }

  /// From here on, posts get no further than Microsoft's side, and nobody answers them.
  holdPosts() {
    this.held = 0;
    const held = { name: 'held', answer: () => { this.held += 1; } };
    this.teams.faultFor = ({ method, query }) => (method === 'POST' && !query.has('isTargetedActivity') ? held : undefined);
  }

  letPostsPass() {
    this.teams.faultFor = () => undefined;
  }

  /// Time for Teams and its people from here on, in milliseconds.
  setClock(now) {
    this.teams.now = now;
  }

  async stop() {
    await this.service.stop().finally(async () => {
      await this.teams.stop();
      await this.temporary.remove();
    });
  }
}
