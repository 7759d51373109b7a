// One channel of the emulated workspace: what its people do there, and what each of them gets to see. What was sent
// is read from the proxy's record; what stands in the channel, from the Slack behind it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { Assessment, teamAnswers } from './assessment.mjs';
import { buttonLabelled, ofType, questionOf, stateWith, wordsOf } from './block_kit.mjs';
import { binary, eventually } from './service.mjs';

/// The team's answers to every question that must have one. The first of the two that need none stays open, so that
/// the thread ends with its card: Slack takes a card a second, and a test waits for them.
const { requests, own_view: vote, ...mustAnswer } = teamAnswers;
export const mustAnswers = mustAnswer;

export class Channel extends Assessment {
  /// The channel of this name in the bench's workspace; everybody is in it.
  constructor(bench, name) {
    const channel = bench.slack.channels.find((each) => each.name === name);
    super({ ...bench.assessment, slack: Object.create(bench.slack, { channel: { value: channel } }) });
    Object.assign(this, bench.slack.people, { bench, commandName: '/assess' });
  }

  /// The time for the people here, in milliseconds.
  now() {
    return this.sender.now();
  }

  /// How many calls there were, for what is asked about those after them.
  seen() {
    return this.proxy.calls.length;
  }

  get id() {
    return this.slack.channel.id;
  }

  /// Runs `/assess text`; what the person alone reads in answer to it.
  async says(user, text) {
    const { status, contentType, body } = await this.command(user, text);
    assert.equal(status, 200, body);
    assert.match(contentType, /^application\/json/);
    const answer = JSON.parse(body);
    assert.equal(answer.response_type, 'ephemeral', `all could read the answer to ${text}`);
    return answer;
  }

  /// Runs `/assess text`; the window that it opens.
  async opens(user, text) {
    const trigger = await this.slack.trigger(user);
    const { status, body } = await this.sender.command({ channel: this.slack.channel, user, text, trigger });
    assert.equal(`${status} ${body}`, '200 ');
    return this.windowOpenedWith(trigger);
  }

  /// Starts an assessment with `/assess start …` and waits for its first question.
  async begins(user, words, product = words) {
    const seen = this.seen();
    const told = await this.says(user, `start ${words}`);
    await this.followsNewThread(product, seen);
    return told;
  }

  /// From here on, the thread is that of the assessment of this product which began after the first `seen` calls.
  async followsNewThread(product, seen) {
    const begins = (post) => !post.thread_ts && wordsOf(post).includes(`Assessment: ${product}`);
    this.threadTs = (await eventually('the start card', () => this.posts(seen).find(begins))).ts;
    await this.asks('traction');
  }

  /// The words with which somebody types these options of a question, or this text: "5 2", "4 A sentence".
  answerWords(id, given) {
    const question = this.question(id);
    const number = this.guide.questions.indexOf(question) + 1;
    if (question.type === 'text') return `${number} ${given}`;
    const places = [given].flat().map((each) => question.options.findIndex((option) => option.id === each) + 1);
    assert.ok(places.every((place) => place > 0), `${id} has no option ${given}`);
    return `${number} ${places.join(', ')}`;
  }

  /// Answers questions with `/assess answer …`, in this order.
  async answers(user, answers) {
    for (const [id, given] of Object.entries(answers)) {
      const told = wordsOf(await this.says(user, `answer ${this.answerWords(id, given)}`));
      assert.match(told, /saved|Changed|already your answer|is recorded|lead to another result/i, `${id}: ${told}`);
    }
  }

  /// A reply typed in the thread, signed as Slack sends it; `edit` is the message as it reads since.
  types(user, text, { ts, eventId }) {
    return this.sender.message({ channel: this.slack.channel, user, text, ts, thread: this.threadTs, eventId });
  }

  edits(user, text, { ts, before, eventId }) {
    const written = { type: 'message', user, ts, thread_ts: this.threadTs, team: this.slack.team };
    this.editsMade = (this.editsMade ?? 0) + 1;
    const at = `${Math.floor(Date.now() / 1000)}.${String(900_000 + this.editsMade)}`;
    return this.sender.event({
      type: 'message', subtype: 'message_changed', channel: this.id, channel_type: 'channel', ts: at, event_ts: at,
      message: { ...written, text, edited: { user, ts: at } }, previous_message: { ...written, text: before } }, eventId);
  }

  /// Submits a window with one element filled in: {error}, or {view}, the next one, or neither.
  async submits(user, view, element, answer) {
    const { status, body } = await this.sender.viewSubmission({ user, view, state: stateWith(view.blocks, element, answer) });
    assert.equal(status, 200);
    const { errors, view: next } = JSON.parse(body || '{}');
    return errors ? { error: Object.values(errors).join(' ') } : { view: next };
  }

  /// Presses the button with this label; the response.
  async press(user, message, label) {
    const button = buttonLabelled(message.blocks, label);
    assert.ok(button, `no button like ${label} in ${JSON.stringify(message.blocks)}`);
    return this.tap(user, message, button);
  }

  /// Ticks these options on a question's card and saves them, or taps the one.
  async picks(user, id, options) {
    const message = await this.asks(id);
    const labels = [options].flat().map((each) => this.question(id).options.find((option) => option.id === each).label);
    const [choices] = ofType(message.blocks, 'radio_buttons', 'checkboxes');
    return this.pick(user, message, choices, labels);
  }

  /// What this person alone gets to read after `act`: beside its response, within seconds of it.
  async told(user, act) {
    const seen = this.seen();
    const { status, body } = await act();
    assert.equal(status, 200, body);
    assert.equal(body, '', 'a tap or a message is answered by a message of its own');
    return eventually('a private answer', () => this.privately(seen).find((each) => each.user === user), 10_000);
  }

  /// The messages to one person that Slack took after the first `seen` calls.
  privately(seen = 0) {
    return this.sent('chat.postEphemeral', seen);
  }

  posts(seen = 0) {
    return this.sent('chat.postMessage', seen);
  }

  edited(seen = 0) {
    return this.sent('chat.update', seen);
  }

  /// The direct messages that these people got, as they were taken.
  directMessages(...people) {
    return this.proxy.calls.filter(({ method, body, answer }) =>
      method === 'chat.postMessage' && people.includes(body.channel) && answer.ok).map(({ body }) => body);
  }

  /// To whom something was sent after the first `seen` calls.
  recipients(seen) {
    return this.proxy.after(seen, ({ method }) => method !== 'users.info').map(({ body }) => body.user ?? body.channel);
  }

  /// How many windows were opened after the first `seen` calls.
  windowsOpened(seen) {
    return this.proxy.after(seen, ({ method, body }) =>
      method === 'views.open' && body.view.private_metadata.includes(this.id)).length;
  }

  /// From here on everything is delivered three times, as Slack does when the answers to the first two were lost. Gives
  /// the end of that.
  deliverRepeatedly() {
    const { sender } = this;
    this.sender = Object.assign(Object.create(sender), {
      async post(path, contentType, body) {
        const first = await sender.post(path, contentType, body);
        for (const number of ['1', '2']) {
          const retry = { 'x-slack-retry-num': number, 'x-slack-retry-reason': 'http_timeout' };
          assert.deepEqual(await sender.post(path, contentType, body, retry), first);
        }
        return first;
      } });
    return () => { this.sender = sender; };
  }

  sent(method, seen = 0) {
    return this.proxy.after(seen, (call) => call.method === method && call.body.channel === this.id && call.answer.ok)
      .map(({ body, answer }) => ({ ...body, ts: body.ts ?? answer.ts ?? answer.message_ts }));
  }

  /// A post or an edit that says this, once Slack took it.
  appears(words) {
    const says = (message) => words.test(wordsOf(message));
    return eventually(`a message that says ${words}`, () =>
      this.posts().find(says) ?? this.edited().find(says), 60_000);
  }

  /// The card of a question, as it was posted.
  asks(id) {
    return eventually(`the card of ${id}`, () => this.posts().find((post) => this.isCardOf(id, post)), 60_000);
  }

  isCardOf(id, message) {
    return message.thread_ts === this.threadTs && message.ts !== this.threadTs && questionOf(message.blocks) === id;
  }

  /// The thread as it stands, once all that was said before has been sent: messages are sent in order, so a status
  /// for all to see comes after them.
  async threadAfterAll(user) {
    const seen = this.seen();
    assert.equal((await this.command(user, 'status share')).body, '');
    const status = await eventually('the shared status', () =>
      this.posts(seen).find((post) => /questions have answers/.test(wordsOf(post))), 60_000);
    return (await this.thread()).filter(({ ts }) => ts !== status.ts);
  }

  /// The ids of the questions that the replies of a thread ask, in its order; undefined for what asks nothing.
  questionsIn([, ...replies]) {
    return replies.map(({ blocks }) => questionOf(blocks));
  }

  /// What a message of the thread says by now.
  async reads({ ts }) {
    return wordsOf((await this.thread()).find((message) => message.ts === ts));
  }

  /// The text of the file that `/assess export …` brings into the thread.
  async exports(user, format) {
    const seen = this.seen();
    assert.match(wordsOf(await this.says(user, `export ${format}`)), /comes as a file in its thread/);
    const shares = ({ method, body }) => method === 'files.completeUploadExternal' && body.channel_id === this.id &&
      JSON.parse(body.files)[0].title.endsWith(`.${format}`);
    const { body, answer } = await eventually(`the ${format} file`, () => this.proxy.after(seen, shares)[0]);
    assert.ok(answer.ok, JSON.stringify(answer));
    assert.equal(body.thread_ts, this.threadTs);
    const [{ id }] = JSON.parse(body.files);
    const place = new URL(this.proxy.calls.find((call) => call.answer.file_id === id).answer.upload_url).pathname;
    return this.proxy.calls.find(({ method }) => place.endsWith(method)).body;
  }

  /// What the service has stored about this channel.
  stored() {
    const key = `slack:${this.slack.team}:${this.id}`;
    const lines = execFileSync(binary, ['journal', 'show', this.bench.dataFolder, '--conversation', key], { encoding: 'utf8' });
    return lines.trim().split('\n').map((line) => JSON.parse(line)).findLast(({ state }) => state).state;
  }

  async ownAnswers(user) {
    return wordsOf(await this.says(user, 'answers'));
  }
}
