// A scrolling list of messages: the channel's, or a thread's.

import { h, replaceKeepingFocus } from './dom.js';
import { messageNode } from './message.js';
import { dayOf } from './time.js';

const TOGETHER_SECONDS = 300;
const NEAR_THE_END = 80;

/// Whether a message may stand under the one before without its author's name. Cards always have it.
function goesWith(message, before) {
  const plain = (one) => one.typed !== undefined && !one.broadcast && !one.only_me && !one.subtype;
  return before && before.user === message.user && plain(message) && plain(before)
    && Number.parseFloat(message.ts) - Number.parseFloat(before.ts) < TOGETHER_SECONDS;
}

export class MessageList {
  /// `handlers`: report, and openThread where replies are not shown in place.
  constructor(workspace, label, testId, handlers) {
    this.workspace = workspace;
    this.handlers = handlers;
    this.editing = null;
    this.drawn = new Map();
    this.messages = [];
    this.opening = null;
    this.node = h('div', {
      class: 'messages', role: 'log', 'aria-live': 'off', 'aria-label': label, tabindex: '0', 'data-testid': testId,
      onscroll: () => this.onScroll() });
    this.pointer = h('button', {
      type: 'button', class: 'pointer', hidden: true, onclick: () => this.scrollToEnd(), 'data-testid': `${testId}-newer` }, 'New message below');
    this.atTheEnd = true;
    // A frame opened beside this one, or a longer card, must not move the last message out of sight.
    new ResizeObserver(() => this.atTheEnd && this.scrollToEnd()).observe(this.node);
    this.frame = h('div', { class: 'messages-frame' }, this.node, this.pointer);
  }

  /// `opening`: what stands before the first message.
  show(messages, opening = null) {
    const last = messages.at(-1);
    const grown = last && last.ts > (this.messages.at(-1)?.ts ?? '');
    this.messages = messages;
    this.opening = opening;
    this.place(this.rows());
    if (grown && (this.atTheEnd || last.user === this.workspace.personId)) this.scrollToEnd();
    else if (grown) this.pointer.hidden = false;
    else if (this.atTheEnd) this.scrollToEnd();
  }

  onScroll() {
    // The browser moves the content itself when the size changes; that is not somebody leaving the end.
    const size = `${this.node.clientWidth} ${this.node.clientHeight}`;
    if (size !== this.size) {
      this.size = size;
      return;
    }
    this.atTheEnd = this.node.scrollHeight - this.node.scrollTop - this.node.clientHeight < NEAR_THE_END;
    if (this.atTheEnd) this.pointer.hidden = true;
  }

  /// Another channel or thread: nothing of the last one stays.
  reset() {
    this.editing = null;
    this.drawn.clear();
    this.messages = [];
    this.pointer.hidden = true;
    this.node.replaceChildren();
  }

  scrollToEnd() {
    this.node.scrollTop = this.node.scrollHeight;
    this.atTheEnd = true;
    this.pointer.hidden = true;
  }

  edit(message) {
    const last = this.editing;
    this.editing = message?.ts ?? null;
    this.place(this.rows());
    if (this.editing) this.focusEditor();
    else this.node.querySelector(`[data-ts="${last}"]`)?.focus({ preventScroll: true });
  }

  focusEditor() {
    const editor = this.node.querySelector('.editor');
    editor?.scrollIntoView({ block: 'nearest' });
    editor?.querySelector('textarea').focus();
  }

  rows() {
    const rows = [];
    let day = '';
    let before = null;
    for (const message of this.messages) {
      const thisDay = dayOf(message.ts);
      if (thisDay !== day) {
        rows.push({ key: `day ${thisDay}`, version: '', draw: () => h('h2', { class: 'day' }, h('span', {}, thisDay)) });
        before = null;
      }
      day = thisDay;
      rows.push(this.row(message, Boolean(goesWith(message, before))));
      before = message;
    }
    return rows;
  }

  row(message, compact) {
    const replies = message.thread_ts ? [] : this.workspace.replies(message.channel, message.ts);
    const version = JSON.stringify([message, compact, this.editing === message.ts, replies.length, replies.at(-1)?.ts]);
    const context = {
      workspace: this.workspace, compact, editing: this.editing, edit: (one) => this.edit(one), ...this.handlers };
    return { key: message.ts, version, draw: () => messageNode(message, context) };
  }

  /// Draws what is new or different and leaves the rest, with its focus and its inputs, alone.
  place(rows) {
    const wanted = new Set(rows.map((row) => row.key));
    for (const [key, { node }] of this.drawn) {
      if (wanted.has(key)) continue;
      node.remove();
      this.drawn.delete(key);
    }
    for (const { key, version, draw } of rows) {
      const known = this.drawn.get(key);
      if (known?.version === version) continue;
      const node = draw();
      if (known) replaceKeepingFocus(known.node, node);
      this.drawn.set(key, { version, node });
    }
    if (this.node.firstElementChild !== this.opening) {
      if (this.node.firstElementChild?.matches('.opening')) this.node.firstElementChild.remove();
      if (this.opening) this.node.prepend(this.opening);
    }
    let place = this.opening ? this.opening.nextElementSibling : this.node.firstElementChild;
    for (const { key } of rows) {
      const { node } = this.drawn.get(key);
      if (node === place) place = place.nextElementSibling;
      else this.node.insertBefore(node, place);
    }
  }
}
