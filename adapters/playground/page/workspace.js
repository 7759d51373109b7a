// What this browser knows of the workspace, kept up to date by long polls.

const RETRY_MS = 1500;

export class Workspace extends EventTarget {
  constructor(personId) {
    super();
    this.personId = personId;
    this.revision = 0;
    this.people = [];
    this.channels = [];
    this.messages = new Map();
    this.modals = [];
    this.hints = [];
    this.app = { name: 'App', bot_user: '', command: '/' };
    this.team = { name: 'Playground' };
    this.connected = true;
  }

  get me() {
    return this.people.find((person) => person.id === this.personId);
  }

  channel(id) {
    return this.channels.find((channel) => channel.id === id);
  }

  /// Name, colour and initials of whoever wrote something.
  author(userId) {
    const person = this.people.find((one) => one.id === userId);
    if (person) return person;
    if (userId === this.app.bot_user) return { id: userId, name: this.app.name, real_name: this.app.name, is_app: true };
    return { id: userId, name: 'Workspace', real_name: 'Workspace', initials: 'W', colour: '#64748b', is_workspace: true };
  }

  /// What a channel shows: messages outside of threads and those sent to the channel as well.
  channelMessages(channelId) {
    return this.sorted((one) => one.channel === channelId && (!one.thread_ts || one.broadcast));
  }

  /// A thread: its first message, if it is still there, and the replies.
  threadMessages(channelId, rootTs) {
    return this.sorted((one) => one.channel === channelId && (one.ts === rootTs || one.thread_ts === rootTs));
  }

  replies(channelId, rootTs) {
    return this.sorted((one) => one.channel === channelId && one.thread_ts === rootTs && !one.only_me);
  }

  sorted(wanted) {
    return [...this.messages.values()].filter(wanted).sort((one, other) => (one.ts < other.ts ? -1 : 1));
  }

  /// Tells the workspace what this person does; gives its answer, or one in the same form if there is none.
  async act(action) {
    try {
      const response = await fetch(`workspace/act?as=${encodeURIComponent(this.personId)}`, {
        method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(action) });
      if (response.ok) return await response.json();
      return { ok: false, error: (await response.text()).trim() };
    } catch {
      return { ok: false, error: 'The workspace cannot be reached. Is it still running?' };
    }
  }

  /// Never returns: asks for changes again and again, with a pause after a failure.
  async follow() {
    for (;;) {
      try {
        const address = `workspace/changes?as=${encodeURIComponent(this.personId)}&since=${this.revision}`;
        const response = await fetch(address);
        if (!response.ok) throw new Error(await response.text());
        this.take(await response.json());
      } catch {
        this.setConnected(false);
        await new Promise((resolve) => { setTimeout(resolve, RETRY_MS); });
      }
    }
  }

  setConnected(connected) {
    if (this.connected === connected) return;
    this.connected = connected;
    this.dispatchEvent(new Event('connection'));
  }

  take(news) {
    if (news.whole) {
      this.messages.clear();
      this.channels = [];
      this.modals = [];
      Object.assign(this, { people: news.people, app: news.app, hints: news.hints, team: news.team });
    }
    this.revision = news.revision;
    this.personId = news.me;
    for (const changed of news.channels) {
      const known = this.channels.findIndex((channel) => channel.id === changed.id);
      if (known < 0) this.channels.push(changed);
      else this.channels[known] = changed;
    }
    const arrived = [];
    for (const message of news.messages) {
      const key = `${message.channel}:${message.ts}`;
      if (!this.messages.has(key) && !message.deleted && !news.whole) arrived.push(message);
      if (message.deleted) this.messages.delete(key);
      else this.messages.set(key, message);
    }
    if (news.modals) this.modals = news.modals;
    this.setConnected(true);
    this.dispatchEvent(new CustomEvent('change', { detail: { arrived, whole: news.whole } }));
  }
}
