// Channels, and who this browser is.

import { avatar, h, icons } from './dom.js';

export class Sidebar {
  /// `actions`: openChannel(channel), become(person), openBeside(person); `alone`: whether others can be opened beside.
  constructor(workspace, actions, alone) {
    this.workspace = workspace;
    this.actions = actions;
    this.alone = alone;
    this.node = h('nav', { class: 'sidebar', 'aria-label': 'Workspace', 'data-testid': 'sidebar' });
  }

  render(current, unread) {
    const focused = this.node.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
    const { me } = this.workspace;
    this.node.replaceChildren(
      h('div', { class: 'team' },
        h('span', { class: 'team-mark', 'aria-hidden': 'true' }, this.workspace.team.name.slice(0, 1)),
        h('div', {}, h('strong', {}, this.workspace.team.name), h('span', { class: 'team-note' }, 'Local workspace'))),
      h('h2', {}, 'Channels'),
      h('ul', { class: 'channels' }, this.workspace.channels.map((channel) => this.channelNode(channel, current, unread))),
      h('h2', {}, 'You are'),
      h('ul', { class: 'people' }, this.workspace.people.map((person) => this.personNode(person, me))));
    if (focused) [...this.node.querySelectorAll('[data-focus]')].find((one) => one.dataset.focus === focused)?.focus();
  }

  channelNode(channel, current, unread) {
    const count = unread(channel);
    return h('li', {}, h('button', {
      type: 'button', class: count ? 'channel unread' : 'channel', 'aria-current': channel.id === current ? 'page' : undefined,
      'data-testid': `channel-${channel.name}`, 'data-focus': channel.id, onclick: () => this.actions.openChannel(channel) },
    h('span', { class: 'hash', 'aria-hidden': 'true' }, channel.direct ? '•' : '#'), h('span', { class: 'name' }, channel.name),
    count > 0 && h('span', { class: 'count' }, String(count), h('span', { class: 'visually-hidden' }, ' new'))));
  }

  personNode(person, me) {
    const mine = person.id === me?.id;
    return h('li', { class: 'person-row' },
      h('button', {
        type: 'button', class: 'person', 'aria-pressed': String(mine), 'data-testid': `person-${person.name}`, 'data-focus': person.id,
        title: `${person.real_name}, ${person.title}`, onclick: () => this.actions.become(person) },
      avatar(person), h('span', { class: 'name' }, person.name), h('span', { class: 'role' }, person.title)),
      this.alone && !mine && h('button', {
        type: 'button', class: 'icon-button', 'aria-label': `Open ${person.name} side by side`, title: `Open ${person.name} side by side`,
        'data-testid': `beside-${person.name}`, 'data-focus': `${person.id}-beside`, onclick: () => this.actions.openBeside(person) }, icons.beside()));
  }
}
