// The emulated Slack behind a proxy that does what Slack and the way to it do in practice, and what the emulated one
// cannot be made to do: refuse for a while, answer nonsense or not at all, take a message and lose the answer.
import { once } from 'node:events';
import { RecordingProxy } from '../wire/recording_proxy.mjs';

const JSON_TYPE = 'application/json; charset=utf-8';
const PAGE = '<!doctype html><title>Bad gateway</title><p>Something on the way is out of order.</p>';

function answering(status, contentType, text, headers = {}) {
  return (response) => { response.writeHead(status, { 'content-type': contentType, ...headers }).end(text); };
}

/// A way to treat one call: whether the Slack behind gets it, and what comes back.
function fault(name, accepted, answer) {
  return { name, accepted, answer };
}

export function rateLimited(retryAfter) {
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return { ...fault('429', false, answering(429, JSON_TYPE, '{"ok":false,"error":"ratelimited"}', headers)), retryAfter };
}

export function apiError(error) {
  return fault(error, false, answering(200, JSON_TYPE, JSON.stringify({ ok: false, error })));
}

/// Answers that leave open what became of the call, each once before Slack has taken it and once after.
export const unclearAnswers = [
  ...[500, 502, 503, 504].map((status) => [String(status), answering(status, 'text/html', PAGE)]),
  ['reset', (response) => response.socket.resetAndDestroy()],
  ['bad JSON', answering(200, JSON_TYPE, '{"ok":true,"ts":')],
  ['200 with HTML', answering(200, 'text/html', PAGE)],
  ['internal_error', answering(200, JSON_TYPE, '{"ok":false,"error":"internal_error"}')],
].flatMap(([name, answer]) => [fault(`${name} before`, false, answer), fault(`${name} after`, true, answer)]);

/// The caller waits until its patience ends.
export const noAnswers = [fault('no answer before', false, () => {}), fault('no answer after', true, () => {})];

/// A look-up that sees nothing, whatever stands there.
export const blindLookUp = fault('blind', false, answering(200, JSON_TYPE, '{"ok":true,"messages":[],"has_more":false}'));

let madeUp = 0;
function answerAsIfPosted(response, { body }) {
  madeUp += 1;
  const ts = `${Math.floor(Date.now() / 1000)}.9${String(madeUp).padStart(5, '0')}`;
  answering(200, JSON_TYPE, JSON.stringify({ ok: true, channel: body.channel, ts, message: { ...body, ts } }))(response);
}

/// For control runs, a Slack that is wrong: it forgets a message, takes it twice, or later than those after it.
export const swallowed = fault('swallowed', false, answerAsIfPosted);
export const doubled = { ...fault('doubled', true, undefined), passesOn: true };
export function heldBack(forMs) {
  return fault('held back', false, (response, call, slack) => {
    answerAsIfPosted(response, call);
    slack.late.push(new Promise((resolve) => setTimeout(resolve, forMs)).then(() => slack.passOn(call)));
  });
}

export class FaultySlack extends RecordingProxy {
  constructor(target, tokens) {
    super(target, tokens);
    /// Every call of the service when it came, also those that the Slack behind never saw. Times in milliseconds.
    this.arrivals = [];
    this.late = [];
    this.faultFor = () => undefined;
  }

  async answer(call, response) {
    const { method, body } = call;
    const chosen = this.faultFor(call);
    this.arrivals.push({
      at: performance.now(), method, channel: body.channel, id: body.metadata?.event_payload?.id,
      fault: chosen?.name, retryAfter: chosen?.retryAfter });
    if (chosen?.accepted) await this.passOn(call);
    if (!chosen || chosen.passesOn) await super.answer(call, response);
    else await chosen.answer(response, call, this);
  }

  /// From now on nobody listens here.
  async goDown() {
    this.port = this.server.address().port;
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  async comeBack() {
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
  }

  async stop() {
    await Promise.all(this.late);
    if (this.server.listening) await super.stop();
  }
}
