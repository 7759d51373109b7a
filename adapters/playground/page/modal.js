// The modal on top of this person's stack.

import { blockNodes } from './blocks.js';
import { freshId, h, icons, replaceKeepingFocus } from './dom.js';
import { collect, forget } from './inputs.js';
import { unescaped } from './mrkdwn.js';

export class ModalWindow {
  constructor(workspace) {
    this.workspace = workspace;
    this.dialog = null;
    this.view = null;
    this.errors = {};
    this.problem = '';
    this.busy = false;
  }

  /// Shows what the workspace has on top now; leaves an unchanged view alone.
  render() {
    const view = this.workspace.modals.at(-1);
    if (!view) {
      this.hide();
      return;
    }
    if (this.view?.hash === view.hash && this.view.id === view.id) return;
    this.errors = {};
    this.problem = '';
    this.view = view;
    this.draw();
  }

  hide() {
    for (const scope of this.scopes ?? []) forget(scope);
    this.scopes = null;
    this.view = null;
    this.dialog?.close();
    this.dialog?.remove();
    this.dialog = null;
  }

  draw() {
    (this.scopes ??= new Set()).add(this.view.id);
    const fresh = this.dialogNode();
    if (this.dialog) {
      replaceKeepingFocus(this.dialog.firstElementChild, fresh);
      this.dialog.setAttribute('aria-labelledby', fresh.querySelector('h2').id);
    } else {
      this.dialog = h('dialog', { class: 'dialog modal', 'aria-labelledby': fresh.querySelector('h2').id, 'data-testid': 'modal' }, fresh);
      this.dialog.addEventListener('cancel', (event) => {
        event.preventDefault();
        this.close();
      });
      document.body.append(this.dialog);
      this.dialog.showModal();
    }
    this.focusFirst();
  }

  focusFirst() {
    const wanted = this.dialog.querySelector('[aria-invalid="true"] input, [aria-invalid="true"]')
      ?? (this.dialog.contains(document.activeElement) && document.activeElement.matches('[data-focus]') ? null
        : this.dialog.querySelector('[data-autofocus], .modal-body input, .modal-body textarea, .modal-body select, .modal-body button')
          ?? this.dialog.querySelector('[data-testid="modal-submit"], [data-testid="modal-close"]'));
    wanted?.focus();
  }

  dialogNode() {
    const { view } = this;
    const context = {
      workspace: this.workspace, scope: view.id, errors: this.errors, state: view.state.values,
      press: (block, element, value) => this.press(block, element, value) };
    return h('form', { class: 'modal-form', novalidate: true, onsubmit: (event) => this.submit(event) },
      h('header', { class: 'modal-head' },
        h('h2', { id: freshId('modal-title'), 'data-testid': 'modal-title' }, unescaped(view.title.text)),
        h('button', { type: 'button', class: 'icon-button', 'aria-label': 'Close', onclick: () => this.close(), 'data-testid': 'modal-x' }, icons.close())),
      h('div', { class: 'modal-body' },
        this.problem && h('p', { class: 'problem', role: 'alert', 'data-testid': 'modal-error' }, this.problem),
        blockNodes(view.blocks, context)),
      h('footer', { class: 'dialog-actions' },
        h('button', { type: 'button', class: 'button', onclick: () => this.close(), 'data-testid': 'modal-close' },
          view.close ? unescaped(view.close.text) : 'Close'),
        view.submit && h('button', {
          type: 'submit', class: 'button button-primary', disabled: this.busy, 'aria-busy': this.busy ? 'true' : undefined, 'data-testid': 'modal-submit' },
        unescaped(view.submit.text))));
  }

  async submit(event) {
    event.preventDefault();
    if (this.busy || !this.view) return;
    this.setBusy(true);
    const { id, blocks, state } = this.view;
    const answer = await this.workspace.act({ type: 'submit', view_id: id, inputs: collect(id, blocks, state.values) });
    this.busy = false;
    this.errors = answer.errors ?? {};
    this.problem = answer.ok || answer.errors ? '' : [answer.error, answer.detail && `(${answer.detail})`].filter(Boolean).join(' ');
    // Another view of the app may have come while this one was on its way.
    if (this.view?.id !== id) return;
    if (answer.ok) this.setBusy(false);
    else this.draw();
  }

  setBusy(busy) {
    this.busy = busy;
    const button = this.dialog?.querySelector('[data-testid="modal-submit"]');
    if (!button) return;
    button.disabled = busy;
    button.toggleAttribute('aria-busy', busy);
  }

  async press(block, element, value) {
    const { id, blocks, state } = this.view;
    const answer = await this.workspace.act({
      type: 'press', view_id: id, block_id: block.block_id, action_id: element.action_id,
      value: value ?? undefined, inputs: collect(id, blocks, state.values) });
    if (answer.ok || this.view?.id !== id) return;
    this.problem = answer.error;
    this.draw();
  }

  async close() {
    if (!this.view) return;
    const { id } = this.view;
    forget(id);
    const answer = await this.workspace.act({ type: 'close', view_id: id });
    if (!answer.ok && this.view?.id === id) {
      this.problem = answer.error;
      this.draw();
    }
  }
}
