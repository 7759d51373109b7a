// One person in front of the local workspace's page.
import path from 'node:path';
import { mkdirSync } from 'node:fs';
import { sourceFolder } from '../wire/service.mjs';

const output = path.join(process.env.CROSSROADS_TEST_OUTPUT ?? path.join(sourceFolder, 'build/test_output'), 'screenshots');

export class Person {
  /// Opens the page as this person of the workspace, in a window of its own.
  static async arrive(browser, baseUrl, { id, name }, options = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const person = new Person(page, name);
    page.on('pageerror', (error) => person.problems.push(String(error)));
    page.on('console', (line) => line.type() === 'error' && person.problems.push(line.text()));
    page.on('request', (request) => {
      if (!request.url().startsWith(baseUrl)) person.problems.push(`the page asked for ${request.url()}`);
    });
    await page.goto(`${baseUrl}/playground/?as=${id}`);
    return person;
  }

  constructor(page, name) {
    Object.assign(this, { page, name, problems: [] });
  }

  seen(testId) {
    return this.page.getByTestId(testId);
  }

  async openChannel(name) {
    await this.seen(`channel-${name}`).click();
    await this.seen('channel-title').filter({ hasText: name }).waitFor();
  }

  /// Types in the channel or the open thread and sends it.
  async say(text, where = 'channel') {
    await this.seen(`composer-input-${where}`).fill(text);
    await this.seen(`send-${where}`).click();
    await this.page.waitForFunction(([testId]) => document.querySelector(`[data-testid="${testId}"]`).value === '', [`composer-input-${where}`]);
  }

  async openThread(headWords) {
    await this.seen('message-list').getByTestId('message').filter({ hasText: headWords }).first().getByTestId('reply-count').click();
    await this.seen('thread-panel').waitFor();
  }

  /// The card of a question in the open thread: its elements carry the question's token.
  card(question) {
    const part = `.question.${question}`;
    return this.seen('thread-list').getByTestId('message')
      .filter({ has: this.page.locator(`:is([data-focus*="${part}|"], [data-focus*="${part}#"])`) }).first();
  }

  async tick(within, labels) {
    for (const label of labels) await within.getByLabel(label, { exact: true }).check();
  }

  /// Answers in the card; false when the card offers nothing to tick.
  async answerInCard(question, labels) {
    const card = this.card(question);
    await card.waitFor();
    if (!await card.locator('fieldset').count()) return false;
    await this.tick(card, labels);
    const save = card.getByTestId('element-save');
    if (await save.count()) await save.click();
    return true;
  }

  async openWindow(question) {
    await this.card(question).getByTestId('element-answer').click();
    await this.seen('modal').waitFor();
  }

  /// The id of the question the open window asks; undefined when it asks none or there is no window.
  async questionInWindow() {
    const fields = this.seen('modal').locator('[data-testid*=".question."]');
    if (!await this.seen('modal').count() || !await fields.count()) return undefined;
    return (await fields.first().getAttribute('data-testid')).match(/\.question\.([a-z0-9_]+)/)[1];
  }

  async fillInWindow(question, answer) {
    const field = this.seen('modal').locator(`[data-testid*=".question.${question}"]`).first();
    if (Array.isArray(answer)) await this.tick(field, answer);
    else await field.getByRole('textbox').fill(answer);
  }

  /// Saves the window and waits until it asks something else, closes or objects.
  async saveWindow(question) {
    await this.seen('modal-submit').click();
    await this.page.waitForFunction((id) => {
      const modal = document.querySelector('[data-testid="modal"]');
      return !modal || !modal.querySelector(`[data-testid*=".question.${id}"]`) || modal.querySelector('.field-error, .problem');
    }, question);
  }

  async photograph(name) {
    mkdirSync(output, { recursive: true });
    await this.page.screenshot({ path: path.join(output, `${name}.png`) });
  }
}
