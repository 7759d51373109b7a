// Where in the workspace this browser is, in the address: "#/C1" or "#/C1/thread/1767326126.896109".
// Links the app gets from chat.getPermalink ("#/archives/C1/p1767326126896109?thread_ts=…") lead here too.

export function readPlace(hash, channels) {
  const [path, query] = hash.replace(/^#\/?/, '').split('?');
  const parts = path.split('/').filter(Boolean);
  const archived = parts[0] === 'archives';
  if (archived) parts.shift();
  const channel = channels.find((one) => one.id === parts[0]) ?? channels.find((one) => one.name === 'product') ?? channels[0];
  if (archived) return { channel, thread: new URLSearchParams(query).get('thread_ts'), message: fromLink(parts[1]) };
  return { channel, thread: parts[1] === 'thread' ? parts[2] ?? null : null, message: null };
}

function fromLink(part) {
  const digits = part?.replace(/^p/, '');
  return digits?.length > 6 ? `${digits.slice(0, -6)}.${digits.slice(-6)}` : null;
}

export function placeOf(channelId, threadTs) {
  return threadTs ? `#/${channelId}/thread/${threadTs}` : `#/${channelId}`;
}
