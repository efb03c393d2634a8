// @ts-check
// Where hits come from: the index, fetched once, and a reader's own rows, which the server holds.
import { findThings } from "./ranking.js";

/** @import { Entry, Hit, Thing } from "./ranking.js" */

export const SHOWN = 8;
const OWN_LAYER = "parks"; // a reader's rows are among the parks

/** @type {Map<string, Promise<Entry[]>>} */
const indexes = new Map();

export class Finder {
  /**
   * @param {string} index address of the index
   * @param {string} own address of the reader's own rows; empty while there are none
   */
  constructor(index, own) {
    this.index = index;
    this.own = own;
  }

  /** Fetch the index, if that has not been done; what failed is tried again. */
  load() {
    const loading =
      indexes.get(this.index) ||
      fetch(this.index).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer)));
    indexes.set(this.index, loading);
    loading.catch(() => indexes.delete(this.index));
    return loading;
  }

  /**
   * Find what a text may mean, one more than is shown where there is more.
   * @returns {Promise<(Thing & { isOwn: boolean })[]>}
   */
  async find(/** @type {string} */ text) {
    const [entries, own] = await Promise.all([this.load(), this.findOwn(text)]);
    const ids = new Set(own.map(({ thing }) => thing.id));
    const things = findThings(entries, text, own).slice(0, SHOWN + 1);
    return things.map((thing) => ({
      ...thing,
      isOwn: thing.layer === OWN_LAYER && ids.has(thing.id),
    }));
  }

  /** @returns {Promise<Hit[]>} */
  async findOwn(/** @type {string} */ text) {
    if (!this.own || !text.trim()) return [];
    const query = new URLSearchParams({ text, limit: String(SHOWN + 1) });
    const answer = await fetch(`${this.own}?${query}`);
    const rows = answer.ok ? await answer.json() : []; // gone: the page says so itself
    return rows.map(({ rank, ...thing }) => ({ rank, thing: { note: "", ...thing } }));
  }
}
