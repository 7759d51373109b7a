// Other people next to this one, each in a frame of its own.

import { h, icons } from './dom.js';

export class Neighbours {
  constructor() {
    this.node = h('div', { class: 'neighbours' });
    this.open = new Map();
  }

  add(person) {
    if (this.open.has(person.id)) {
      this.open.get(person.id).querySelector('iframe').focus();
      return;
    }
    const frame = h('iframe', { src: `./?as=${encodeURIComponent(person.id)}&beside=1${window.location.hash}`, title: `The workspace as ${person.name}`, 'data-testid': `frame-${person.name}` });
    const column = h('section', { class: 'neighbour', 'aria-label': `The workspace as ${person.name}` },
      h('button', { type: 'button', class: 'icon-button neighbour-close', 'aria-label': `Close ${person.name}`, title: `Close ${person.name}`, onclick: () => this.remove(person.id) }, icons.close()),
      frame);
    this.open.set(person.id, column);
    this.node.append(column);
    document.body.classList.add('has-neighbours');
  }

  remove(personId) {
    this.open.get(personId)?.remove();
    this.open.delete(personId);
    document.body.classList.toggle('has-neighbours', this.open.size > 0);
  }
}
