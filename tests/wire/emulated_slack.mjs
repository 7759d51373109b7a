// An independent Slack to post to: the npm package `emulate`, with people and a channel in it.
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LogLevel, WebClient } from '@slack/web-api';
import { eventually, freePort } from './service.mjs';

const emulateProgram = fileURLToPath(new URL('../node_modules/.bin/emulate', import.meta.url));
const BOT_TOKEN = 'xoxb-test-token-of-the-emulated-workspace';

const OWNER_TOKEN = 'xoxb-test-token-of-who-makes-channels';

const BOT_SCOPES = [
  'chat:write', 'commands', 'channels:read', 'channels:history', 'groups:history', 'users:read', 'app_mentions:read', 'files:write'];

const seedWith = (channels, tokens, withoutScopes) => ({
  slack: {
    team: { name: 'Example', domain: 'example' },
    users: ['crossroads', 'ana', 'ben', 'cleo'].map((name) => ({ name })),
    channels: channels.map((name) => ({ name })),
    tokens: [...tokens.map((token) => ({
      token, type: 'bot', user: 'crossroads', scopes: BOT_SCOPES.filter((scope) => !withoutScopes.includes(scope)) })),
    { token: OWNER_TOKEN, type: 'bot', user: 'crossroads', scopes: ['channels:manage'] }],
    strict_scopes: true,
  },
});

export class EmulatedSlack {
  /// It takes 5,000 calls with one token; for long runs it gets `tokenCount` of them, used in turn.
  static async start(folder, channels = ['blue-van'], tokenCount = 1, withoutScopes = []) {
    const slack = new EmulatedSlack();
    slack.port = await freePort();
    slack.url = `http://127.0.0.1:${slack.port}`;
    slack.token = BOT_TOKEN;
    slack.tokens = Array.from({ length: tokenCount }, (_, index) => (index === 0 ? BOT_TOKEN : `${BOT_TOKEN}-${index}`));
    const seedFile = path.join(folder, 'emulated-slack.json');
    await writeFile(seedFile, JSON.stringify(seedWith(channels, slack.tokens, withoutScopes)));
    slack.process = spawn(process.execPath,
      [emulateProgram, 'start', '--service', 'slack', '--port', String(slack.port), '--seed', seedFile], { stdio: 'ignore' });
    slack.ended = new Promise((resolve) => slack.process.once('exit', resolve));
    slack.clients = slack.tokens.map((token) => slack.clientWith(token));
    const identity = await eventually('the emulated Slack to answer', () => slack.client.auth.test().catch(() => undefined), 20_000);
    slack.team = identity.team_id;
    const users = (await slack.client.users.list({})).members;
    slack.people = Object.fromEntries(users.map((user) => [user.name, user.id]));
    const known = (await slack.client.conversations.list({ limit: 1000 })).channels;
    slack.channels = channels.map((wanted) => known.find(({ name }) => name === wanted));
    [slack.channel] = slack.channels;
    return slack;
  }

  /// A trigger as Slack would send it with a tap of this person; good for three seconds, once.
  async trigger(user) {
    return (await this.client.apiCall('views.generateTriggerId', { user_id: user })).trigger_id;
  }

  clientWith(token) {
    return new WebClient(token, { slackApiUrl: `${this.url}/api/`, retryConfig: { retries: 0 }, logLevel: LogLevel.ERROR });
  }

  get client() {
    this.clients.push(this.clients.shift());
    return this.clients[0];
  }

  /// One more channel, with the bot in it.
  async createChannel(name) {
    return (await this.asOwner.conversations.create({ name })).channel;
  }

  /// Whoever makes, archives and deletes channels.
  get asOwner() {
    return this.clientWith(OWNER_TOKEN);
  }

  async thread(ts) {
    return (await this.client.conversations.replies({ channel: this.channel.id, ts })).messages;
  }

  async posts() {
    return (await this.client.conversations.history({ channel: this.channel.id, limit: 1000 })).messages;
  }

  async stop() {
    this.process.kill('SIGTERM');
    await this.ended;
  }
}
