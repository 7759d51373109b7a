// What Teams sends to the service: signed activities.
import { randomUUID } from 'node:crypto';
import { TENANT } from './emulated_teams.mjs';

/// "2026-11-23T09:05:00.000+01:00": the time on the wall of whoever is `offset` seconds ahead of UTC.
function localTime(milliseconds, offset) {
  const wall = new Date(milliseconds + offset * 1000).toISOString().slice(0, -1);
  const minutes = Math.abs(offset) / 60;
  const two = (number) => String(Math.floor(number)).padStart(2, '0');
  return `${wall}${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

export class TeamsSender {
  constructor({ serviceUrl, teams }) {
    Object.assign(this, { serviceUrl, teams });
  }

  async post(activity, token = this.teams.token()) {
    const response = await fetch(`${this.serviceUrl}/teams/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` },
      body: JSON.stringify(activity),
    });
    return { status: response.status, contentType: response.headers.get('content-type'), body: await response.text() };
  }

  /// `place` is a channel or a chat: {id, kind}; `thread` the message that a thread hangs from.
  activity({ type, place, user, id, thread }, rest = {}) {
    const now = this.teams.now();
    const offset = this.teams.utcOffset;
    return {
      type, id, channelId: 'msteams', serviceUrl: this.teams.serviceUrl, timestamp: new Date(now).toISOString(),
      ...(offset === undefined ? {} : { localTimestamp: localTime(now, offset) }),
      from: { id: user, name: this.teams.names[user], aadObjectId: `object-${user}` },
      recipient: this.teams.bot,
      conversation: {
        id: place.kind === 'channel' && thread ? `${place.id};messageid=${thread}` : place.id,
        conversationType: place.kind, isGroup: place.kind !== 'personal', tenantId: TENANT },
      channelData: { tenant: { id: TENANT }, ...(place.kind === 'channel' ? { channel: { id: place.id }, team: { id: '19:team@thread.tacv2' } } : {}) },
      ...rest,
    };
  }

  /// A command written for the bot alone, after a slash.
  slash({ place, user, text, id = this.teams.newId() }) {
    const whole = this.activity({ type: 'message', place, user, id }, { text });
    return this.post({ ...whole, recipient: { ...whole.recipient, isTargeted: true } });
  }

  mention({ place, user, text, thread, id = this.teams.newId() }) {
    const { bot } = this.teams;
    const at = `<at>${bot.name}</at>`;
    return this.post(this.activity({ type: 'message', place, user, id, thread: thread ?? id }, {
      text: place.kind === 'personal' ? text : `${at} ${text}`,
      entities: place.kind === 'personal' ? [] : [{ type: 'mention', text: at, mentioned: bot }] }));
  }

  message({ place, user, text, thread, id = this.teams.newId() }) {
    return this.post(this.activity({ type: 'message', place, user, id, thread }, { text }));
  }

  edit({ place, user, text, thread, id }) {
    const whole = this.activity({ type: 'messageUpdate', place, user, id, thread }, { text });
    return this.post({ ...whole, channelData: { ...whole.channelData, eventType: 'editMessage' } });
  }

  /// An action on the card of `message`, with what was entered: as a new card's Action.Execute, or as the
  /// Action.Submit of an older client.
  async act({ place, user, message, action, inputs = {}, submits = false, id = `f:${randomUUID()}` }) {
    const data = { ...action.data, ...inputs };
    const where = { place, user, id, thread: message.thread_ts ?? message.ts };
    if (submits) return this.post(this.activity({ type: 'message', ...where }, { replyToId: message.ts, value: data }));
    const answer = await this.post(this.activity({ type: 'invoke', ...where }, {
      name: 'adaptiveCard/action', replyToId: message.ts,
      value: { trigger: 'manual', action: { type: 'Action.Execute', title: action.title, verb: action.verb, data } } }));
    if (!this.teams.calls.some((call) => call.actionId === id)) {
      this.teams.calls.push({ method: 'ANSWER', actionId: id, place: place.id, user, message, answer });
    }
    return answer;
  }
}
