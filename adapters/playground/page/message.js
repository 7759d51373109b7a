// One message as it stands in a channel or a thread.

import { blockNodes } from './blocks.js';
import { confirmThen } from './confirmation.js';
import { avatar, h, icons } from './dom.js';
import { collect } from './inputs.js';
import { mrkdwn } from './mrkdwn.js';
import { clockOf, dateOf, fullTimeOf } from './time.js';

const DELETE_QUESTION = {
  title: { text: 'Delete this message?' }, text: { text: 'It will be gone for everyone.' },
  confirm: { text: 'Delete' }, deny: { text: 'Keep it' }, style: 'danger' };

function content(message, context) {
  const scope = `${message.channel}:${message.ts}`;
  if (!message.blocks.length) return h('div', { class: 'text' }, mrkdwn(message.text, context.workspace));
  // What a person typed: the text keeps the marks that rich_text has no words for.
  if (message.typed !== undefined) return h('div', { class: 'text' }, mrkdwn(message.text, context.workspace));
  return blockNodes(message.blocks, {
    workspace: context.workspace, scope,
    press: async (block, element, value) => {
      const answer = await context.workspace.act({
        type: 'press', channel: message.channel, ts: message.ts, block_id: block.block_id, action_id: element.action_id,
        value: value ?? undefined, inputs: collect(scope, message.blocks) });
      context.report(answer);
    } });
}

/// What the app shared: a link each, that downloads it; pictures are shown as well.
function fileList(message) {
  if (!message.files) return null;
  return h('ul', { class: 'files' }, message.files.map((file) => h('li', {},
    file.picture ? h('img', { src: file.path, alt: file.alt_text, 'data-testid': 'picture' }) : null,
    h('a', { href: file.path, download: file.title, 'data-testid': 'file', 'data-focus': file.path, title: file.alt_text || null }, file.title),
    h('span', { class: 'size' }, `${Math.ceil(file.size / 1024)} KB`))));
}

function timeNode(message) {
  return h('time', { class: 'time', datetime: dateOf(message.ts).toISOString(), title: fullTimeOf(message.ts) }, clockOf(message.ts));
}

function replySummary(message, context) {
  if (!context.openThread || message.thread_ts) return null;
  const replies = context.workspace.replies(message.channel, message.ts);
  if (!replies.length) return null;
  const authors = [...new Set(replies.map((reply) => reply.user))].slice(0, 4);
  return h('button', { type: 'button', class: 'replies', onclick: () => context.openThread(message), 'data-testid': 'reply-count', 'data-focus': 'replies' },
    h('span', { class: 'avatars' }, authors.map((user) => avatar(context.workspace.author(user)))),
    h('span', { class: 'count' }, replies.length === 1 ? '1 reply' : `${replies.length} replies`),
    h('span', { class: 'last' }, `Last at ${clockOf(replies.at(-1).ts)}`));
}

function tool(label, drawing, testId, onclick) {
  return h('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label, 'data-testid': testId, 'data-focus': testId, onclick }, drawing);
}

function tools(message, context) {
  const own = message.user === context.workspace.personId && message.typed !== undefined && !message.only_me;
  const removal = () => confirmThen(DELETE_QUESTION, async () => context.report(
    await context.workspace.act({ type: 'delete', channel: message.channel, ts: message.ts })));
  const answerable = context.openThread && !message.only_me && message.subtype !== 'tombstone';
  return h('div', { class: 'tools' },
    answerable && tool('Reply in thread', icons.reply(), 'reply-in-thread', () => context.openThread(message)),
    own && tool('Edit message', icons.edit(), 'edit-message', () => context.edit(message)),
    own && tool('Delete message', icons.remove(), 'delete-message', removal));
}

function onlyVisibleToYou(message, context) {
  const dismiss = async () => context.report(await context.workspace.act({ type: 'dismiss', channel: message.channel, ts: message.ts }));
  return h('p', { class: 'only-me', 'data-testid': 'ephemeral' }, icons.eye(), 'Only visible to you',
    h('button', { type: 'button', class: 'link', onclick: dismiss, 'data-testid': 'dismiss-message', 'data-focus': 'dismiss' }, 'Dismiss'));
}

/// The note over a reply that was sent to the channel too.
function threadNote(message, context) {
  if (!message.broadcast) return null;
  const text = context.openThread ? 'replied to a thread' : `also sent to #${context.workspace.channel(message.channel)?.name}`;
  if (!context.openThread) return h('p', { class: 'thread-note' }, text);
  return h('button', { type: 'button', class: 'thread-note link', onclick: () => context.openThread(message), 'data-focus': 'thread' }, text);
}

function editor(message, context) {
  const field = h('textarea', { rows: 3, 'aria-label': 'Edit message', value: message.typed, 'data-testid': 'edit-input', 'data-focus': 'edit' });
  const save = async () => {
    const answer = await context.workspace.act({ type: 'edit', channel: message.channel, ts: message.ts, text: field.value });
    context.report(answer);
    if (answer.ok) context.edit(null);
  };
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') context.edit(null);
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    save();
  });
  return h('div', { class: 'editor' }, field, h('div', { class: 'dialog-actions' },
    h('button', { type: 'button', class: 'button', onclick: () => context.edit(null), 'data-testid': 'edit-cancel' }, 'Cancel'),
    h('button', { type: 'button', class: 'button button-primary', onclick: save, 'data-testid': 'edit-save' }, 'Save')));
}

/// `context`: workspace, report(answer), openThread(message) in channels, edit(message or null), editing (a ts),
/// and `compact` for one that follows another of the same author.
export function messageNode(message, context) {
  const author = context.workspace.author(message.user);
  const editing = context.editing === message.ts;
  const head = h('div', { class: 'head' },
    h('span', { class: 'author' }, author.name), author.is_app && h('span', { class: 'badge' }, 'App'), timeNode(message));
  return h('article', {
    class: ['message', context.compact && 'compact', message.only_me && 'message-only-me', message.subtype === 'tombstone' && 'tombstone'].filter(Boolean).join(' '),
    'data-testid': 'message', 'data-ts': message.ts, 'data-user': message.user, tabindex: '-1',
    'aria-label': `${author.name}, ${clockOf(message.ts)}` },
  context.compact ? h('span', { class: 'gutter' }, timeNode(message)) : avatar(author),
  h('div', { class: 'body' },
    !context.compact && head,
    message.only_me && onlyVisibleToYou(message, context),
    threadNote(message, context),
    editing ? editor(message, context) : h('div', { class: 'content', 'data-testid': 'message-text' }, content(message, context),
      message.edited && h('span', { class: 'edited', 'data-testid': 'edited' }, '(edited)'),
      fileList(message)),
    replySummary(message, context)),
  !editing && tools(message, context));
}
