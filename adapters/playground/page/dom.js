// Building elements. Data goes in as text nodes and attributes, never as markup.

const SVG = 'http://www.w3.org/2000/svg';

/// h('button', { class: 'send', onclick: … }, 'Send'): an element. null, undefined and false are left out,
/// of attributes and of children.
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value' || name === 'checked' || name === 'selected') element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

let lastId = 0;

/// An id for aria-labelledby and the like.
export function freshId(prefix) {
  lastId += 1;
  return `${prefix}-${lastId}`;
}

/// A line drawing of 24 by 24 units from path data.
export function icon(...paths) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('icon');
  for (const data of paths) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', data);
    svg.append(path);
  }
  return svg;
}

export const icons = {
  reply: () => icon('M4 5h16v11H9l-5 4z'),
  edit: () => icon('M4 20l1-5L16 4l4 4L9 19z'),
  remove: () => icon('M5 7h14', 'M9 7V4h6v3', 'M7 7l1 13h8l1-13'),
  close: () => icon('M6 6l12 12', 'M18 6L6 18'),
  send: () => icon('M4 12l16-8-5 16-3-7z', 'M20 4l-8 9'),
  beside: () => icon('M4 5h16v14H4z', 'M12 5v14'),
  more: () => icon('M5 12h.01', 'M12 12h.01', 'M19 12h.01'),
  menu: () => icon('M4 7h16', 'M4 12h16', 'M4 17h16'),
  eye: () => icon('M3 12s3-6 9-6 9 6 9 6-3 6-9 6-9-6-9-6z', 'M12 12h.01'),
};

/// Replaces `before` by `after` and keeps the keyboard where it was: the element with the same data-focus.
export function replaceKeepingFocus(before, after) {
  const active = before.contains(document.activeElement) ? document.activeElement : null;
  const key = active?.dataset.focus;
  before.replaceWith(after);
  if (!key) return;
  const again = [...after.querySelectorAll('[data-focus]')].find((element) => element.dataset.focus === key);
  again?.focus({ preventScroll: true });
}

/// Puts a copy of a user's avatar next to what they say.
export function avatar(author) {
  if (author.is_app) {
    const mark = icon('M12 20v-7', 'M12 13L6 5', 'M12 13l6-8');
    return h('span', { class: 'avatar avatar-app', 'aria-hidden': 'true' }, mark);
  }
  const circle = h('span', { class: 'avatar', 'aria-hidden': 'true' }, author.initials);
  circle.style.backgroundColor = author.colour;
  return circle;
}
