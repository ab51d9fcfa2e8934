/** Keeps the values asked for last. */
export class Lru<K, V extends object> {
  readonly #values = new Map<K, V>();

  constructor(private readonly capacity: number) {}

  /** The value of a key, made where it is not kept; a maker's undefined is not kept. */
  get(key: K, make: () => V): V;
  get(key: K, make: () => V | undefined): V | undefined;
  get(key: K, make: () => V | undefined): V | undefined {
    const kept = this.#values.get(key);
    if (kept !== undefined) {
      this.#values.delete(key);
      this.#values.set(key, kept);
      return kept;
    }
    const made = make();
    if (made !== undefined) this.#keep(key, made);
    return made;
  }

  #keep(key: K, value: V): void {
    this.#values.set(key, value);
    if (this.#values.size <= this.capacity) return;
    const oldest = this.#values.keys().next();
    if (oldest.done !== true) this.#values.delete(oldest.value);
  }
}
