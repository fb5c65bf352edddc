/**
 * Chance that can be repeated: the same seed gives the same throws, on every machine and for ever. Only what is invented
 * is decided by it.
 */
export class Dice {
  private state: number;

  constructor(private readonly seed: string) {
    this.state = hashOf(seed);
  }

  /** Dice of their own for a part, so that a change in one part moves nothing in another. */
  for(part: string): Dice {
    return new Dice(`${this.seed}/${part}`);
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** True in so many cases of a hundred. */
  percent(cases: number): boolean {
    return this.next() * 100 < cases;
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!;
  }

  /** One of the values, each as often as its weight says. */
  weighted<T>(weights: readonly (readonly [value: T, weight: number])[]): T {
    let left = this.next() * weights.reduce((total, [, weight]) => total + weight, 0);
    return (weights.find(([, weight]) => (left -= weight) < 0) ?? weights.at(-1)!)[0];
  }

  /** Mulberry32: 0 included, 1 not. */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
