// The local workspace's page, for one person (?as=U…).
//
// For browser tests, elements carry data-testid; these names stay:
//   sidebar · channel-<name> · person-<name> · beside-<name> · frame-<name> · channel-title
//   message-list · message-list-newer · thread-panel · thread-list · thread-close
//   message (also data-ts, data-user) · message-text · edited · ephemeral · reply-count · reply-in-thread
//   edit-message · edit-input · edit-save · edit-cancel · delete-message · dismiss-message
//   composer-channel / composer-thread, with composer-input-…, send-…, composer-error-… · broadcast
//   completion · completion-option · element-<action_id> · field-<block_id> · field-error-<block_id>
//   modal · modal-title · modal-submit · modal-close · modal-x · modal-error
//   confirm-dialog · confirm-yes · confirm-no · first-run · first-run-try · connection · notice · live

import { Neighbours } from './beside.js';
import { Composer } from './composer.js';
import { avatar, h, icons } from './dom.js';
import { MessageList } from './message_list.js';
import { ModalWindow } from './modal.js';
import { mrkdwn } from './mrkdwn.js';
import { placeOf, readPlace } from './place.js';
import { Sidebar } from './sidebar.js';
import { Workspace } from './workspace.js';

const NOTICE_MS = 8000;
const address = new URLSearchParams(window.location.search);

class Page {
  constructor(workspace) {
    this.workspace = workspace;
    this.seen = new Map();
    this.place = { channel: null, thread: null };
    const alone = !address.has('beside');
    this.neighbours = new Neighbours();
    this.sidebar = new Sidebar(workspace, {
      openChannel: (channel) => this.go(channel.id), become: (person) => this.become(person), openBeside: (person) => this.neighbours.add(person) }, alone);
    const report = (answer) => this.notify(answer.ok ? '' : answer.error);
    const openThread = (message) => this.go(message.channel, message.thread_ts || message.ts);
    this.list = new MessageList(workspace, 'Messages', 'message-list', { report, openThread });
    this.threadList = new MessageList(workspace, 'Thread', 'thread-list', { report });
    this.composer = new Composer(workspace, 'channel', (text) => this.say(text, null, false));
    this.threadComposer = new Composer(workspace, 'thread', (text, broadcast) => this.say(text, this.place.thread, broadcast));
    this.modal = new ModalWindow(workspace);
    this.build(alone);
  }

  build(alone) {
    this.title = h('h1', { 'data-testid': 'channel-title' });
    this.topic = h('p', { class: 'topic' });
    this.threadTitle = h('p', { class: 'topic' });
    this.connection = h('p', { class: 'connection', role: 'status', hidden: true, 'data-testid': 'connection' }, 'The workspace does not answer. Trying again …');
    this.notice = h('p', { class: 'notice', role: 'alert', hidden: true, 'data-testid': 'notice' });
    this.live = h('div', { class: 'visually-hidden', 'aria-live': 'polite', 'data-testid': 'live' });
    this.whoami = h('p', { class: 'whoami' });
    const menu = h('button', {
      type: 'button', class: 'icon-button menu-button', 'aria-label': 'Channels and people', 'aria-expanded': 'false',
      onclick: () => this.toggleMenu() }, icons.menu());
    this.menuButton = menu;
    this.thread = h('aside', { class: 'thread', 'aria-label': 'Thread', hidden: true, 'data-testid': 'thread-panel' },
      h('header', { class: 'head-bar' }, h('div', {}, h('h2', {}, 'Thread'), this.threadTitle),
        h('button', { type: 'button', class: 'icon-button', 'aria-label': 'Close thread', onclick: () => this.closeThread(), 'data-testid': 'thread-close' }, icons.close())),
      this.threadList.frame, this.threadComposer.node);
    this.thread.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented) this.closeThread();
    });
    const main = h('main', { class: 'channel-view' },
      h('header', { class: 'head-bar' }, menu, h('div', {}, this.title, this.topic), this.whoami),
      this.connection, this.notice, this.list.frame, this.composer.node);
    this.pane = h('div', { class: 'pane' }, this.sidebar.node, main, this.thread);
    if (!alone) document.body.classList.add('is-neighbour');
    document.getElementById('app').replaceChildren(this.pane, this.neighbours.node, this.live);
  }

  start() {
    this.workspace.addEventListener('change', (event) => this.onChange(event.detail));
    this.workspace.addEventListener('connection', () => {
      this.connection.hidden = this.workspace.connected;
    });
    window.addEventListener('hashchange', () => this.render());
  }

  become(person) {
    const next = new URLSearchParams(address);
    next.set('as', person.id);
    window.location.search = next;
  }

  go(channelId, threadTs = null) {
    this.pane.classList.remove('menu-open');
    this.menuButton.setAttribute('aria-expanded', 'false');
    window.location.hash = placeOf(channelId, threadTs);
    if (threadTs) setTimeout(() => this.threadComposer.field.focus(), 0);
  }

  toggleMenu() {
    const open = this.pane.classList.toggle('menu-open');
    this.menuButton.setAttribute('aria-expanded', String(open));
  }

  closeThread() {
    const root = this.place.thread;
    this.go(this.place.channel.id);
    setTimeout(() => this.list.node.querySelector(`[data-ts="${root}"]`)?.focus({ preventScroll: true }), 0);
  }

  say(text, threadTs, broadcast) {
    return this.workspace.act({
      type: 'say', channel: this.place.channel.id, text, ...(threadTs ? { thread_ts: threadTs, broadcast } : {}) });
  }

  notify(words) {
    clearTimeout(this.noticeTimer);
    this.notice.textContent = words;
    this.notice.hidden = !words;
    if (words) this.noticeTimer = setTimeout(() => this.notify(''), NOTICE_MS);
  }

  onChange({ arrived }) {
    this.announce(arrived);
    this.render();
  }

  /// Tells a screen reader what others say where this person looks.
  announce(arrived) {
    for (const message of arrived) {
      const here = message.channel === this.place.channel?.id && (!message.thread_ts || message.broadcast || message.thread_ts === this.place.thread);
      if (!here || message.user === this.workspace.personId) continue;
      const spoken = h('p', {}, `${this.workspace.author(message.user).name}: `, mrkdwn(message.text, this.workspace));
      this.live.replaceChildren(spoken);
    }
  }

  render() {
    const last = this.place;
    this.place = readPlace(window.location.hash, this.workspace.channels);
    if (!this.place.channel) return;
    this.whoami.replaceChildren(avatar(this.workspace.me), this.workspace.me.name);
    const moved = last.channel?.id !== this.place.channel.id;
    this.renderChannel(moved);
    this.renderThread(moved || last.thread !== this.place.thread);
    this.sidebar.render(this.place.channel.id, (channel) => this.unreadIn(channel));
    this.modal.render();
    document.title = `#${this.place.channel.name} · ${this.workspace.me?.name ?? ''} · ${this.workspace.team.name}`;
    if (this.place.message) this.showMessage(this.place.message);
  }

  renderChannel(moved) {
    const { channel } = this.place;
    if (moved) this.list.reset();
    this.title.replaceChildren(h('span', { class: 'hash', 'aria-hidden': 'true' }, '#'), channel.name);
    this.topic.textContent = channel.topic;
    const messages = this.workspace.channelMessages(channel.id).filter((one) => !(one.only_me && one.thread_ts));
    this.list.show(messages, this.openingNode(channel, messages.length === 0));
    this.composer.moveTo(channel.id, `Message #${channel.name}`);
    if (moved) this.list.scrollToEnd();
    this.seen.set(channel.id, messages.at(-1)?.ts ?? '');
  }

  renderThread(moved) {
    const { channel, thread } = this.place;
    this.thread.hidden = !thread;
    this.pane.classList.toggle('thread-open', Boolean(thread));
    if (!thread) return;
    if (moved) this.threadList.reset();
    this.threadTitle.textContent = `#${channel.name}`;
    this.threadList.show(this.workspace.threadMessages(channel.id, thread));
    this.threadComposer.moveTo(`${channel.id}/${thread}`, 'Reply …', channel.name);
    if (moved) this.threadList.scrollToEnd();
  }

  openingNode(channel, empty) {
    const key = `${channel.id} ${empty} ${channel.has_app}`;
    if (this.openingKey !== key) {
      this.openingKey = key;
      this.opening = this.makeOpening(channel, empty);
    }
    return this.opening;
  }

  makeOpening(channel, empty) {
    const { command, name } = this.workspace.app;
    const hint = empty && channel.has_app && h('div', { class: 'first-run', 'data-testid': 'first-run' },
      h('p', {}, 'Type ', h('kbd', {}, `${command} start`), ` in #${channel.name} to begin.`),
      h('button', {
        type: 'button', class: 'button button-primary', 'data-testid': 'first-run-try', onclick: () => this.composer.fill(`${command} start `) }, 'Type it for me'));
    const absent = !channel.has_app && h('div', { class: 'first-run', 'data-testid': 'first-run' },
      h('p', {}, `${name} is not in this channel. Type `, h('kbd', {}, `/invite @${name}`), ' to add it.'));
    return h('div', { class: 'opening' },
      h('p', { class: 'opening-title' }, `#${channel.name}`),
      h('p', {}, `This is where #${channel.name} begins. Everyone in the sidebar can read and write here.`), hint, absent);
  }

  unreadIn(channel) {
    const messages = this.workspace.channelMessages(channel.id);
    if (!this.seen.has(channel.id)) this.seen.set(channel.id, messages.at(-1)?.ts ?? '');
    return messages.filter((one) => one.ts > this.seen.get(channel.id) && one.user !== this.workspace.personId).length;
  }

  /// Where a permalink leads.
  showMessage(ts) {
    const node = this.pane.querySelector(`[data-ts="${ts}"]`);
    node?.scrollIntoView({ block: 'center' });
    node?.focus({ preventScroll: true });
  }
}

const workspace = new Workspace(address.get('as') ?? '');
const page = new Page(workspace);
page.start();
workspace.follow();
