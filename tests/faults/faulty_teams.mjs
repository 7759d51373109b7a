// What Teams and the way to it do in practice to a call of the bot (Microsoft's error table, and what users report): refuse
// for a while, answer nonsense or not at all, take a message and lose the answer.

const PAGE = '<!doctype html><title>Bad gateway</title><p>Something on the way is out of order.</p>';

/// A way to treat one call: whether Teams takes it all the same, and what comes back.
function fault(name, accepted, answer) {
  return { name, accepted, answer };
}

function refusing(status, code, headers = {}) {
  return (response, call, send) => send({ status, headers, body: { error: { code, message: code } } });
}

/// Not taken, and sure to be so.
export const refusals = [
  fault('429 with a time to wait', false, refusing(429, 'Throttled', { 'retry-after': '1' })),
  fault('429', false, refusing(429, 'Throttled')),
  fault('412', false, refusing(412, 'PreconditionFailed')),
  fault('503', false, refusing(503, 'ServiceError')),
  fault('401', false, (response, call, send) => send({ status: 401, body: { message: 'Authorization has been denied for this request.' } })),
];

/// Answers that leave open what became of the call, each once before Teams has taken it and once after.
export const unclearAnswers = [
  ['502', (response) => response.writeHead(502, { 'content-type': 'text/html' }).end(PAGE)],
  ['504', refusing(504, 'ServiceError')],
  ['reset', (response) => response.socket.resetAndDestroy()],
].flatMap(([name, answer]) => [fault(`${name} before`, false, answer), fault(`${name} after`, true, answer)]);

/// The caller waits until its patience ends.
export const noAnswers = [fault('no answer before', false, () => {}), fault('no answer after', true, () => {})];

/// Taken, and nobody says under which id.
export const taken = [
  fault('202 and nothing', true, (response) => response.writeHead(202).end()),
  fault('200 and nothing', true, (response) => response.writeHead(200).end()),
];
