// What Slack sends of people at work on assessments, written down instead of sent: presses, forms, typed replies, their
// edits and deletions, mentions. The bytes can be delivered as often and as late as one likes.
import { questionsAsked } from '../crash/killed_service.mjs';
import { Assessment } from '../wire/assessment.mjs';
import { buttonLabelled, actionOf, ofType, stateWith } from '../wire/block_kit.mjs';
import { SlackSender } from '../wire/slack_requests.mjs';

const BOT = 'U000000009';  // as in the authorizations of SlackSender's events

/// Writes requests down. Slack itself repeats only what comes to /slack/events. `follows`: the request that a change
/// of a message cannot come before.
class WritingSender extends SlackSender {
  post(path, contentType, body) {
    const repeatable = path === '/slack/events';
    this.requests.push({ path, contentType, body, repeatable, mention: body.includes('app_mention') || body.includes(`<@${BOT}>`), follows: this.follows });
    return { status: 200, body: '' };
  }
}

let renewals = 0;
/// The same gesture once more under ids and a moment of its own, as platforms have been seen to deliver it.
export function renewed(request) {
  renewals += 1;
  const later = (ts) => `${Number(ts.split('.')[0]) + 21}.${String(800_000 + renewals)}`;
  if (request.path === '/slack/events') {
    const envelope = JSON.parse(request.body);
    const { ts, event_ts: at } = envelope.event;
    envelope.event_id = `${envelope.event_id}again`;
    envelope.event = { ...envelope.event, ts: later(ts), ...(at ? { event_ts: later(ts) } : {}) };
    return { ...request, body: JSON.stringify(envelope) };
  }
  const payload = JSON.parse(new URLSearchParams(request.body).get('payload'));
  payload.trigger_id = `${payload.trigger_id}.again`;
  payload.actions?.forEach((action) => { action.action_ts = later(action.action_ts); });
  return { ...request, body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString() };
}

export class EventLog {
  constructor(conversation, random) {
    this.requests = [];
    const begun = Date.now();
    let moments = 0;  // no two gestures of one person in the same millisecond: they would be one
    this.sender = new WritingSender({ ...conversation.sender, now: () => begun + (moments += 1) });
    this.sender.requests = this.requests;
    let triggers = 0;
    const slack = Object.assign(Object.create(conversation.slack), {
      trigger: () => `${conversation.number}.${triggers += 1}`, channel: conversation.channel });
    this.assessment = Object.assign(new Assessment({
      slack, proxy: conversation.bench.proxy, sender: this.sender, guide: conversation.assessment.guide }),
    { threadTs: conversation.assessment.threadTs, sentAt: new Map() });
    Object.assign(this, { conversation, random, changes: 0 });
  }

  ts() {
    this.changes += 1;
    return `${Math.floor(Date.now() / 1000)}.${String(700_000 + this.changes)}`;
  }

  /// One option of a card, picked by chance.
  async press(user, card) {
    const [choices] = ofType(card.blocks, 'radio_buttons', 'checkboxes');
    if (!choices) return;
    const { options } = choices.element;
    const label = options[Math.floor(this.random() * options.length)].text.text;
    if (choices.element.type === 'radio_buttons') {
      await this.assessment.tap(user, card, choices, label);
      return;
    }
    await this.sender.blockAction({
      channel: this.conversation.channel, user, message: { ...card, thread_ts: this.assessment.threadTs },
      action: actionOf(buttonLabelled(card.blocks, /^save/i)), state: stateWith(card.blocks, choices.element, label),
      trigger: this.assessment.slack.trigger() });
  }

  /// A reply, now and then changed or deleted afterwards.
  type(user, id) {
    const eventId = `Ev${user}${id}${this.conversation.number}`;
    this.assessment.answerByTyping(user, id, eventId);
    const posted = {
      type: 'message', user, ts: this.assessment.sentAt.get(eventId), text: this.assessment.typedAnswerTo(id), thread_ts: this.assessment.threadTs };
    this.sender.follows = this.requests.at(-1);
    const what = this.random();
    const change = (subtype, rest) => this.sender.event({
      type: 'message', subtype, channel: this.conversation.channel.id, channel_type: 'channel', ts: this.ts(), previous_message: posted, ...rest },
    `${eventId}${subtype}`);
    if (what < 0.3) change('message_changed', { message: { ...posted, text: posted.text.replace(/\d$/, '1'), edited: { user, ts: this.ts() } } });
    else if (what < 0.5) change('message_deleted', { deleted_ts: posted.ts });
    this.sender.follows = undefined;
  }

  /// A mention: Slack delivers it as two events.
  mention(user, command) {
    const ts = this.ts();
    for (const type of ['message', 'app_mention']) {
      this.sender.event({
        type, channel: this.conversation.channel.id, channel_type: 'channel', user, text: `<@${BOT}> ${command}`, ts, event_ts: ts,
        thread_ts: this.assessment.threadTs }, `Ev${type}${ts}`);
    }
  }

  /// What three people do, `window` being a form that one of them has open.
  async write(questions, window) {
    const [ana, ben] = this.conversation.people;
    const { cleo } = this.conversation.bench.slack.people;
    this.mention(ana, 'pause');
    this.resumedAfter = this.requests.length;
    this.mention(ana, 'resume');
    const cards = await this.assessment.cards();
    for (const id of questionsAsked(this.conversation.people).slice(0, questions)) {
      await this.press(ben, cards.get(id));
      this.type(cleo, id);
      await this.press(ben, cards.get(id));
    }
    await this.assessment.save(ben, window, this.assessment.answerTo(questionsAsked(this.conversation.people)[0]));
    return this;
  }
}
