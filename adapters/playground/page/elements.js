// Interactive elements of Block Kit. Each gets the nodes people know and keeps its value in inputs.js.

import { confirmThen } from './confirmation.js';
import { freshId, h, icons } from './dom.js';
import { hold, valueOf } from './inputs.js';
import { unescaped } from './mrkdwn.js';
import { optionsOf } from './options.js';

const plain = (object) => (object ? unescaped(object.text) : undefined);

/// Whether using the element tells the app at once.
const acts = (block) => block.type !== 'input' || block.dispatch_action === true;

async function changed(value, element, block, context) {
  hold(context.scope, block.block_id, element, value);
  if (acts(block)) await confirmThen(element.confirm, () => context.press(block, element, value));
}

const focusKey = (element, block, part = '') => `${block.block_id}|${element.action_id}|${part}`;

function describedBy(ids) {
  return ids.filter(Boolean).join(' ') || undefined;
}

/// Label, hint and error around one control; `make` gets the attributes that tie them together.
function labelled(element, block, context, make) {
  if (!context.labelled) return make({ 'aria-label': plain(element.placeholder) ?? element.action_id });
  const id = freshId('field');
  const hint = block.hint && h('p', { class: 'hint', id: `${id}-hint` }, plain(block.hint));
  const error = errorNode(block, context, `${id}-error`);
  const control = make({
    id, 'aria-describedby': describedBy([hint && `${id}-hint`, error && `${id}-error`]),
    'aria-invalid': error ? 'true' : undefined, 'aria-required': block.optional ? undefined : 'true' });
  return [h('label', { for: id }, labelText(block)), control, hint, error];
}

function labelText(block) {
  return [plain(block.label), block.optional && h('span', { class: 'optional' }, ' (optional)')];
}

function errorNode(block, context, id) {
  return context.error && h('p', { class: 'field-error', id, role: 'alert', 'data-testid': `field-error-${block.block_id}` }, context.error);
}

/// Radio buttons and checkboxes, in a group with a name.
function choices(element, block, context, type, options, isChosen, choose) {
  const name = freshId('choice');
  const rows = options.map((option) => {
    const id = freshId('option');
    return h('div', { class: 'choice' },
      h('input', {
        type, id, name, value: option.value, checked: isChosen(option.value),
        'data-focus': focusKey(element, block, option.value), onchange: (event) => choose(option.value, event.target.checked) }),
      h('label', { for: id }, unescaped(option.text.text),
        option.description && h('span', { class: 'description' }, plain(option.description))));
  });
  const error = errorNode(block, context, `${name}-error`);
  const hint = context.labelled && block.hint && h('p', { class: 'hint', id: `${name}-hint` }, plain(block.hint));
  return h('fieldset', {
    class: 'choices', 'data-testid': `element-${element.action_id}`,
    'aria-describedby': describedBy([hint && `${name}-hint`, error && `${name}-error`]), 'aria-invalid': error ? 'true' : undefined },
  h('legend', { class: context.labelled ? undefined : 'visually-hidden' }, context.labelled ? labelText(block) : 'Choices'),
  rows, hint, error);
}

function oneChoice(element, block, context) {
  const current = valueOf(context.scope, block.block_id, element, context.state);
  return choices(element, block, context, 'radio', element.options, (value) => value === current,
    (value) => changed(value, element, block, context));
}

function severalChoices(element, block, context, options = optionsOf(element)) {
  const current = () => valueOf(context.scope, block.block_id, element, context.state) ?? [];
  return choices(element, block, context, 'checkbox', options, (value) => current().includes(value), (value, chosen) => {
    const others = current().filter((one) => one !== value);
    changed(chosen ? [...others, value] : others, element, block, context);
  });
}

function menu(element, block, context, groups) {
  const current = valueOf(context.scope, block.block_id, element, context.state);
  const optionNode = (option) => h('option', { value: option.value, selected: option.value === current }, unescaped(option.text.text));
  return labelled(element, block, context, (attributes) => h('select', {
    ...attributes, 'data-focus': focusKey(element, block), 'data-testid': `element-${element.action_id}`,
    onchange: (event) => changed(event.target.value || null, element, block, context) },
  h('option', { value: '', selected: current === null }, plain(element.placeholder) ?? 'Choose …'),
  groups.map((group) => (group.label
    ? h('optgroup', { label: plain(group.label) }, group.options.map(optionNode)) : group.options.map(optionNode)))));
}

const asOptions = (things, label) => things.map((one) => ({ value: one.id, text: { text: label(one) } }));
const people = (context) => asOptions(context.workspace.people, (person) => person.real_name);
const channels = (context) => asOptions(context.workspace.channels, (channel) => `#${channel.name}`);

function typedInput(type) {
  return (element, block, context) => labelled(element, block, context, (attributes) => {
    const current = valueOf(context.scope, block.block_id, element, context.state);
    const shared = {
      ...attributes, value: current ?? '', placeholder: plain(element.placeholder), maxlength: element.max_length,
      'data-focus': focusKey(element, block), 'data-testid': `element-${element.action_id}`,
      'data-autofocus': element.focus_on_load ? 'true' : undefined };
    const keep = (event) => hold(context.scope, block.block_id, element, event.target.value || null);
    if (element.multiline) return h('textarea', { ...shared, rows: 4, oninput: keep });
    const immediate = ['date', 'time'].includes(type);
    return h('input', {
      ...shared, type, oninput: keep,
      inputmode: element.type === 'number_input' ? 'decimal' : undefined,
      onchange: immediate ? (event) => changed(event.target.value || null, element, block, context) : undefined });
  });
}

function pointInTime(element, block, context) {
  return labelled(element, block, context, (attributes) => h('input', {
    ...attributes, type: 'datetime-local', 'data-focus': focusKey(element, block), 'data-testid': `element-${element.action_id}`,
    onchange: (event) => {
      const seconds = Math.floor(new Date(event.target.value).getTime() / 1000);
      changed(Number.isNaN(seconds) ? null : seconds, element, block, context);
    } }));
}

function button(element, block, context) {
  const press = async (event) => {
    const pressed = event.currentTarget;
    await confirmThen(element.confirm, async () => {
      if (element.url) window.open(element.url, '_blank', 'noopener');
      pressed.setAttribute('aria-busy', 'true');
      await context.press(block, element, null);
      pressed.removeAttribute('aria-busy');
    });
  };
  return h('button', {
    type: 'button', class: `button ${element.style ? `button-${element.style}` : ''}`, onclick: press,
    'aria-label': element.accessibility_label, 'data-focus': focusKey(element, block), 'data-testid': `element-${element.action_id}` },
  plain(element.text));
}

function overflow(element, block, context) {
  const list = h('div', { class: 'menu', role: 'menu', popover: 'auto', id: freshId('menu') }, element.options.map((option) => (
    h('button', { type: 'button', role: 'menuitem', class: 'menu-item', onclick: () => {
      list.hidePopover();
      confirmThen(element.confirm, () => context.press(block, element, option.value));
    } }, unescaped(option.text.text)))));
  return h('span', { class: 'overflow' },
    h('button', {
      type: 'button', class: 'button icon-button', popovertarget: list.id, 'aria-label': 'More actions', 'aria-haspopup': 'menu',
      'data-focus': focusKey(element, block), 'data-testid': `element-${element.action_id}` }, icons.more()), list);
}

const ELEMENTS = {
  button,
  overflow,
  radio_buttons: oneChoice,
  checkboxes: severalChoices,
  static_select: (element, block, context) => menu(element, block, context, element.option_groups ?? [{ options: element.options }]),
  multi_static_select: severalChoices,
  users_select: (element, block, context) => menu(element, block, context, [{ options: people(context) }]),
  multi_users_select: (element, block, context) => severalChoices(element, block, context, people(context)),
  channels_select: (element, block, context) => menu(element, block, context, [{ options: channels(context) }]),
  conversations_select: (element, block, context) => menu(element, block, context, [{ options: channels(context) }]),
  multi_channels_select: (element, block, context) => severalChoices(element, block, context, channels(context)),
  multi_conversations_select: (element, block, context) => severalChoices(element, block, context, channels(context)),
  datepicker: typedInput('date'),
  timepicker: typedInput('time'),
  datetimepicker: pointInTime,
  plain_text_input: typedInput('text'),
  email_text_input: typedInput('email'),
  url_text_input: typedInput('url'),
  number_input: typedInput('text'),
};

export function elementNode(element, block, context) {
  const make = ELEMENTS[element.type];
  if (!make) return h('span', { class: 'context' }, `An element of type ${element.type} stands here; this page does not draw it.`);
  return h('div', { class: `element element-${element.type}` }, make(element, block, context));
}
