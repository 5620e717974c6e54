// One window of VS Code, used as a person does: by keys, the mouse, and what is on the screen.
import { setTimeout as sleep } from "node:timers/promises";

/** In pixels: more than rounding makes, less than the narrowest letter. */
const TOLERANCE = 1.5;
const SQUIGGLES = ".view-overlays .cdr[class*=squiggly-]";

export class Window {
  constructor(page) {
    this.page = page;
  }

  /** Opens a folder; the question whether to trust it is answered. */
  async open(address, { trust = true } = {}) {
    await this.page.goto(address);
    const answer = trust ? "Yes, I trust the authors" : "No, I don't trust the authors";
    await this.page.getByRole("button", { name: answer }).click({ timeout: 60_000 });
  }

  async openFile(name) {
    await this.page
      .locator(".explorer-folders-view .monaco-list-row", { hasText: name })
      .dblclick();
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.page.locator(".editor-instance .view-line").first().waitFor();
  }

  async command(title) {
    await this.page.keyboard.press("F1");
    await this.page.keyboard.type(title);
    await this.page
      .locator(".quick-input-list .monaco-list-row", { hasText: title })
      .first()
      .click();
  }

  async save() {
    await this.page.keyboard.press("Control+S");
    await this.page.locator(".tab.active:not(.dirty)").waitFor();
  }

  /** Puts the cursor behind all text. */
  async toEnd() {
    await this.page.locator(".editor-instance .view-line").first().click();
    await this.page.keyboard.press("Control+End");
  }

  /** Waits until the squiggles stand exactly under these words, in reading order, and stay there. */
  async untilMarked(...words) {
    await until(`squiggles under: ${words.join(", ") || "nothing"}`, async () => {
      if (!(await this.areMarked(words))) return false;
      await sleep(300);
      return this.areMarked(words);
    });
  }

  async areMarked(words) {
    const marks = await this.squiggles();
    const places = await Promise.all(words.map((word) => this.wordBox(word)));
    return (
      marks.length === words.length && places.every((place, index) => isUnder(marks[index], place))
    );
  }

  /** The places of all squiggles in the editor, in reading order. */
  async squiggles() {
    const boxes = await this.page.locator(SQUIGGLES).evaluateAll((found) =>
      found.map((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return { left, right, top, bottom };
      }),
    );
    return boxes.sort((a, b) => a.top - b.top || a.left - b.left);
  }

  /** Where a word stands on the screen; null if it is not there. */
  async wordBox(word) {
    return this.page.evaluate((wanted) => {
      for (const line of document.querySelectorAll(".editor-instance .view-line")) {
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.data.indexOf(wanted);
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          const { left, right, top, bottom } = range.getBoundingClientRect();
          return { left, right, top, bottom };
        }
      }
      return null;
    }, word);
  }

  async middle(word) {
    const box = await this.wordBox(word);
    if (box === null) throw new Error(`${word} is not on the screen`);
    return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  }

  async click(word) {
    const { x, y } = await this.middle(word);
    await this.page.mouse.click(x, y);
  }

  /** Waits until a text is shown when the mouse rests on a word; parts of a hover may come later. */
  async untilHover(word, text) {
    await until(`a hover with: ${text}`, async () => {
      await this.page.mouse.move(5, 5);
      await this.page.keyboard.press("Escape");
      const { x, y } = await this.middle(word);
      await this.page.mouse.move(x, y, { steps: 5 });
      await sleep(1500);
      const shown = await this.page.locator(".monaco-hover:not(.hidden)").allInnerTexts();
      return plain(shown.join("\n")).includes(text);
    });
  }

  async showQuickFixes(word) {
    const focused = this.page.locator(".action-widget .monaco-list-row.action.focused");
    // An editor that has just come back is not quick to hear keys.
    await until(`the quick fixes of ${word}`, async () => {
      await this.click(word);
      await this.page.keyboard.press("Control+.");
      await sleep(1500);
      return (await focused.count()) > 0;
    });
  }

  /** Takes the first one, or the first whose title contains `words`. */
  async takeQuickFix(words = "") {
    const titles = await this.page
      .locator(".action-widget .monaco-list-row.action")
      .allInnerTexts();
    const place = titles.findIndex((title) => plain(title).includes(words));
    if (place < 0) throw new Error(`no quick fix says ${words}: ${titles.join(", ")}`);
    for (let row = 0; row < place; row += 1) await this.page.keyboard.press("ArrowDown");
    await this.page.keyboard.press("Enter");
  }

  /** A message in the corner of the window. */
  message(text) {
    return this.page.locator(".notifications-toasts .notification-list-item", { hasText: text });
  }

  async untilMessage(text) {
    await this.message(text).first().waitFor({ timeout: 30_000 });
  }

  async answer(text, button) {
    await this.message(text).first().getByRole("button", { name: button }).click();
  }

  /** Waits until a page within the window, as a preview is, holds a text. */
  async untilPreview(text) {
    const holds = (frame) => frame.getByText(text).first().isVisible();
    await until(`a preview with: ${text}`, async () => {
      const found = await Promise.all(this.page.frames().map((frame) => holds(frame)));
      return found.includes(true);
    });
  }

  tab(name) {
    return this.page.locator(".tab", { hasText: name });
  }
}

/** True if a squiggle begins and ends with a word, in its line. */
function isUnder(mark, place) {
  if (place === null) return false;
  const isBeside = mark.top >= place.bottom || place.top >= mark.bottom;
  const off = Math.max(Math.abs(mark.left - place.left), Math.abs(mark.right - place.right));
  return !isBeside && off < TOLERANCE;
}

/** Waits for what comes of its own accord. */
export async function until(what, holds, milliseconds = 20_000) {
  const end = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await sleep(100);
  }
}

function plain(text) {
  return text.replaceAll("\u00a0", " ").trim();
}
