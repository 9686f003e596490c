// One polite live region for the whole page: it says the newest sentence, at most one a second.

export class Live {
  /**
   * @param {HTMLElement | null} region with `role="status"`
   * @param {number} [pause] milliseconds between two sentences
   */
  constructor(region, pause = 1000) {
    this.region = region;
    this.pause = pause;
    this.last = -Infinity;
    this.waiting = "";
    this.timer = 0;
  }

  /** @param {string} sentence */
  tell(sentence) {
    this.waiting = sentence;
    if (this.timer) return;
    const rest = Math.max(0, this.last + this.pause - performance.now());
    this.timer = window.setTimeout(() => this.speak(), rest);
  }

  speak() {
    this.timer = 0;
    this.last = performance.now();
    if (this.region) this.region.textContent = this.waiting;
  }
}
