// Languages through the wire: a channel that is set to German, and a person whose Slack is.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import test from 'node:test';
import { MovedClock } from '../faults/moved_clock.mjs';
import { wordsOf } from './block_kit.mjs';
import { Channel } from './channel.mjs';
import { RecordingProxy } from './recording_proxy.mjs';
import { eventually } from './service.mjs';
import { SlackBench } from './slack_bench.mjs';

const clockMoves = !spawnSync('faketime', ['--version']).error;

/// Tells a locale of one person, which the emulated Slack does not know.
class LocaleProxy extends RecordingProxy {
  async passOn(call) {
    const passed = await super.passOn(call);
    if (call.method !== 'users.info' || call.body.user !== this.german) return passed;
    const answer = JSON.parse(passed.text);
    assert.equal(call.body.include_locale, 'true');
    return { ...passed, text: JSON.stringify({ ...answer, user: { ...answer.user, locale: 'de-DE', tz_offset: 3600 } }) };
  }
}

test('a channel set to German is spoken to in German, and commands stay as they are', { timeout: 120_000 }, async () => {
  await SlackBench.with(async (bench) => {
    const channel = new Channel(bench, 'van');
    const { ana, ben } = channel;
    assert.match(wordsOf(await channel.says(ana, 'language klingon')), /I do not speak “klingon” yet.*deutsch \(de\)/s);
    assert.match(wordsOf(await channel.says(ana, 'language deutsch')), /Ab jetzt spreche ich in diesem Channel Deutsch/);
    const told = await channel.says(ana, 'start Blue Van');
    assert.match(wordsOf(told), /Die Bewertung von Blue Van beginnt in diesem Channel/);
    const head = await eventually('the start card', () => channel.posts().find((post) => !post.thread_ts));
    assert.match(wordsOf(head), /Bewertung: Blue Van/);
    channel.threadTs = head.ts;
    const question = await eventually('the first question', () => channel.posts().find((post) => post.thread_ts));
    assert.match(wordsOf(question), /1 von 20 · Belege/);
    assert.match(wordsOf(question), /Was ist bisher wirklich passiert\?/);
    const saved = await channel.told(ben, () => channel.types(ben, '2 und 3', { ts: '1700000000.000100', eventId: 'EvGerman' }));
    assert.match(wordsOf(saved), /Gespeichert zu Frage 1/);
    assert.match(wordsOf(await channel.says(ben, 'hilfe')), /öffnet deine nächste Frage/);
    assert.equal(channel.stored().language, 'de');
  }, { channels: ['van'] });
});

test('a person whose Slack is German reads German where only they read', {
  timeout: 120_000, skip: clockMoves ? false : 'needs faketime: scripts/install_packages faults',
}, async () => {
  await SlackBench.with(async (bench) => {
    const channel = new Channel(bench, 'van');
    const { ana, ben } = channel;
    bench.proxy.german = ana;
    const clock = await MovedClock.in(bench.temporary.folder);
    channel.sender.now = clock.now;
    await channel.begins(ana, 'Blue Van');
    await bench.service.stop();
    await clock.moveTo(clock.seconds + 120);
    await bench.startService({ environment: clock.environment });
    await eventually('the profile', () => channel.stored().profiles?.[ana]?.language === 'de' || undefined, 60_000);
    assert.match(wordsOf(await channel.says(ana, 'status')), /von 20 Fragen haben Antworten|von 19 Fragen haben Antworten/);
    assert.match(wordsOf(await channel.says(ben, 'status')), /questions have answers/);
    const seen = channel.proxy.calls.length;
    await channel.answers(ben, { traction: ['came_back'] });
    const next = await eventually('the next card', () => channel.posts(seen)[0], 60_000);
    assert.match(wordsOf(next), /2 of 20 · Evidence/);
  }, { channels: ['van'], Proxy: LocaleProxy });
});
