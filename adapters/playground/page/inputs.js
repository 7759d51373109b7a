// What people chose and typed but have not sent: by message or modal, block and element.

import { optionsOf } from './options.js';

const held = new Map();

// The type is part of it: after an update the same ids may belong to another kind of element.
const key = (scope, blockId, element) => `${scope}|${blockId}|${element.action_id}|${element.type}`;

export function hold(scope, blockId, element, value) {
  held.set(key(scope, blockId, element), value);
}

export function forget(scope) {
  for (const one of [...held.keys()]) if (one.startsWith(`${scope}|`)) held.delete(one);
}

const EMPTY_LISTS = /^(checkboxes|multi_)/;

/// What an element starts with, in the form hold() takes.
function initialValue(element) {
  const initial = element.initial_value ?? element.initial_date ?? element.initial_time ?? element.initial_date_time
    ?? element.initial_user ?? element.initial_channel ?? element.initial_conversation
    ?? element.initial_users ?? element.initial_channels ?? element.initial_conversations;
  if (initial !== undefined) return initial;
  if (element.initial_option) return element.initial_option.value;
  if (element.initial_options) return element.initial_options.map((option) => option.value);
  return EMPTY_LISTS.test(element.type) ? [] : null;
}

/// The same for what the workspace has in state.values.
function stateValue(state) {
  if (!state) return undefined;
  const [value] = Object.entries(state).filter(([name]) => name !== 'type').map(([, content]) => content);
  if (Array.isArray(value)) return value.map((one) => one.value ?? one);
  return value?.value ?? value;
}

/// Whether the element still offers what was chosen before it changed.
function fits(element, value) {
  const options = optionsOf(element);
  if (!options.length || value === null) return true;
  const offered = new Set(options.map((option) => option.value));
  return [value].flat().every((one) => offered.has(one));
}

export function valueOf(scope, blockId, element, state) {
  const typed = held.get(key(scope, blockId, element));
  if (typed !== undefined && fits(element, typed)) return typed;
  const kept = stateValue(state?.[blockId]?.[element.action_id]);
  return kept ?? initialValue(element);
}

const HOLDS_NOTHING = new Set(['button', 'overflow', 'workflow_button', 'image', 'file_input', 'rich_text_input']);

/// Everything in these blocks, for the workspace.
export function collect(scope, blocks, state) {
  const inputs = {};
  for (const block of blocks) {
    const elements = [block.accessory, block.element, ...(block.type === 'actions' ? block.elements : [])];
    for (const element of elements) {
      if (!element?.action_id || HOLDS_NOTHING.has(element.type)) continue;
      inputs[block.block_id] ??= {};
      inputs[block.block_id][element.action_id] = valueOf(scope, block.block_id, element, state);
    }
  }
  return inputs;
}
