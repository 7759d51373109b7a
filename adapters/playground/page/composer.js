// The field people write in, under a channel or a thread.

import { Completion } from './completion.js';
import { freshId, h, icons } from './dom.js';

const drafts = new Map();

export class Composer {
  /// `kind` is "channel" or "thread"; `send` gets text and broadcast and gives the workspace's answer.
  constructor(workspace, kind, send) {
    this.workspace = workspace;
    this.send = send;
    this.place = null;
    const problem = freshId('problem');
    this.field = h('textarea', {
      rows: 1, 'data-testid': `composer-input-${kind}`, 'aria-describedby': problem,
      onkeydown: (event) => this.onKey(event), oninput: () => this.onInput() });
    this.completion = new Completion(this.field, workspace);
    this.broadcast = kind === 'thread' ? h('input', { type: 'checkbox', id: freshId('broadcast'), 'data-testid': 'broadcast' }) : null;
    this.broadcastLabel = this.broadcast && h('label', { for: this.broadcast.id });
    this.problem = h('p', { class: 'problem', id: problem, role: 'alert', 'data-testid': `composer-error-${kind}` });
    this.node = h('form', { class: 'composer', 'data-testid': `composer-${kind}`, onsubmit: (event) => this.submit(event) },
      this.completion.list,
      h('div', { class: 'composer-box' }, this.field,
        h('button', { type: 'submit', class: 'icon-button send', 'aria-label': 'Send', 'data-testid': `send-${kind}` }, icons.send())),
      this.broadcast && h('div', { class: 'broadcast' }, this.broadcast, this.broadcastLabel),
      this.problem);
  }

  /// Writes to another place from now on; each keeps its draft.
  moveTo(place, label, channelName) {
    if (this.place === place) return;
    this.place = place;
    this.field.placeholder = label;
    this.field.setAttribute('aria-label', label);
    this.field.value = drafts.get(place) ?? '';
    this.problem.textContent = '';
    if (this.broadcastLabel) this.broadcastLabel.textContent = `Also send to #${channelName}`;
    if (this.broadcast) this.broadcast.checked = false;
    this.completion.hide();
    this.fit();
  }

  fill(text) {
    this.field.value = text;
    this.field.focus();
    this.field.setSelectionRange(text.length, text.length);
    this.field.dispatchEvent(new Event('input'));
  }

  onInput() {
    drafts.set(this.place, this.field.value);
    this.problem.textContent = '';
    this.fit();
  }

  fit() {
    this.field.style.height = 'auto';
    this.field.style.height = `${Math.min(this.field.scrollHeight, 200)}px`;
  }

  onKey(event) {
    if (this.completion.handleKey(event)) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) this.submit(event);
  }

  async submit(event) {
    event.preventDefault();
    const text = this.field.value.trim();
    if (!text) return;
    const { place } = this;
    this.completion.hide();
    this.field.value = '';
    this.onInput();
    const answer = await this.send(text, this.broadcast?.checked ?? false);
    if (this.broadcast) this.broadcast.checked = false;
    if (answer.ok) return;
    drafts.set(place, text);
    if (this.place !== place) return;
    this.field.value = text;
    this.fit();
    this.problem.textContent = answer.error;
  }
}
