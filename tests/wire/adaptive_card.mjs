// Reads an Adaptive Card as the tests read a message of Slack: in Block Kit's shape, so that what a person finds there
// (block_kit.mjs) is asked for in the same words whatever the platform.

/// A run of text with the marks of its style. The name of somebody known stands for the person.
function marked(run, idOf) {
  const { text } = run;
  if (run.weight === 'Bolder') {
    const person = idOf(text);
    if (person) return `<@${person}>`;
    return text.trim() === '' ? text : text.replace(/^(\s*)(.*?)(\s*)$/s, '$1*$2*$3');
  }
  if (run.italic) return `_${text}_`;
  return run.fontType === 'Monospace' ? `\`${text}\`` : text;
}

function choices({ id, label, choices: all, value = '', isMultiSelect }) {
  const options = all.map(({ title, value: of }) => ({ text: { type: 'plain_text', text: title }, value: of }));
  const initial = options.filter((option) => String(value).split(',').includes(option.value));
  return { type: 'input', block_id: id, label: { text: label }, element: {
    type: isMultiSelect ? 'checkboxes' : 'radio_buttons', action_id: id, options,
    ...(initial.length && isMultiSelect ? { initial_options: initial } : {}),
    ...(initial.length && !isMultiSelect ? { initial_option: initial[0] } : {}) } };
}

function textBlock(text, isNote) {
  const said = { type: 'mrkdwn', text };
  return isNote ? { type: 'context', elements: [said] } : { type: 'section', text: said };
}

function blockOf(element, idOf) {
  switch (element.type) {
    case 'TextBlock':
      if (element.style === 'heading') return { type: 'header', text: { type: 'plain_text', text: element.text } };
      return textBlock(element.text.replaceAll('**', '*'), element.isSubtle);
    case 'RichTextBlock':
      return textBlock(element.inlines.map((run) => marked(run, idOf)).join(''), element.inlines[0].isSubtle);
    case 'Input.ChoiceSet':
      return choices(element);
    case 'Input.Text':
      return { type: 'input', block_id: element.id, label: { text: element.label }, element: {
        type: 'plain_text_input', action_id: element.id, max_length: element.maxLength, initial_value: element.value } };
    case 'ActionSet':
      return { type: 'actions', elements: element.actions.map((action) => ({
        type: 'button', action_id: action.title, text: { type: 'plain_text', text: action.title }, action })) };
    default:
      throw new Error(`nobody here knows how to read a ${element.type}`);
  }
}

/// The blocks of a card; `idOf` gives the id of a person by name, or nothing.
export function blocksOf(card, idOf) {
  return card.body.map((element) => blockOf(element, idOf));
}

/// The card that a message or an answer holds; undefined when it has none.
export function cardIn({ attachments = [] }) {
  return attachments.find(({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive')?.content;
}

/// Whether a card is a form: what a window is in Slack.
export function isForm(card) {
  return JSON.stringify(card).includes('"does":"save_form"') || JSON.stringify(card).includes('"does":"close_form"');
}

/// What was entered into the one input, and in all others what they showed.
export function inputsOf(blocks, element, answer) {
  const values = {};
  for (const { block_id: id, element: each } of blocks) {
    if (!each) continue;
    const shown = each.initial_value ?? (each.initial_options ?? (each.initial_option ? [each.initial_option] : [])).map(({ value }) => value).join(',');
    if (shown) values[id] = shown;
    if (each !== element) continue;
    values[id] = each.type === 'plain_text_input' ? answer : [answer].flat()
      .map((label) => each.options.find((option) => option.text.text.endsWith(label)).value).join(',');
  }
  return values;
}
