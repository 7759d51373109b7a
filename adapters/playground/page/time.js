// Times as the reader's clock shows them.

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });
const shortDate = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const longDate = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });

export const dateOf = (ts) => new Date(Number.parseFloat(ts) * 1000);
export const clockOf = (ts) => clock.format(dateOf(ts));
export const fullTimeOf = (ts) => full.format(dateOf(ts));

export function dayOf(ts) {
  const date = dateOf(ts);
  const today = new Date();
  if (date.toDateString() === today.toDateString()) return 'Today';
  today.setDate(today.getDate() - 1);
  return date.toDateString() === today.toDateString() ? 'Yesterday' : day.format(date);
}

/// "{date_short} at {time}" of Slack's <!date^…> with the parts filled in.
export function formatDate(seconds, pattern) {
  const date = new Date(seconds * 1000);
  const parts = {
    date: () => longDate.format(date), date_num: () => date.toISOString().slice(0, 10),
    date_short: () => shortDate.format(date), date_long: () => day.format(date),
    date_pretty: () => longDate.format(date), date_short_pretty: () => shortDate.format(date),
    date_long_pretty: () => day.format(date), time: () => clock.format(date), time_secs: () => clock.format(date),
  };
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => parts[name]?.() ?? whole);
}
