// One person in front of the local workspace's page.
import path from 'node:path';
import { mkdirSync } from 'node:fs';
import { eventually, sourceFolder } from '../wire/service.mjs';

const output = path.join(process.env.CROSSROADS_TEST_OUTPUT ?? path.join(sourceFolder, 'build/test_output'), 'screenshots');

export async function photograph(page, name) {
  mkdirSync(output, { recursive: true });
  await page.screenshot({ path: path.join(output, `${name}.png`) });
}

export class Person {
  /// Opens the page as this person of the workspace, in a window of its own.
  static async arrive(browser, baseUrl, { id, name }, options = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
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
    await eventually('the message to leave', async () => await this.seen(`composer-input-${where}`).inputValue() === '' || undefined);
  }

  /// The channel's post that opens the assessment of a product.
  startCard(product) {
    return this.seen('message-list').getByTestId('message').filter({ hasText: `Assessment: ${product}` });
  }

  async openThread(product) {
    await this.startCard(product).getByTestId('reply-count').click();
    await this.seen('thread-panel').waitFor();
  }

  /// The card in the open thread that asks this.
  card(ask) {
    return this.seen('thread-list').getByTestId('message').filter({ hasText: ask }).first();
  }

  async tick(within, labels) {
    for (const label of labels) {
      const words = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      await within.getByLabel(new RegExp(`^(\\d+\\. )?${words}$`)).check();
    }
  }

  /// Answers in the card; false when the card offers nothing to tick.
  async answerInCard(ask, labels) {
    const card = this.card(ask);
    await card.waitFor();
    if (!await card.locator('fieldset').count()) return false;
    await this.tick(card, labels);
    const save = card.getByTestId('element-save');
    if (await save.count()) await save.click();
    return true;
  }

  /// Presses "Answer now".
  async openWindow(product) {
    await this.startCard(product).getByTestId('element-next').click();
    await this.seen('modal').waitFor();
  }

  /// The id of the question the open window asks; undefined when it asks none or there is no window.
  async questionInWindow() {
    const field = await this.page.evaluate(() =>
      document.querySelector('[data-testid="modal"] [data-testid*=".question."]')?.dataset.testid);
    return field?.match(/\.question\.([a-z0-9_]+)/)[1];
  }

  async fillInWindow(question, answer) {
    const field = this.seen('modal').locator(`[data-testid*=".question.${question}"]`).first();
    if (Array.isArray(answer)) await this.tick(field, answer);
    else await field.getByRole('textbox').fill(answer);
  }

  /// Saves the window and waits until it asks something else, closes or objects.
  async saveWindow(question) {
    await this.seen('modal-submit').click();
    const objection = this.seen('modal').locator('.field-error, .problem');
    await eventually('the window to move on', async () =>
      await this.questionInWindow() !== question || await objection.count() > 0 || undefined);
  }

  photograph(name) {
    return photograph(this.page, name);
  }
}
