/** What a person does in the page: open a file, look for squiggles and problems, press Ctrl+., pick a repair, save. */
import { pause } from '../support/host.mjs';

/** The menu itself; a second element of the class holds submenus. */
const menu = '.action-widget:not(.action-list-submenu-panel)';
const squiggle = '.monaco-editor .squiggly-error, .monaco-editor .squiggly-warning, .monaco-editor .squiggly-info';

export class EditorPage {
  #page;

  constructor(page) {
    this.#page = page;
  }

  async open(url) {
    await this.#page.goto(url);
    await this.#page.waitForSelector('.monaco-editor .view-line', { timeout: 60_000 });
  }

  /** Waits until something is underlined. */
  async underlined() {
    await this.#page.waitForSelector(squiggle, { timeout: 60_000 });
  }

  async clean() {
    await this.#page.waitForFunction((selector) => document.querySelector(selector) === null, squiggle, { timeout: 20_000 });
  }

  /** The rows of the Problems panel. */
  async problems() {
    await this.command('Problems: Focus on Problems View');
    const rows = this.#page.locator('.markers-panel .monaco-list-row .marker-source');
    await rows.first().waitFor({ timeout: 20_000 });
    return this.#page.locator('.markers-panel .monaco-list-row').allInnerTexts();
  }

  /** The same, where the panel shows a table. */
  async problemsTable() {
    await this.command('Problems: Focus on Problems View');
    const table = this.#page.locator('.markers-table-container');
    await table.locator('.monaco-list-row').first().waitFor({ timeout: 20_000 });
    return table.innerText();
  }

  /** Puts the cursor on the text of a line, as a click there does. */
  async cursorOn(line, column) {
    await this.#page.locator('.monaco-editor').first().click();
    await this.#page.keyboard.press('Control+g');
    await this.#page.locator('.quick-input-widget input').first().fill(`:${line}:${column}`);
    await this.#page.keyboard.press('Enter');
    await pause(200);
  }

  /** Opens the lightbulb's menu. The first attempts can be lost while the built-in TypeScript server loads. */
  async lightbulb(title) {
    for (let attempt = 0; ; attempt++) {
      await this.#page.keyboard.press('Control+.');
      try {
        await this.#page.locator(menu).getByText(title).first().waitFor({ timeout: 3000 });
        return;
      } catch (error) {
        if (attempt > 10) throw error;
        await this.#page.keyboard.press('Escape');
      }
    }
  }

  async pick(title) {
    await this.#page.locator(menu).getByText(title).first().click();
    await this.#page.locator(menu).waitFor({ state: 'hidden' });
  }

  /** The rows of the refactoring preview, with whether they are ticked. */
  async refactorPreview() {
    const rows = this.#page.locator('.bulk-edit-panel .monaco-list-row');
    await rows.first().waitFor({ timeout: 20_000 });
    await pause(500);
    return rows.evaluateAll((all) =>
      all.map((row) => ({
        isFile: row.querySelector('.monaco-icon-label') !== null,
        text: row.querySelector('.label-name, .monaco-highlighted-label')?.textContent ?? '',
        isTicked: row.querySelector('input[type=checkbox]')?.checked ?? row.querySelector('[aria-checked=true]') !== null,
      })),
    );
  }

  async applyPreview() {
    await this.#page.locator('.bulk-edit-panel').getByRole('button', { name: 'Apply' }).first().click();
    await this.#page.locator('.bulk-edit-panel .monaco-list-row').first().waitFor({ state: 'hidden', timeout: 20_000 });
  }

  async save() {
    await this.#page.keyboard.press('Control+s');
    await this.#page.waitForFunction(() => document.querySelector('.tab.active.dirty') === null);
  }

  async command(name) {
    await this.#page.keyboard.press('F1');
    const input = this.#page.locator('.quick-input-widget input').first();
    await input.fill(`>${name}`);
    await this.#page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await this.#page.keyboard.press('Enter');
  }

  /** What the language status of the active file says. */
  async languageStatus() {
    await this.#page.locator('.statusbar-item[id*="languageStatus"]').first().hover();
    const status = this.#page.locator('.hover-language-status', { hasText: 'Webhookproof' }).first();
    await status.waitFor({ timeout: 10_000 });
    return status.innerText();
  }

  /** Follows the link of a finding in the Problems panel to its rule; answers the tab that opens. */
  async follow(rule) {
    await this.#page
      .locator('.markers-panel a', { hasText: rule })
      .first()
      .click({ modifiers: ['Control'] });
    const tab = this.#page.locator('.tab', { hasText: `${rule}.md` });
    await tab.waitFor({ timeout: 10_000 });
    return tab.innerText();
  }

  /** What hovering over something underlined shows. */
  async hover() {
    const box = await this.#page.locator(squiggle).first().boundingBox();
    await this.#page.mouse.move(box.x + 20, box.y + 5);
    const hover = this.#page.locator('.monaco-hover-content').first();
    await hover.getByRole('heading').first().waitFor({ timeout: 10_000 });
    return hover.innerText();
  }

  async picture(file, clip) {
    await this.#page.screenshot({ path: file, clip });
  }
}
