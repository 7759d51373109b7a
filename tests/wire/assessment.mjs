// Plays an assessment as Slack and its people would: signed requests to the service, cards and results read back
// from the Slack that the service posts to.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { actionOf, buttonLabelled, ofType, questionOf, stateWith } from './block_kit.mjs';
import { binary, eventually, sourceFolder } from './service.mjs';

/// A team whose product is used every day and breaks when it is released: answers by question id, as
/// `crossroads evaluate` takes them.
export const teamAnswers = {
  traction: ['pilot_done', 'came_back'],
  proved: ['value_understood', 'workflow_solves', 'users_return', 'features_known'],
  unproved: ['integrations_reliable', 'release_rhythm'],
  proof: '9 clinics booked 410 appointments with us last month',
  main_job: 'on_own',
  workflow: 'Reception staff rebook a missed appointment',
  surface: ['onboarding', 'delivery'],
  manual: ['support'],
  requests: '6 clinics asked every week for a report of missed appointments',
  data_model: ['g_entities', 'g_relations', 'g_extend'],
  auth: 'ready',
  integrations: ['core_known', 'no_gaps'],
  releases: ['path'],
  qa: ['visibility'],
  change: ['easy'],
  hurting: ['releases', 'qa'],
  usage: ['growing', 'depend'],
  keep: ['flow', 'ui', 'data', 'backend'],
  next: 'reliable',
  defer: 'The marketing site waits until 20 clinics pay every month',
  own_view: 'hardening',
};

export async function builtInGuide() {
  return JSON.parse(await readFile(path.join(sourceFolder, 'config/guide.json'), 'utf8'));
}

/// What `crossroads evaluate` makes of the team's answers to these questions, given by each of these people.
export function decisionOf(people, questions = Object.keys(teamAnswers)) {
  const answers = Object.fromEntries(questions.map((id) => [id, teamAnswers[id]]));
  const input = { guide: 'prototype-mvp-production', product: 'Blue Van', respondents: people.map((id) => ({ id, answers })) };
  return JSON.parse(execFileSync(binary, ['evaluate'], { input: JSON.stringify(input), encoding: 'utf8' }));
}

export class Assessment {
  constructor({ slack, proxy, sender, guide }) {
    Object.assign(this, { slack, proxy, sender, guide });
    this.sentAt = new Map();
  }

  question(id) {
    return this.guide.questions.find((question) => question.id === id);
  }

  /// What a person would tick or type for this question: labels of options, or a text.
  answerTo(id) {
    const given = teamAnswers[id];
    const { type, options } = this.question(id);
    return type === 'text' ? given : [given].flat().map((each) => options.find((option) => option.id === each).label);
  }

  /// The same as typed words: "4: 1, 3", or a sentence.
  typedAnswerTo(id) {
    const question = this.question(id);
    const number = this.guide.questions.indexOf(question) + 1;
    const answer = this.answerTo(id);
    const words = question.type === 'text' ? answer
      : answer.map((label) => question.options.findIndex((option) => option.label === label) + 1).join(', ');
    return `${number}: ${words}`;
  }

  command(user, text) {
    return this.sender.command({ channel: this.slack.channel, user, text });
  }

  async start(user, product) {
    const { status } = await this.command(user, `start ${product}`);
    assert.equal(status, 200);
    await this.findThread(product);
  }

  async findThread(product, limitMs) {
    const head = await eventually('the start card', async () =>
      (await this.slack.posts()).find((post) => JSON.stringify(post).includes(product)), limitMs);
    this.threadTs = head.ts;
  }

  thread() {
    return this.slack.thread(this.threadTs);
  }

  /// The thread's question cards by question id, in the order they were posted.
  async cards() {
    const cards = new Map();
    for (const message of await this.thread()) {
      const id = questionOf(message.blocks);
      if (id && message.ts !== this.threadTs && !cards.has(id)) cards.set(id, message);
    }
    return cards;
  }

  card(id, limitMs = 90_000) {
    return eventually(`the card of ${id}`, async () => (await this.cards()).get(id), limitMs);
  }

  async tap(user, message, target, answer, trigger = undefined) {
    trigger ??= await this.slack.trigger(user);
    const state = stateWith(message.blocks, target.element, answer);
    return this.sender.blockAction({
      channel: this.slack.channel, user, message: { ...message, thread_ts: this.threadTs }, action: actionOf(target, answer), state, trigger });
  }

  /// Answers in the card itself; false if the card only offers a window (a text question).
  async answerInCard(user, id) {
    const message = await this.card(id);
    const [choices] = ofType(message.blocks, 'radio_buttons', 'checkboxes');
    if (!choices) return false;
    return this.pick(user, message, choices, this.answerTo(id));
  }

  /// Taps the one choice of a card, or ticks several and saves them.
  async pick(user, message, choices, answer) {
    if (choices.element.type === 'radio_buttons') {
      return this.tap(user, message, choices, answer);
    }
    const save = buttonLabelled(message.blocks, /^save/i);
    const state = stateWith(message.blocks, choices.element, answer);
    return this.sender.blockAction({
      channel: this.slack.channel, user, message: { ...message, thread_ts: this.threadTs }, action: actionOf(save), state,
      trigger: await this.slack.trigger(user) });
  }

  /// Types the answer in the thread. The same `eventId` again is the same message, delivered once more.
  answerByTyping(user, id, eventId = `Ev${user}${id}`) {
    if (!this.sentAt.has(eventId)) {
      this.sentAt.set(eventId, `${Math.floor(Date.now() / 1000)}.${String(500_000 + this.sentAt.size)}`);
    }
    return this.sender.message({
      channel: this.slack.channel, user, text: this.typedAnswerTo(id), ts: this.sentAt.get(eventId), thread: this.threadTs, eventId });
  }

  /// Presses a button that opens a window; the view the service opened.
  async openWindow(user, message, label) {
    const button = buttonLabelled(message.blocks, label);
    assert.ok(button, `no button like ${label} in ${JSON.stringify(message.blocks)}`);
    const trigger = await this.slack.trigger(user);
    const { status } = await this.tap(user, message, button, undefined, trigger);
    assert.equal(status, 200);
    return this.windowOpenedWith(trigger);
  }

  async windowOpenedWith(trigger) {
    const opens = ({ method, body }) => method === 'views.open' && body.trigger_id === trigger;
    const call = await eventually('a window', () => this.proxy.calls.find(opens), 5_000);
    assert.equal(call.answer.ok, true, JSON.stringify(call.answer));
    return { ...call.body.view, id: call.answer.view.id, hash: call.answer.view.hash };
  }

  /// Fills a window in and saves it; the next view in the same window, or undefined when it closed.
  async save(user, view, answer) {
    const [input] = ofType(view.blocks, 'radio_buttons', 'checkboxes', 'plain_text_input')
      .filter(({ element, block }) => JSON.stringify([block.block_id, element.action_id]).includes('.question.'));
    const { status, body } = await this.sender.viewSubmission({
      user, view, state: stateWith(view.blocks, input?.element, answer), trigger: await this.slack.trigger(user) });
    assert.equal(status, 200);
    if (body === '') return undefined;
    const reply = JSON.parse(body);
    if (reply.response_action === 'clear') return undefined;
    assert.equal(reply.response_action, 'update', body);
    return { ...reply.view, id: view.id, hash: view.hash };
  }

  /// Goes from question to question in one window until it closes; the ids of the questions answered.
  async answerInWindow(user) {
    const [head] = await this.thread();
    const answered = [];
    for (let view = await this.openWindow(user, head, /answer now/i); view;) {
      const id = questionOf(view.blocks) ?? questionOf([view.private_metadata, view.callback_id]);
      if (!id || !view.submit) break;
      assert.ok(answered.length < 40, `the window never closes: ${answered.join(', ')}`);
      view = await this.save(user, view, this.answerTo(id));
      answered.push(id);
    }
    return answered;
  }
}
