// One channel of the emulated tenant, with what channel.mjs can do in one of Slack: cards are read as messages, cards
// for one person with something to fill in as windows.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { blocksOf, cardIn, inputsOf, isForm } from './adaptive_card.mjs';
import { ofType, wordsOf } from './block_kit.mjs';
import { Channel } from './channel.mjs';
import { TENANT } from './emulated_teams.mjs';
import { binary, eventually } from './service.mjs';

/// What an answer to an action says when what there is to say stands elsewhere.
const MERE_WORDS = /^(Noted\.|Only you can see it: it is in a message of its own below\.)$/;

/// What stands for the picture of a result where that is too large for a message.
const PICTURE = /\. Stage .* · confidence .* Conditions met: /;

export class TeamsChannel extends Channel {
  constructor(bench, name) {
    super({ ...bench, slack: bench.teams, assessment: { ...bench.assessment, slack: bench.teams, proxy: bench.teams } }, name);
    this.bench = bench;
    this.teams = bench.teams;
    this.commandName = '@Assess';
    this.answersToCommands = new Set();  // Slack's are no messages, and are not counted as such
    this.place = this.teams.channels.find((each) => each.name === name);
  }

  get id() {
    return this.place.id;
  }

  now() {
    return this.teams.now();
  }

  idOf(name) {
    return Object.keys(this.teams.names).find((id) => this.teams.names[id] === name);
  }

  /// A message of the connector as one of Slack.
  asMessage({ id, root, to, body }) {
    const card = cardIn(body);
    return {
      ts: id, thread_ts: root === id ? undefined : root, user: to, card,
      text: body.summary ?? body.text ?? '', blocks: card ? blocksOf(card, (name) => this.idOf(name)) : [] };
  }

  command(user, text) {
    return this.sender.slash({ place: this.place, user, text });
  }

  async says(user, text) {
    const seen = this.seen();
    const { status, body } = await this.command(user, text);
    assert.equal(`${status} ${body}`, '200 ');
    const answer = await eventually(`an answer to ${text}`, () => this.privately(seen).find((each) => each.user === user), 10_000);
    this.answersToCommands.add(answer.ts);
    return answer;
  }

  async opens(user, text) {
    const seen = this.seen();
    assert.equal((await this.command(user, text)).status, 200);
    return this.windowSince(seen, user);
  }

  windowSince(seen, user) {
    return eventually('a card to fill in', () => this.windows(seen).findLast((each) => each.user === user), 10_000);
  }

  async openWindow(user, message, label) {
    const seen = this.seen();
    assert.equal((await this.press(user, message, label)).status, 200);
    return this.windowSince(seen, user);
  }

  /// Fills a card in and saves it: {error}, or {view}, the next one, or neither.
  async submits(user, view, element, answer) {
    const { action } = ofType(view.blocks, 'button').map((found) => found.element)
      .find((found) => found.action.data.crossroads.does === 'save_form');
    const inputs = inputsOf(view.blocks, element, answer);
    const { status, body } = await this.sender.act({ place: this.place, user, message: view, action, inputs });
    assert.equal(status, 200);
    const { statusCode, value } = JSON.parse(body);
    if (statusCode === 400) return { error: value.message };
    if (value.type !== 'AdaptiveCard') return {};
    return { view: { ...view, card: value, blocks: blocksOf(value, (name) => this.idOf(name)) } };
  }

  async tap(user, message, { element }) {
    return this.sender.act({ place: this.place, user, message, action: element.action });
  }

  /// Ticks what a card offers and presses the button that saves it.
  async pick(user, message, { element }, answer) {
    const { action } = ofType(message.blocks, 'button').map((found) => found.element)
      .find(({ text }) => /^save/i.test(text.text));
    return this.sender.act({ place: this.place, user, message, action, inputs: inputsOf(message.blocks, element, answer) });
  }

  /// A reply typed in the thread. The same `ts` is the same message.
  types(user, text, { ts, eventId }) {
    const id = String(ts ?? eventId).replace('.', '');
    return this.sender.message({ place: this.place, user, text, id, thread: this.threadTs });
  }

  edits(user, text, { ts }) {
    return this.sender.edit({ place: this.place, user, text, id: String(ts).replace('.', ''), thread: this.threadTs });
  }

  async told(user, act) {
    const seen = this.seen();
    assert.equal((await act()).status, 200);
    return eventually('a private answer', () => this.privately(seen).find((each) => each.user === user), 10_000);
  }

  /// What only one person got to see after the first `seen` calls: messages, and answers to their actions.
  forOne(seen) {
    return this.proxy.calls.slice(seen).map((call) => {
      if (call.method === 'ANSWER') return call.place === this.id ? this.answered(call) : undefined;
      const sent = call.answer?.status < 300 && call.query?.get('isTargetedActivity') && this.isHere(call);
      return sent ? this.asMessage({ id: call.answer.body.id, root: '', to: call.body.recipient?.id, body: call.body }) : undefined;
    }).filter(Boolean);
  }

  answered({ user, message, answer }) {
    const { value } = JSON.parse(answer.body || '{"value":""}');
    if (value.type !== 'AdaptiveCard') {
      const text = value.message ?? value;
      return MERE_WORDS.test(text) || !text ? undefined : { user, text: this.withIds(text), blocks: [] };
    }
    return { ...message, ts: `${message.ts} anew`, user, card: value, text: '', blocks: blocksOf(value, (name) => this.idOf(name)) };
  }

  /// A text in which people stand by name, with their ids.
  withIds(text) {
    return Object.entries(this.teams.names).reduce((all, [id, name]) => all.replace(new RegExp(`\\b${name}\\b`, 'g'), `<@${id}>`), text);
  }

  isHere({ path }) {
    return path[2]?.split(';')[0] === this.id;
  }

  privately(seen = 0) {
    return this.forOne(seen).filter(({ card, ts }) => (!card || !isForm(card)) && !this.answersToCommands.has(ts));
  }

  windows(seen = 0) {
    return this.forOne(seen).filter(({ card }) => card && isForm(card));
  }

  windowsOpened(seen = 0) {
    return this.proxy.calls.slice(seen)
      .filter((call) => call.method === 'POST' && this.isHere(call) && call.query.get('isTargetedActivity') && isForm(cardIn(call.body) ?? {})).length;
  }

  sentHere(seen, method) {
    return this.proxy.calls.slice(seen).filter((call) =>
      call.method === method && this.isHere(call) && call.answer?.status < 300 && !call.query.get('isTargetedActivity'));
  }

  posts(seen = 0) {
    return this.sentHere(seen, 'POST').filter(({ body }) => cardIn(body) && !PICTURE.test(JSON.stringify(cardIn(body)))).map(({ path, body, answer }) => {
      const [, root] = path[2].split(';messageid=');
      return this.asMessage({ id: answer.body.id, root: root ?? answer.body.id, body });
    });
  }

  edited(seen = 0) {
    return this.sentHere(seen, 'PUT').map(({ path, body }) => this.asMessage({ id: path[4], root: path[2].split(';messageid=')[1], body }));
  }

  directMessages(...people) {
    return this.proxy.calls.filter(({ method, path, answer }) =>
      method === 'POST' && answer?.status < 300 && people.includes(this.teams.chats.get(path[2])))
      .map(({ path, body, answer }) => ({ ...this.asMessage({ id: answer.body.id, root: answer.body.id, to: this.teams.chats.get(path[2]), body }) }));
  }

  /// What was sent to anybody since, whom it was sent to.
  recipients(seen) {
    return this.proxy.calls.slice(seen).filter(({ method }) => method === 'POST' || method === 'PUT')
      .map(({ body, path }) => body.recipient?.id ?? path[2]).concat(this.forOne(seen).map(({ user }) => user));
  }

  async thread() {
    return this.teams.standing(this.id, this.threadTs).map((message) => this.asMessage(message));
  }

  async exports(user, format) {
    const seen = this.seen();
    assert.match(wordsOf(await this.says(user, `export ${format}`)), /comes as a file in its thread/);
    const { body } = await eventually(`the ${format} text`, () => this.sentHere(seen, 'POST').find((call) => call.body.text), 30_000);
    const [, content] = body.text.match(/\n(?:```+)\n(.*)\n```+$/s) ?? assert.fail(body.text);
    return content;
  }

  stored() {
    const key = `teams:${TENANT}:${this.id.replaceAll(':', '%3A')}`;
    const lines = execFileSync(binary, ['journal', 'show', this.bench.dataFolder, '--conversation', key], { encoding: 'utf8' });
    return lines.trim().split('\n').map((line) => JSON.parse(line)).findLast(({ state }) => state).state;
  }

  /// From here on everything is delivered more than once: with the same id, and, as Teams does with what was entered on
  /// cards, with a new one.
  deliverRepeatedly() {
    const { sender } = this;
    const teams = this.teams;
    this.sender = Object.assign(Object.create(sender), {
      async post(activity, token) {
        const first = await sender.post(activity, token);
        const again = [activity];
        if (/"(choices|text):/.test(JSON.stringify(activity.value ?? ''))) again.push({ ...activity, id: `${activity.id}-again`, timestamp: new Date(teams.now() + 15_000).toISOString() });
        for (const each of again) assert.deepEqual((await sender.post(each, token)).status, first.status);
        return first;
      } });
    return () => { this.sender = sender; };
  }
}
