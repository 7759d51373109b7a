// A whole assessment in headless Chromium, as three people see it: one answers in the cards, one in a window that goes
// from question to question, one by typing. Screenshots are kept as test output.
// CROSSROADS_URL names a service that runs already, fresh and with --playground, in place of one of the test's own.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { chromium } from 'playwright-core';
import { Assessment, builtInGuide, decisionOf } from '../wire/assessment.mjs';
import { freePort, startService, temporaryFolder } from '../wire/service.mjs';
import { Person, photograph } from './person.mjs';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const ANA = { id: 'U0PLAYANA', name: 'Ana' };
const BEN = { id: 'U0PLAYBEN', name: 'Ben' };
const CHRIS = { id: 'U0PLAYCHR', name: 'Chris' };

async function ownService() {
  const { folder, remove } = await temporaryFolder();
  const port = await freePort();
  const service = await startService({ port, dataFolder: folder, words: ['--playground'] });
  return {
    url: `http://127.0.0.1:${port}`, log: () => service.log, stop: () => service.stop(),
    async clear() {
      await service.stop();
      await remove();
    } };
}

function serviceAt(url) {
  return { url, log: () => `kept by the service at ${url}`, stop: async () => 0, clear: async () => {} };
}

async function stage() {
  const service = process.env.CROSSROADS_URL ? serviceAt(process.env.CROSSROADS_URL) : await ownService();
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
  return {
    browser, service,
    async clear() {
      await browser.close();
      await service.clear();
    } };
}

async function answerAllInWindow(person, answers) {
  const questions = [];
  await person.openWindow('Blue Van');
  await person.photograph('3-window');
  for (let id = await person.questionInWindow(); id; id = await person.questionInWindow()) {
    assert.ok(questions.length < 40, `the window never ends: ${questions}`);
    await person.fillInWindow(id, answers.answerTo(id));
    await person.saveWindow(id);
    questions.push(id);
  }
  if (await person.seen('modal').count()) await person.seen('modal-close').click();
  return questions;
}

test('three people take an assessment from the slash command to the plan', { timeout: 540_000 }, async () => {
  const { browser, service, clear } = await stage();
  const answers = new Assessment({ guide: await builtInGuide() });
  const first = answers.guide.questions[0].id;
  const ask = (id) => answers.question(id).ask;
  try {
    const ana = await Person.arrive(browser, service.url, ANA);
    await ana.openChannel('product');
    await ana.photograph('1-empty-channel');
    await ana.say('/assess start Blue Van');
    await ana.openThread('Blue Van');
    await ana.card(ask(first)).waitFor();
    await ana.photograph('2-first-question');
    assert.ok(await ana.answerInCard(ask(first), answers.answerTo(first)));

    const [ben, chris] = await Promise.all([
      Person.arrive(browser, service.url, BEN, { colorScheme: 'dark' }),
      Person.arrive(browser, service.url, CHRIS, { viewport: { width: 420, height: 860 } })]);
    for (const person of [ben, chris]) await person.page.goto(ana.page.url().replace(ANA.id, person === ben ? BEN.id : CHRIS.id));
    const questions = await answerAllInWindow(ben, answers);
    assert.ok(questions.length >= 16, `only ${questions.length} questions were asked: ${questions}`);

    for (const id of questions) {
      await chris.card(ask(id)).waitFor();
      await chris.say(answers.typedAnswerTo(id), 'thread');
      if (id !== first && !await ana.answerInCard(ask(id), answers.answerTo(id))) await ana.say(answers.typedAnswerTo(id), 'thread');
    }
    await chris.photograph('4-typed-replies-on-a-phone');

    await ana.say('/assess finish');
    const inThread = (words) => ana.seen('thread-list').getByTestId('message').filter({ hasText: words });
    const plan = inThread('12 week scope plan').last();
    await plan.waitFor({ timeout: 120_000 });
    const result = inThread(`guide ${answers.guide.id} ${answers.guide.version}`);
    const outcome = answers.guide.paths[decisionOf(['ana', 'ben', 'chris']).outcome].name;
    assert.ok((await result.innerText()).includes(outcome), `the result is not ${outcome}`);
    await ana.seen('message-list').getByTestId('message').filter({ hasText: outcome }).first().waitFor();
    await result.scrollIntoViewIfNeeded();
    await ana.photograph('5-result');
    await plan.scrollIntoViewIfNeeded();
    await ana.photograph('6-plan');
    for (const [person, name] of [[ana, '9-picture'], [ben, '9-picture-in-the-dark']]) {
      const picture = person.seen('thread-list').getByTestId('picture');
      await picture.waitFor({ timeout: 60_000 });
      assert.ok((await picture.getAttribute('alt')).startsWith(`Blue Van: ${outcome}. Stage `));
      await picture.scrollIntoViewIfNeeded();
      assert.ok(await picture.evaluate((image) => image.decode().then(() => image.naturalWidth === 1600)));
      await person.photograph(name);
    }
    await result.getByTestId('element-export').click();
    const file = ana.seen('thread-list').getByTestId('file').filter({ hasText: '.md' });
    await file.waitFor({ timeout: 60_000 });
    await file.scrollIntoViewIfNeeded();
    await ana.photograph('8-export');
    const [download] = await Promise.all([ana.page.waitForEvent('download'), file.click()]);
    assert.match(download.suggestedFilename(), /^assessment-1-blue-van-\d+\.md$/);
    assert.ok((await readFile(await download.path(), 'utf8')).startsWith(`# Blue Van: ${outcome}`));
    await ben.card(ask(first)).scrollIntoViewIfNeeded();
    await ben.photograph('7-thread-in-the-dark');

    for (const person of [ana, ben, chris]) assert.deepEqual(person.problems, [], `${person.name}'s page complained`);
    assert.equal(await service.stop(), 0);
  } catch (error) {
    await Promise.all(browser.contexts().flatMap((context) => context.pages()).map((page, index) =>
      photograph(page, `failed-${index + 1}`)));
    throw new Error(`${error.message}\nThe service's log:\n${service.log()}`, { cause: error });
  } finally {
    await clear();
  }
});
