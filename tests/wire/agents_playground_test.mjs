// Whole assessments in Microsoft 365 Agents Playground: in a channel, a group chat and a personal chat, with tokens of
// the shape that Teams sends. The playground is licensed for evaluation and no part of the project:
// CROSSROADS_TEAMS_TOOLS names a folder where it is installed, with the scripts that start it and a login for it; without
// that the test says so and is skipped. CROSSROADS_SCREENSHOTS names a folder for pictures of what is shown.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { blocksOf, cardIn, inputsOf } from './adaptive_card.mjs';
import { teamAnswers, builtInGuide } from './assessment.mjs';
import { buttonLabelled, elementsOf, ofType, questionOf, wordsOf } from './block_kit.mjs';
import { eventually, freePort, startService, temporaryFolder } from './service.mjs';

const tools = process.env.CROSSROADS_TEAMS_TOOLS;
const pictures = process.env.CROSSROADS_SCREENSHOTS;
const APP = '11111111-2222-3333-4444-555555555555';
const SECRET = 'a secret for the playground only';
const TENANT = 'd6d49420-f39b-4df7-a1dc-d59a935871db';
const PORT = 56150;  // the login's tokens are for the service URL at this port

/// Where each kind of conversation is opened in the playground's page.
const SELECTORS = {
  personal: '[aria-label="Personal Chat"]', group: '[role=treeitem][aria-label="Group Chat"]',
  channel: '[role=treeitem][aria-label$=" - General"]' };

const nobody = () => undefined;

/// The login and the channel's keys, as Microsoft's are asked for them.
async function startLogin(folder) {
  const program = spawn(process.execPath, ['fake-entra.mjs', '--dir', `${folder}/entra`, '--client-id', APP, '--client-secret', SECRET], {
    cwd: tools, env: { ...process.env, MODE: 'connector' }, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(program.stdout, 'data');
  return program;
}

const environmentOf = () => ({
  CROSSROADS_TEAMS_APP_ID: APP, CROSSROADS_TEAMS_APP_PASSWORD: SECRET, CROSSROADS_TEAMS_TENANT_ID: TENANT,
  CROSSROADS_TEAMS_TENANTS: '*', CROSSROADS_TEAMS_LOGIN_URL: 'http://127.0.0.1:8801',
  CROSSROADS_TEAMS_OPENID_METADATA_URL: 'http://127.0.0.1:8801/v1/.well-known/openidconfiguration',
  CROSSROADS_TEAMS_SERVICE_HOSTS: `http://localhost:${PORT}`, CROSSROADS_ALLOW_PRIVATE_TARGETS: '1' });

/// One conversation of the playground.
class Conversation {
  constructor(playground, id, guide) {
    Object.assign(this, { playground, id, guide, isPersonal: id === playground.personal, isChannel: id === playground.channel('General') });
  }

  /// The cards that stand here by now, in their order.
  cards() {
    const byId = new Map();
    for (const { action, actionConversationId: place, message } of this.playground.events) {
      const card = message && cardIn(message);
      if (!place?.startsWith(this.id) || !card || !/Message$/.test(action)) continue;
      const begins = this.isChannel && !place.includes(';');  // a post of the channel is the root of its thread
      const thread = begins ? `${place};messageid=${message.messageId}` : place;
      byId.set(message.messageId, { ts: message.messageId, place: thread, card, blocks: blocksOf(card, nobody) });
    }
    return [...byId.values()];
  }

  appears(words, limitMs = 60_000) {
    return eventually(`a card that says ${words}`, () => this.cards().findLast((each) => words.test(wordsOf(each))), limitMs);
  }

  async says(text) {
    const { status } = await this.playground.say(this.id, text, { mention: !this.isPersonal });
    assert.equal(status, 200, text);
  }

  /// A press of this person; what the invoke was answered.
  async press(user, message, label, inputs = {}) {
    const { element: { action } } = buttonLabelled(message.blocks, label) ?? assert.fail(`no ${label} in ${wordsOf(message)}`);
    const value = { trigger: 'manual', action: { type: 'Action.Execute', title: action.title, verb: action.verb, data: { ...action.data, ...inputs } } };
    const { status, body } = await this.playground.execute(message.place, message.ts, value, user);
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  }

  /// What a person would tick or type.
  answerTo(id) {
    const { type, options } = this.guide.questions.find((question) => question.id === id);
    const given = teamAnswers[id];
    return type === 'text' ? given : [given].flat().map((each) => options.find((option) => option.id === each).label);
  }

  /// Goes through the questions in a card of their own; how many were answered.
  async answersAll(user, start) {
    const seen = this.cards().length;
    await this.press(user, start, /^answer now$/i);
    let window = await eventually('a card of their own', () =>
      this.cards().slice(seen).findLast(({ card }) => JSON.stringify(card).includes('"does":"save_form"')));
    for (let answered = 0; answered < 40; answered += 1) {
      const id = questionOf(window.blocks);
      const input = elementsOf(window.blocks).find(({ block }) => block.type === 'input');
      if (!id || !input) return answered;
      const save = ofType(window.blocks, 'button').find(({ element }) => element.action.data.crossroads.does === 'save_form');
      const inputs = inputsOf(window.blocks, input.element, this.answerTo(id));
      const answer = await this.press(user, window, new RegExp(`^${save.element.text.text}$`), inputs);
      const next = [answer.value, answer.body?.value, answer].find((each) => each?.type === 'AdaptiveCard');
      assert.ok(next, `${id}: ${JSON.stringify(answer).slice(0, 500)}`);
      window = { ...window, card: next, blocks: blocksOf(next, nobody) };
    }
    return assert.fail('there is no end of questions');
  }
}

async function play(conversation, picture) {
  const { playground } = conversation;
  const others = conversation.isPersonal ? [] : playground.cfg.users.slice(0, 2).map(({ id }) => id);
  const people = [playground.cfg.currentUser.id, ...others];
  await playground.install(conversation.id);
  await conversation.appears(/I ask a product team/);
  await conversation.says('start Blue Van');
  const start = await conversation.appears(/Assessment: Blue Van/);
  await conversation.appears(/What has actually happened/);
  await picture('started', /What has actually happened/);
  for (const user of people) assert.ok(await conversation.answersAll(user, start) > 15, user);
  await picture('answered', /Assessment: Blue Van/);
  if (!/Result for Blue Van/.test(conversation.cards().map(wordsOf).join())) await conversation.says('finish');
  await conversation.appears(/Production hardening/);
  const plan = await conversation.appears(/scope plan/i);
  assert.match(conversation.cards().map(wordsOf).join(), people.length === 3 ? /3 people/ : /one respondent/i);
  await picture('result', /cheapest path you can defend/);
  await picture('plan', /week scope plan/);
  return plan;
}

test('a whole assessment in each kind of conversation of Agents Playground', {
  timeout: 500_000, skip: tools ? false : 'set CROSSROADS_TEAMS_TOOLS to a folder with Microsoft 365 Agents Playground',
}, async (t) => {
  process.env.PG_MODULES = tools;  // where the module looks for the playground
  const { Playground } = await import(pathToFileURL(path.join(tools, 'playground-http.mjs')).href);
  const { folder, remove } = await temporaryFolder();
  const port = await freePort();
  const guide = await builtInGuide();
  const login = await startLogin(folder);
  const service = await startService({ port, dataFolder: `${folder}/data`, environment: environmentOf() });
  const playground = new Playground({
    bot: `http://127.0.0.1:${port}/api/messages`, port: PORT, out: folder, clientId: APP, clientSecret: SECRET,
    env: { NODE_OPTIONS: `--require ${path.resolve(tools, 'loopback-login.cjs')}`, NODE_EXTRA_CA_CERTS: `${folder}/entra/ca.pem`, TMPDIR: folder } });
  let browser;
  try {
    await playground.start();
    let page;
    if (pictures) {
      mkdirSync(pictures, { recursive: true });
      const { chromium } = createRequire(import.meta.url)('playwright-core');
      browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'] });
      page = await browser.newPage({ viewport: { width: 1280, height: 1600 } });
      await page.route((url) => !['localhost', '127.0.0.1'].includes(url.hostname), (route) => route.abort());
      await page.goto(`http://localhost:${PORT}/`);
      await page.waitForSelector('[aria-label="Send Message"]');
    }
    const places = { channel: playground.channel('General'), group: playground.group, personal: playground.personal };
    for (const [kind, id] of Object.entries(places)) {
      await t.test(kind, () => play(new Conversation(playground, id, guide), async (name, words) => {
        if (!page) return;
        await page.locator(SELECTORS[kind]).first().click();
        await page.waitForTimeout(1_500);
        // A picture of another place is better than none: the page folds up long threads.
        await page.getByText(words).last().scrollIntoViewIfNeeded({ timeout: 2_000 }).catch(() => undefined);
        await page.waitForTimeout(500);
        await page.screenshot({ path: path.join(pictures, `${kind}-${name}.png`) });
      }));
    }
  } catch (error) {
    throw new Error(`${error.message}\nThe service's log:\n${service.log}`, { cause: error });
  } finally {
    await browser?.close();
    await playground.stop();
    login.kill('SIGTERM');
    await service.stop();
    await remove();
  }
});
