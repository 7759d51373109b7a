// What Slack sends to the service: signed slash commands, interactions and events.
import { createHmac } from 'node:crypto';

export class SlackSender {
  /// `now` is Slack's clock, in milliseconds.
  constructor({ serviceUrl, signingSecret, team = 'T000000001', apiAppId = 'A000000001', now = Date.now }) {
    Object.assign(this, { serviceUrl, signingSecret, team, apiAppId, now });
  }

  sign(body, timestamp) {
    return `v0=${createHmac('sha256', this.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  }

  async post(path, contentType, body, headers = {}) {
    const timestamp = Math.floor(this.now() / 1000);
    const response = await fetch(this.serviceUrl + path, {
      method: 'POST',
      headers: {
        'content-type': contentType,
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': this.sign(body, timestamp),
        ...headers,
      },
      body,
    });
    return { status: response.status, contentType: response.headers.get('content-type'), body: await response.text() };
  }

  command({ channel, user, text, trigger = '', responseUrl = '', command = '/assess' }) {
    const form = new URLSearchParams({
      token: 'unused', team_id: this.team, team_domain: 'example', channel_id: channel.id, channel_name: channel.name,
      user_id: user, user_name: user.toLowerCase(), command, text, api_app_id: this.apiAppId,
      is_enterprise_install: 'false', response_url: responseUrl, trigger_id: trigger });
    return this.post('/slack/commands', 'application/x-www-form-urlencoded', form.toString());
  }

  interaction(payload) {
    const whole = {
      team: { id: this.team, domain: 'example' }, api_app_id: this.apiAppId, token: 'unused',
      enterprise: null, is_enterprise_install: false, ...payload };
    return this.post('/slack/interactions', 'application/x-www-form-urlencoded',
      new URLSearchParams({ payload: JSON.stringify(whole) }).toString());
  }

  /// A tap on an element of a message: `action` as it stands in actions[], `state` as in state.values.
  blockAction({ channel, user, message, action, state = {}, trigger = '', responseUrl = '', ephemeral = false }) {
    return this.interaction({
      type: 'block_actions',
      user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: this.team },
      container: {
        type: 'message', message_ts: message.ts, channel_id: channel.id, is_ephemeral: ephemeral,
        ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}) },
      channel: { id: channel.id, name: channel.name },
      message: { type: 'message', ...message },
      trigger_id: trigger, response_url: responseUrl, state: { values: state },
      actions: [{ action_ts: `${this.now() / 1000}`, ...action }],
    });
  }

  viewSubmission({ user, view, state, trigger = '' }) {
    return this.interaction({
      type: 'view_submission',
      user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: this.team },
      trigger_id: trigger, response_urls: [],
      view: { team_id: this.team, app_id: this.apiAppId, bot_id: 'B000000001', previous_view_id: null,
        app_installed_team_id: this.team, ...view, root_view_id: view.id, state: { values: state } },
    });
  }

  event(inner, eventId) {
    return this.post('/slack/events', 'application/json', JSON.stringify({
      token: 'unused', team_id: this.team, api_app_id: this.apiAppId, event: inner, type: 'event_callback',
      event_id: eventId, event_time: Math.floor(this.now() / 1000), is_ext_shared_channel: false,
      authorizations: [{ enterprise_id: null, team_id: this.team, user_id: 'U000000009', is_bot: true, is_enterprise_install: false }] }));
  }

  message({ channel, user, text, ts, thread, eventId }) {
    return this.event({
      type: 'message', channel: channel.id, channel_type: 'channel', user, text, ts, event_ts: ts, team: this.team,
      ...(thread ? { thread_ts: thread } : {}) }, eventId);
  }
}
