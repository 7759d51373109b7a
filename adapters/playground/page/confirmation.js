// "Are you sure?": Block Kit's confirm objects and the page's own questions.

import { freshId, h } from './dom.js';
import { unescaped } from './mrkdwn.js';

/// Asks if there is something to ask; runs `action` unless the answer is no.
export async function confirmThen(confirm, action) {
  if (!confirm || await ask(confirm)) await action();
}

function ask(confirm) {
  return new Promise((resolve) => {
    const title = freshId('confirm-title');
    const text = freshId('confirm-text');
    const dialog = h('dialog', { class: 'dialog confirmation', 'aria-labelledby': title, 'aria-describedby': text, 'data-testid': 'confirm-dialog' },
      h('h2', { id: title }, unescaped(confirm.title.text)),
      h('p', { id: text }, unescaped(confirm.text.text)),
      h('div', { class: 'dialog-actions' },
        h('button', { type: 'button', class: 'button', onclick: () => dialog.close('no'), 'data-testid': 'confirm-no' }, unescaped(confirm.deny.text)),
        h('button', {
          type: 'button', class: `button button-${confirm.style ?? 'primary'}`, onclick: () => dialog.close('yes'), 'data-testid': 'confirm-yes' },
        unescaped(confirm.confirm.text))));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
