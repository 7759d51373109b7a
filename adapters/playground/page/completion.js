// What the composer proposes while someone types: commands after "/", names after "@".

import { freshId, h } from './dom.js';

const MOST = 12;

/// { from, to, options: [{ insert, title, detail }] } for the word before the caret, or null.
export function proposals(text, caret, workspace) {
  const before = text.slice(0, caret);
  return commandProposals(before, workspace) ?? nameProposals(before, workspace);
}

function commandProposals(before, workspace) {
  const { command } = workspace.app;
  if (!before.startsWith('/') || before.includes('\n')) return null;
  const [typed, ...rest] = before.split(' ');
  if (rest.length === 0) {
    const commands = [
      { insert: `${command} `, title: command, detail: `Commands of ${workspace.app.name}` },
      { insert: `/invite @${workspace.app.name}`, title: `/invite @${workspace.app.name}`, detail: 'Add the app to this channel' }];
    return choose(0, before.length, commands.filter((one) => one.title.startsWith(typed)));
  }
  if (typed !== command || rest.length > 1) return null;
  const options = workspace.hints.map(({ usage, meaning }) => (
    { insert: `${command} ${usage.split(' ')[0]} `, title: `${command} ${usage}`, detail: meaning, word: usage.split(' ')[0] }));
  return choose(0, before.length, options.filter((one) => one.word.startsWith(rest[0].toLowerCase())));
}

function nameProposals(before, workspace) {
  const found = /(?:^|\s)@([\p{L}]*)$/u.exec(before);
  if (!found) return null;
  const wanted = found[1].toLowerCase();
  const everyone = [
    ...workspace.people.map((person) => ({ name: person.name, detail: `${person.real_name}, ${person.title}` })),
    { name: workspace.app.name, detail: 'App' }];
  const options = everyone.filter(({ name }) => name.toLowerCase().startsWith(wanted))
    .map(({ name, detail }) => ({ insert: `@${name} `, title: `@${name}`, detail }));
  return choose(before.length - wanted.length - 1, before.length, options);
}

function choose(from, to, options) {
  return options.length ? { from, to, options: options.slice(0, MOST) } : null;
}

/// The list over a text field: arrows move, Enter and Tab take, Escape hides. The field stays focused.
export class Completion {
  constructor(field, workspace) {
    this.field = field;
    this.workspace = workspace;
    this.current = null;
    this.chosen = 0;
    this.list = h('ul', { class: 'completion', role: 'listbox', id: freshId('completion'), 'aria-label': 'Proposals', hidden: true, 'data-testid': 'completion' });
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-controls', this.list.id);
    field.setAttribute('aria-expanded', 'false');
    field.addEventListener('input', () => this.update());
    field.addEventListener('blur', () => this.hide());
  }

  update() {
    this.current = proposals(this.field.value, this.field.selectionStart, this.workspace);
    this.chosen = 0;
    this.draw();
  }

  hide() {
    this.current = null;
    this.draw();
  }

  draw() {
    const open = this.current !== null;
    this.list.hidden = !open;
    this.field.setAttribute('aria-expanded', String(open));
    this.list.replaceChildren(...(this.current?.options ?? []).map((option, index) => h('li', {
      role: 'option', id: `${this.list.id}-${index}`, 'aria-selected': String(index === this.chosen), 'data-testid': 'completion-option',
      onpointerdown: (event) => {
        event.preventDefault();
        this.take(index);
      } }, h('span', { class: 'completion-title' }, option.title), h('span', { class: 'completion-detail' }, option.detail))));
    if (open) this.field.setAttribute('aria-activedescendant', `${this.list.id}-${this.chosen}`);
    else this.field.removeAttribute('aria-activedescendant');
    this.list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  take(index) {
    const { from, to, options } = this.current;
    this.field.setRangeText(options[index].insert, from, to, 'end');
    this.field.focus();
    this.field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /// True if the key was for the list.
  handleKey(event) {
    if (!this.current || event.isComposing) return false;
    const { options, to, from } = this.current;
    const typed = this.field.value.slice(from, to).trim();
    const complete = options.some((option) => option.insert.trim() === typed);
    if (event.key === 'ArrowDown') this.chosen = (this.chosen + 1) % options.length;
    else if (event.key === 'ArrowUp') this.chosen = (this.chosen + options.length - 1) % options.length;
    else if (event.key === 'Escape') this.current = null;
    else if ((event.key === 'Tab' || (event.key === 'Enter' && !complete)) && !event.shiftKey) this.take(this.chosen);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    if (event.key.startsWith('Arrow') || event.key === 'Escape') this.draw();
    return true;
  }
}
