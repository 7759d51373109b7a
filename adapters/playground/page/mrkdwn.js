// Slack's mrkdwn and rich_text as nodes. Nothing here ever parses markup.

import { h } from './dom.js';
import { formatDate } from './time.js';

export const unescaped = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

function safeLink(url, label) {
  if (!/^(https?:|mailto:)/i.test(url)) return label;
  return h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, label);
}

function mention(label, mine) {
  return h('span', { class: mine ? 'mention mention-me' : 'mention' }, label);
}

function userMention(id, workspace) {
  return mention(`@${workspace.author(id).name}`, id === workspace.personId);
}

/// "<…>": a mention, a date or a link; `inside` without the brackets, still escaped.
function special(inside, workspace) {
  const [target, label] = inside.split(/\|(.*)/s);
  if (target.startsWith('@')) return userMention(target.slice(1), workspace);
  if (target.startsWith('#')) return mention(`#${workspace.channel(target.slice(1))?.name ?? label ?? 'channel'}`, false);
  if (target.startsWith('!date^')) {
    const [, seconds, pattern] = target.split('^');
    return h('time', { title: label }, formatDate(Number(seconds), pattern ?? '{date} {time}'));
  }
  if (target.startsWith('!')) return mention(`@${label ?? target.slice(1)}`, true);
  return safeLink(unescaped(target), unescaped(label ?? target));
}

const INLINE = [
  { pattern: /`([^`\n]+)`/, make: (content) => h('code', {}, unescaped(content)) },
  { pattern: /<([^<>\n]+)>/, make: (content, workspace) => special(content, workspace) },
  { pattern: /(?<![\p{L}\p{N}])\*(\S(?:[^*\n]*\S)?)\*(?![\p{L}\p{N}])/u, make: (content, workspace) => h('strong', {}, inline(content, workspace)) },
  { pattern: /(?<![\p{L}\p{N}])_(\S(?:[^_\n]*\S)?)_(?![\p{L}\p{N}])/u, make: (content, workspace) => h('em', {}, inline(content, workspace)) },
  { pattern: /(?<![\p{L}\p{N}])~(\S(?:[^~\n]*\S)?)~(?![\p{L}\p{N}])/u, make: (content, workspace) => h('s', {}, inline(content, workspace)) },
];

/// One line's nodes: the earliest of the patterns, what stands before it, and the rest.
function inline(text, workspace) {
  const nodes = [];
  let rest = text;
  while (rest) {
    let first = null;
    for (const { pattern, make } of INLINE) {
      const found = pattern.exec(rest);
      if (found && (!first || found.index < first.found.index)) first = { found, make };
    }
    if (!first) break;
    if (first.found.index > 0) nodes.push(unescaped(rest.slice(0, first.found.index)));
    nodes.push(first.make(first.found[1], workspace));
    rest = rest.slice(first.found.index + first.found[0].length);
  }
  if (rest) nodes.push(unescaped(rest));
  return nodes;
}

const LIST_ITEM = /^\s*(•|-|◦|\d{1,3}[.)])\s+(.*)$/;

function line(text, workspace) {
  const item = LIST_ITEM.exec(text);
  if (!item) return h('div', { class: 'line' }, text ? inline(text, workspace) : h('br'));
  return h('div', { class: 'line list-item' },
    h('span', { class: 'bullet' }, item[1] === '-' ? '•' : item[1]), h('span', {}, inline(item[2], workspace)));
}

function lines(text, workspace) {
  const nodes = [];
  let quote = null;
  for (const one of text.replace(/^\n|\n$/g, '').split('\n')) {
    const quoted = /^(?:&gt;|>)\s?(.*)$/.exec(one);
    if (!quoted) {
      quote = null;
      nodes.push(line(one, workspace));
      continue;
    }
    if (!quote) nodes.push(quote = h('blockquote'));
    quote.append(line(quoted[1], workspace));
  }
  return nodes;
}

export function mrkdwn(text, workspace) {
  return text.split('```').flatMap((part, index) => {
    if (index % 2 === 0) return part ? lines(part, workspace) : [];
    return h('pre', {}, h('code', {}, unescaped(part.replace(/^\n|\n$/g, ''))));
  });
}

/// A text object of Block Kit.
export function textObject(object, workspace) {
  if (object.type === 'mrkdwn') return mrkdwn(object.text, workspace);
  return unescaped(object.text);
}

function styled(node, style = {}) {
  const wrap = (wanted, tag, inner) => (wanted ? h(tag, {}, inner) : inner);
  return wrap(style.bold, 'strong', wrap(style.italic, 'em', wrap(style.strike, 's', wrap(style.code, 'code', node))));
}

function richElement(element, workspace) {
  switch (element.type) {
    case 'text': return styled(element.text, element.style);
    case 'link': return styled(safeLink(element.url, element.text || element.url), element.style);
    case 'user': return userMention(element.user_id, workspace);
    case 'channel': return mention(`#${workspace.channel(element.channel_id)?.name ?? 'channel'}`, false);
    case 'broadcast': return mention(`@${element.range}`, true);
    case 'emoji': return element.unicode
      ? String.fromCodePoint(...element.unicode.split('-').map((code) => Number.parseInt(code, 16))) : `:${element.name}:`;
    case 'date': return formatDate(element.timestamp, element.format);
    case 'color': return element.value;
    default: return '';
  }
}

function richPart(part, workspace) {
  const content = (part.elements ?? []).map((element) => (
    element.type === 'rich_text_section' ? h('li', {}, richPart(element, workspace)) : richElement(element, workspace)));
  switch (part.type) {
    case 'rich_text_list': {
      const list = h(part.style === 'ordered' ? 'ol' : 'ul', {}, content);
      list.style.marginInlineStart = `${(part.indent ?? 0) * 1.5}em`;
      return list;
    }
    case 'rich_text_quote': return h('blockquote', { class: 'prewrap' }, content);
    case 'rich_text_preformatted': return h('pre', {}, h('code', {}, content));
    default: return h('div', { class: 'prewrap' }, content);
  }
}

export function richText(block, workspace) {
  return block.elements.map((part) => richPart(part, workspace));
}
