// Reads Block Kit as a person does: what is there to tap, to tick and to fill in.

/// The interactive elements of a message or a modal, each with the block it stands in.
export function elementsOf(blocks) {
  const found = [];
  for (const block of blocks ?? []) {
    const elements = [...(block.elements ?? []), block.accessory, block.element].filter(Boolean);
    for (const element of elements) {
      if (element.action_id) found.push({ block, element });
    }
  }
  return found;
}

export function ofType(blocks, ...types) {
  return elementsOf(blocks).filter(({ element }) => types.includes(element.type));
}

export function buttonLabelled(blocks, label) {
  return ofType(blocks, 'button').find(({ element }) => label.test(element.text.text));
}

/// All words a message shows, its blocks' text included.
export function wordsOf(message) {
  const words = [message.text ?? ''];
  const collect = (value) => {
    if (Array.isArray(value)) value.forEach(collect);
    else if (value && typeof value === 'object') {
      if (typeof value.text === 'string') words.push(value.text);
      Object.values(value).forEach(collect);
    }
  };
  collect(message.blocks);
  return words.join('\n');
}

/// The entry of actions[] that Slack sends for a tap on this element.
export function actionOf({ block, element }, chosen = []) {
  const action = { type: element.type, action_id: element.action_id, block_id: block.block_id };
  if (element.type === 'button') return { ...action, text: element.text, value: element.value };
  return { ...action, ...valueOf(element, chosen) };
}

/// The value of an element as it stands in state.values: options by position, or the typed text.
export function valueOf(element, chosen) {
  const options = (element.options ?? []).filter((_, index) => chosen.includes(index));
  switch (element.type) {
    case 'radio_buttons':
    case 'static_select': return { selected_option: options[0] ?? null };
    case 'checkboxes': return { selected_options: options };
    case 'plain_text_input': return { value: chosen };
    default: throw new Error(`a person does not know how to fill in a ${element.type}`);
  }
}

/// state.values with one element filled in.
export function stateOf({ block, element }, chosen) {
  return { [block.block_id]: { [element.action_id]: { type: element.type, ...valueOf(element, chosen) } } };
}
