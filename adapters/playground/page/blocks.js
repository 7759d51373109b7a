// Block Kit blocks as nodes.

import { h } from './dom.js';
import { elementNode } from './elements.js';
import { mrkdwn, richText, textObject } from './mrkdwn.js';

/// Images of this machine only: the page loads nothing from elsewhere.
function image(object, className) {
  const local = object.image_url?.startsWith(`${window.location.origin}/`);
  if (local) return h('img', { class: className, src: object.image_url, alt: object.alt_text });
  return h('span', { class: `${className} image-elsewhere`, role: 'img', 'aria-label': object.alt_text },
    h('span', { class: 'image-note', 'aria-hidden': 'true' }, 'Image'), object.alt_text);
}

function section(block, context) {
  return h('div', { class: 'block section' },
    h('div', { class: 'section-body' },
      block.text && h('div', { class: 'text' }, textObject(block.text, context.workspace)),
      block.fields && h('div', { class: 'fields' },
        block.fields.map((field) => h('div', { class: 'text' }, textObject(field, context.workspace))))),
    block.accessory && h('div', { class: 'accessory' },
      block.accessory.type === 'image' ? image(block.accessory, 'thumbnail') : elementNode(block.accessory, block, context)));
}

function contextBlock(block, { workspace }) {
  return h('div', { class: 'block context' }, block.elements.map((element) => (
    element.type === 'image' ? image(element, 'context-image') : h('span', { class: 'text' }, textObject(element, workspace)))));
}

function imageBlock(block, { workspace }) {
  return h('figure', { class: 'block image' },
    block.title && h('figcaption', {}, textObject(block.title, workspace)), image(block, 'picture'));
}

/// An input with its label, hint and, in modals, the error the app or the workspace found.
function input(block, context) {
  const error = context.errors?.[block.block_id];
  return h('div', { class: error ? 'block input invalid' : 'block input', 'data-testid': `field-${block.block_id}` },
    elementNode(block.element, block, { ...context, labelled: true, error }));
}

function table(block, context) {
  const cell = (content) => (content.type === 'rich_text' ? richText(content, context.workspace) : content.text);
  const [head, ...rows] = block.rows;
  return h('div', { class: 'block table' }, h('table', {},
    block.caption && h('caption', {}, block.caption),
    h('thead', {}, h('tr', {}, head.map((one) => h('th', { scope: 'col' }, cell(one))))),
    h('tbody', {}, rows.map((row) => h('tr', {}, row.map((one) => h('td', {}, cell(one))))))));
}

const BLOCKS = {
  section,
  context: contextBlock,
  image: imageBlock,
  input,
  table,
  data_table: table,
  header: (block) => h('h3', { class: 'block header' }, block.text.text),
  divider: () => h('hr', { class: 'block' }),
  actions: (block, context) => h('div', { class: 'block actions' },
    block.elements.map((element) => elementNode(element, block, context))),
  rich_text: (block, { workspace }) => h('div', { class: 'block text' }, richText(block, workspace)),
  markdown: (block, { workspace }) => h('div', { class: 'block text' }, mrkdwn(block.text, workspace)),
  alert: (block, { workspace }) => h('div', { class: `block alert alert-${block.level ?? 'default'}` }, textObject(block.text, workspace)),
};

function unknown(block) {
  return h('div', { class: 'block context' }, `A block of type ${block.type} stands here; this page does not draw it.`);
}

/// `context`: workspace; scope of the inputs; press(block, element, value); in modals errors and state.
export function blockNodes(blocks, context) {
  return blocks.map((block) => {
    const node = (BLOCKS[block.type] ?? unknown)(block, context);
    node.dataset.block = block.block_id ?? '';
    return node;
  });
}
