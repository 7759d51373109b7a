// Stands between the service and its Slack, forwards everything and remembers it: the only way to see what a
// person would see but no API gives back, an opened modal or an ephemeral message.
import { once } from 'node:events';
import { createServer } from 'node:http';

function parsed(contentType, text) {
  if (contentType?.startsWith('application/json')) return JSON.parse(text || '{}');
  const fields = Object.fromEntries(new URLSearchParams(text));
  for (const name of ['view', 'blocks', 'metadata']) {
    if (typeof fields[name] === 'string') fields[name] = JSON.parse(fields[name]);
  }
  return fields;
}

function answerIn(text, status) {
  try {
    return JSON.parse(text || '{}');
  } catch {
    return { ok: status === 200, text };  // to the bytes of a file
  }
}

export class RecordingProxy {
  /// With `tokens`, calls go on with these in turn, whatever token they come with.
  constructor(target, tokens = []) {
    this.target = target;
    this.tokens = [...tokens];
    this.calls = [];
    this.organisation = [];
    /// Calls that go no further, and that nobody answers.
    this.holds = () => false;
    this.server = createServer((request, response) => this.forward(request, response));
  }

  async start() {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.url = `http://127.0.0.1:${this.server.address().port}`;
    return this;
  }

  async forward(request, response) {
    try {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const bytes = Buffer.concat(chunks);
      await this.answer({
        method: request.url.split('?')[0].replace('/api/', ''),
        body: request.url.startsWith('/api/') ? parsed(request.headers['content-type'], bytes.toString()) : bytes.toString(),
        token: request.headers.authorization?.replace(/^Bearer /, ''),
        request, bytes }, response);
    } catch (error) {
      if (!response.headersSent) response.writeHead(502).end(String(error));
    }
  }

  async answer(call, response) {
    if (this.holds(call)) return;
    const { status, contentType, text } = await this.passOn(call);
    response.writeHead(status, { 'content-type': contentType });
    response.end(text);
  }

  /// What the Slack behind makes of the call.
  async passOn({ method, body, request, bytes }) {
    const headers = { ...request.headers };
    for (const name of ['host', 'connection', 'content-length', 'transfer-encoding', 'expect']) delete headers[name];
    if (this.tokens.length > 1) {
      this.tokens.push(this.tokens.shift());
      headers.authorization = `Bearer ${this.tokens[0]}`;
    }
    const upstream = await fetch(this.target + request.url, {
      method: request.method, headers, body: bytes.length ? bytes : undefined });
    const text = await upstream.text();
    let answer = answerIn(text, upstream.status);
    if (method === 'users.info' && this.utcOffset !== undefined) answer = { ...answer, user: { ...answer.user, tz_offset: this.utcOffset } };
    this.calls.push({ method, body, answer });
    return {
      status: upstream.status, contentType: upstream.headers.get('content-type') ?? 'application/json',
      text: this.asToldHere(answer) ?? text };
  }

  /// What the service has to be told otherwise; undefined: nothing.
  asToldHere(answer) {
    if (answer.upload_url) return this.throughHere(answer);
    if (answer.user?.team_id && this.organisation.length > 0) return this.ofTheOrganisation(answer);
    // The emulated Slack does not know in which time zone people live.
    return this.utcOffset === undefined || !answer.user ? undefined : JSON.stringify(answer);
  }

  /// Everybody is a member of all workspaces in `organisation`, as in an Enterprise organisation (Slack: user object).
  ofTheOrganisation(answer) {
    const user = { ...answer.user, enterprise_user: { id: answer.user.id, enterprise_id: 'E000000001', teams: this.organisation } };
    return JSON.stringify({ ...answer, user });
  }

  /// Files, too, go to the Slack behind by way of this proxy.
  throughHere(answer) {
    const { pathname, search } = new URL(answer.upload_url);
    return JSON.stringify({ ...answer, upload_url: this.url + pathname + search });
  }

  /// The calls after the first `seen` that `wanted` accepts.
  after(seen, wanted) {
    return this.calls.slice(seen).filter(wanted);
  }

  async stop() {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
