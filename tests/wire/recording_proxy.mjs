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

export class RecordingProxy {
  /// With `tokens`, calls go on with these in turn, whatever token they come with.
  constructor(target, tokens = []) {
    this.target = target;
    this.tokens = [...tokens];
    this.calls = [];
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
      const body = Buffer.concat(chunks);
      const headers = { ...request.headers };
      for (const name of ['host', 'connection', 'content-length', 'transfer-encoding', 'expect']) delete headers[name];
      if (this.tokens.length > 1) {
        this.tokens.push(this.tokens.shift());
        headers.authorization = `Bearer ${this.tokens[0]}`;
      }
      const upstream = await fetch(this.target + request.url, {
        method: request.method, headers, body: body.length ? body : undefined });
      const answer = await upstream.text();
      this.calls.push({
        method: request.url.split('?')[0].replace('/api/', ''),
        body: parsed(request.headers['content-type'], body.toString()),
        answer: JSON.parse(answer || '{}') });
      response.writeHead(upstream.status, { 'content-type': upstream.headers.get('content-type') ?? 'application/json' });
      response.end(answer);
    } catch (error) {
      response.writeHead(502).end(String(error));
    }
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
