// Everything an assessment over the wire needs, started together and ended together: an independent Slack, the
// recording proxy in front of it, and the service that takes it for Slack.
import { Assessment, builtInGuide } from './assessment.mjs';
import { EmulatedSlack } from './emulated_slack.mjs';
import { RecordingProxy } from './recording_proxy.mjs';
import { eventually, freePort, startService, temporaryFolder } from './service.mjs';
import { SlackSender } from './slack_requests.mjs';

const SIGNING_SECRET = 'a signing secret for tests only';

export class SlackBench {
  /// Runs `body` with a bench of its own. What the body throws comes first; it gets the service's log.
  static async with(body, options) {
    const bench = await SlackBench.start(options);
    let failure;
    try {
      await body(bench);
    } catch (error) {
      failure = new Error(`${error.message}\nThe service's log:\n${bench.service.log}`, { cause: error });
    }
    await bench.stop().catch((error) => { failure ??= error; });
    if (failure) throw failure;
  }

  /// `channels`, `tokenCount` and `withoutScopes` are the emulated workspace's; `Proxy` is the kind that stands in front of it; `words`,
  /// `environment` and `launcher` go to each start of the service.
  static async start({ channels, tokenCount, withoutScopes, utcOffset, Proxy = RecordingProxy, ...service } = {}) {
    const bench = new SlackBench();
    bench.serviceOptions = service;
    bench.temporary = await temporaryFolder();
    bench.dataFolder = `${bench.temporary.folder}/data`;
    bench.slack = await EmulatedSlack.start(bench.temporary.folder, channels, tokenCount, withoutScopes);
    bench.proxy = await new Proxy(bench.slack.url, bench.slack.tokens).start();
    bench.proxy.utcOffset = utcOffset;
    bench.port = await freePort();
    await bench.startService();
    bench.sender = new SlackSender({
      serviceUrl: `http://127.0.0.1:${bench.port}`, signingSecret: SIGNING_SECRET, team: bench.slack.team });
    bench.assessment = new Assessment({ ...bench, guide: await builtInGuide() });
    return bench;
  }

  async startService({ words, environment, launcher } = this.serviceOptions) {
    this.service = await startService({
      port: this.port,
      dataFolder: this.dataFolder,
      words,
      launcher,
      environment: {
        CROSSROADS_SLACK_SIGNING_SECRET: SIGNING_SECRET,
        CROSSROADS_SLACK_BOT_TOKEN: this.slack.token,
        CROSSROADS_SLACK_API_URL: `${this.proxy.url}/api/`,
        CROSSROADS_ALLOW_PRIVATE_TARGETS: '1',
        ...environment,
      },
    });
  }

  /// From here on, posts get no further than the proxy, and nobody answers them.
  holdPosts() {
    this.held = 0;
    this.proxy.holds = ({ method }) => method === 'chat.postMessage' && (this.held += 1) > 0;
  }

  letPostsPass() {
    this.proxy.holds = () => false;
  }

  /// Time for Slack and its people from here on, in milliseconds.
  setClock(now) {
    this.sender.now = now;
  }

  /// Calls of the service that the independent Slack refused.
  refusals() {
    return this.proxy.calls.filter(({ answer }) => !answer.ok).map(({ method, answer }) => `${method}: ${answer.error}`);
  }

  /// How many messages the service still has to send.
  async waiting() {
    const text = await (await fetch(`http://127.0.0.1:${this.port}/metrics`)).text();
    const [, value] = text.match(/^crossroads_messages_waiting (\d+)/m) ?? [];
    if (value === undefined) throw new Error(`the metrics do not tell: ${text}`);
    return Number(value);
  }

  async nothingWaits(limitMs) {
    await eventually('every message to be sent', async () => ((await this.waiting()) === 0 ? true : undefined), limitMs);
  }

  async stop() {
    await this.service.stop().finally(async () => {
      await this.proxy.stop();
      await this.slack.stop();
      await this.temporary.remove();
    });
  }
}
