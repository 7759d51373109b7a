// Reads Block Kit as a person does: what is there to tap, to tick and to fill in.

/// The interactive elements of a message or a modal, each with the block it stands in.
export function elementsOf(blocks) {
  const found = [];
  for (const block of blocks ?? []) {
    for (const element of [...(block.elements ?? []), block.accessory, block.element]) {
      if (element?.action_id) found.push({ block, element });
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

/// The id of the question a card or a modal asks: its tokens name it. Undefined for other messages.
export function questionOf(blocks) {
  return JSON.stringify(blocks ?? []).match(/[0-9a-f]{32}\.question\.([a-z0-9_]+)/)?.[1];
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

/// What Slack reports of an element once `answer` is given: labels of options, or the typed text.
export function filledIn(element, answer) {
  const options = (element.options ?? []).filter((option) => [answer].flat().some((label) => option.text.text.endsWith(label)));
  switch (element.type) {
    case 'radio_buttons': return { type: element.type, selected_option: options[0] ?? null };
    case 'checkboxes': return { type: element.type, selected_options: options };
    case 'plain_text_input': return { type: element.type, value: answer };
    default: throw new Error(`nobody here knows how to fill in a ${element.type}`);
  }
}

/// state.values with one element filled in and the others as they were shown.
export function stateWith(blocks, target, answer) {
  const values = {};
  for (const { block, element } of ofType(blocks, 'radio_buttons', 'checkboxes', 'plain_text_input')) {
    const shown = {
      type: element.type,
      ...(element.type === 'radio_buttons' ? { selected_option: element.initial_option ?? null } : {}),
      ...(element.type === 'checkboxes' ? { selected_options: element.initial_options ?? [] } : {}),
      ...(element.type === 'plain_text_input' ? { value: element.initial_value ?? null } : {}),
    };
    values[block.block_id] = { ...values[block.block_id], [element.action_id]: element === target ? filledIn(element, answer) : shown };
  }
  return values;
}

/// The entry of actions[] for a tap on this element.
export function actionOf({ block, element }, answer) {
  const action = { type: element.type, action_id: element.action_id, block_id: block.block_id };
  return element.type === 'button'
    ? { ...action, text: element.text, ...(element.value === undefined ? {} : { value: element.value }) }
    : { ...action, ...filledIn(element, answer) };
}
