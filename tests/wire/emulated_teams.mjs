// Microsoft's side of Teams on loopback, for what its Agents Playground cannot do: the login that gives the bot its
// token, the channel's signing keys, and a connector that keeps what it takes and refuses what Teams refuses.
import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

export const APP_ID = '0b3f6c1e-2222-4444-8888-aaaabbbbcccc';
export const TENANT = '5d0e3b1c-1111-4222-8333-444455556666';
export const APP_PASSWORD = 'a client secret for tests only';
const ISSUER = 'https://api.botframework.com';
const LARGEST_CARD = 28 * 1024;
const CARD = 'application/vnd.microsoft.card.adaptive';

const base64url = (value) => Buffer.from(value).toString('base64url');

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusal(status, code, message = code) {
  return { status, body: { error: { code, message } } };
}

export class EmulatedTeams {
  /// `people` and `channels` are names; `utcOffset` is that of everybody's client, in seconds.
  constructor({ people = ['ana', 'ben', 'cleo'], channels = ['blue-van'], utcOffset } = {}) {
    this.people = Object.fromEntries(people.map((name) => [name, `29:${name}`]));
    this.names = Object.fromEntries(people.map((name) => [`29:${name}`, name[0].toUpperCase() + name.slice(1)]));
    this.channels = channels.map((name) => ({ name, id: `19:${name}@thread.tacv2`, kind: 'channel' }));
    [this.channel] = this.channels;
    this.utcOffset = utcOffset;
    this.bot = { id: `28:${APP_ID}`, name: 'Assess' };
    /// Every call of the connector when it came, and every answer to an action on a card, in their order.
    this.calls = [];
    this.messages = [];
    this.roots = new Set();
    this.chats = new Map();
    this.region = 'emea';
    this.now = Date.now;
    this.lastId = 0;
    this.keyId = randomUUID();
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.privateKey = privateKey;
    this.jwk = publicKey.export({ format: 'jwk' });
    this.faultFor = () => undefined;
    this.server = createServer((request, response) => this.answer(request, response));
  }

  static async start(options) {
    const teams = new EmulatedTeams(options);
    teams.server.listen(0, '127.0.0.1');
    await once(teams.server, 'listening');
    teams.url = `http://127.0.0.1:${teams.server.address().port}`;
    return teams;
  }

  /// What the service is told about this side.
  get environment() {
    return {
      CROSSROADS_TEAMS_APP_ID: APP_ID,
      CROSSROADS_TEAMS_APP_PASSWORD: APP_PASSWORD,
      CROSSROADS_TEAMS_TENANT_ID: TENANT,
      CROSSROADS_TEAMS_OPENID_METADATA_URL: `${this.url}/openid`,
      CROSSROADS_TEAMS_LOGIN_URL: this.url,
      CROSSROADS_TEAMS_SERVICE_HOSTS: this.url,
      CROSSROADS_ALLOW_PRIVATE_TARGETS: '1',
    };
  }

  get serviceUrl() {
    return `${this.url}/${this.region}/`;
  }

  /// The token with which the channel sends an activity.
  token(claims = {}) {
    const now = Math.floor(this.now() / 1000);
    const header = { typ: 'JWT', alg: 'RS256', kid: this.keyId, x5t: this.keyId };
    const body = { iss: ISSUER, aud: APP_ID, nbf: now - 5, exp: now + 3600, serviceurl: this.serviceUrl, ...claims };
    const signed = `${base64url(JSON.stringify(header))}.${base64url(JSON.stringify(body))}`;
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(this.privateKey, 'base64url')}`;
  }

  /// The ids of messages are the milliseconds at which they were written.
  newId() {
    this.lastId = Math.max(this.lastId + 1, this.now());
    return String(this.lastId);
  }

  async answer(request, response) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const { pathname, searchParams } = new URL(request.url, this.url);
    const send = ({ status, body, headers = {} }) => {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
      response.end(body === undefined ? '' : JSON.stringify(body));
    };
    if (pathname === '/openid') {
      return send({ status: 200, body: {
        issuer: ISSUER, jwks_uri: `${this.url}/keys`, id_token_signing_alg_values_supported: ['RS256'] } });
    }
    if (pathname === '/keys') {
      const key = { ...this.jwk, kid: this.keyId, x5t: this.keyId, use: 'sig', endorsements: ['msteams'] };
      return send({ status: 200, body: { keys: [key] } });
    }
    if (pathname.endsWith('/oauth2/v2.0/token')) return send(this.tokenFor(new URLSearchParams(text)));
    const path = pathname.split('/').slice(2).map(decodeURIComponent);
    const call = { method: request.method, path, query: searchParams, body: parsed(text), service: pathname.split('/')[1],
      authorization: request.headers.authorization, at: performance.now() };
    this.calls.push(call);
    return this.treat(call, response, send);
  }

  /// What is done with a call of the connector.
  async treat(call, response, send) {
    const fault = this.faultFor(call);
    call.fault = fault?.name;
    if (!fault || fault.accepted) call.answer = this.connector(call);
    if (!fault) return send(call.answer);
    return fault.answer(response, call, send);
  }

  tokenFor(form) {
    if (form.get('client_id') !== APP_ID || form.get('client_secret') !== APP_PASSWORD) {
      return { status: 401, body: { error: 'invalid_client', error_description: 'AADSTS7000215: Invalid client secret provided.' } };
    }
    if (form.get('scope') !== 'https://api.botframework.com/.default') {
      return { status: 400, body: { error: 'invalid_scope', error_description: 'AADSTS70011: The scope is not valid.' } };
    }
    return { status: 200, body: { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: 'the-bots-token' } };
  }

  connector({ method, path, query, body, authorization }) {
    if (authorization !== 'Bearer the-bots-token') {
      return { status: 401, body: { message: 'Authorization has been denied for this request.' } };
    }
    const [version, what, conversation, part, id] = path;
    if (version !== 'v3' || what !== 'conversations') return refusal(404, 'NotFound');
    if (method === 'POST' && conversation === undefined) return this.openChat(body);
    const targeted = query.get('isTargetedActivity') === 'true';
    if (part === 'members' && method === 'GET') return this.member(id);
    if (part !== 'activities') return refusal(404, 'NotFound');
    if (!this.knows(conversation)) return refusal(404, 'ConversationNotFound');
    if (method === 'POST' && id === undefined) return this.post(conversation, body, targeted);
    if (method === 'PUT') return this.edit(conversation, id, body, targeted);
    return refusal(405, 'MethodNotAllowed');
  }

  openChat(body) {
    const [person] = body?.members ?? [];
    if (body?.isGroup !== false || body.bot?.id !== this.bot.id || body.tenantId !== TENANT || !this.names[person?.id]) {
      return refusal(400, 'BadArgument');
    }
    const id = `a:chat-of-${person.id.slice(3)}`;
    this.chats.set(id, person.id);
    return { status: 201, body: { id } };
  }

  member(id) {
    if (!this.names[id]) return refusal(404, 'MemberNotFoundInConversation');
    return { status: 200, body: { id, name: this.names[id], tenantId: TENANT, userRole: 'user', ...this.roles?.[id] } };
  }

  /// A thread is known when the message that it hangs from is.
  knows(conversation) {
    const [place, root] = conversation.split(';messageid=');
    const isChannel = this.channels.some(({ id, kind }) => id === place && kind === 'channel');
    if (root !== undefined) return isChannel && this.roots.has(`${place};${root}`);
    return isChannel || this.chats.has(place) || this.channels.some(({ id }) => id === place);
  }

  isUnfit(body, targeted, isNew) {
    if (body?.type !== 'message') return refusal(400, 'BadSyntax');
    const cards = (body.attachments ?? []).filter(({ contentType }) => contentType === CARD);
    if (cards.some(({ content }) => Buffer.byteLength(JSON.stringify(content)) > LARGEST_CARD)) return refusal(413, 'MessageSizeTooBig');
    if (cards.some(({ content }) => content.type !== 'AdaptiveCard' || content.version !== '1.5')) return refusal(400, 'BadSyntax');
    if (targeted && isNew !== Boolean(body.recipient?.id)) return refusal(400, 'Bad Argument');
    return undefined;
  }

  post(conversation, body, targeted) {
    const unfit = this.isUnfit(body, targeted, true);
    if (unfit) return unfit;
    const [place, thread] = conversation.split(';messageid=');
    const id = this.newId();
    const to = targeted ? body.recipient.id : undefined;
    this.messages.push({ id, place, root: thread ?? id, to, body });
    if (!thread && !targeted) this.roots.add(`${place};${id}`);
    return { status: 201, body: { id } };
  }

  edit(conversation, id, body, targeted) {
    const unfit = this.isUnfit(body, targeted, false);
    if (unfit) return unfit;
    const [place] = conversation.split(';messageid=');
    const message = this.messages.find((each) => each.id === id && each.place === place && Boolean(each.to) === targeted);
    if (!message) return refusal(404, 'ActivityNotFoundInConversation');
    message.body = body;
    return { status: 200, body: { id } };
  }

  /// What stands in a channel's thread or in a chat, for everybody to see.
  standing(place, root) {
    return this.messages.filter((each) => each.place === place && !each.to && (root === undefined || each.root === root));
  }

  async stop() {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
