export interface Step {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}

export interface Measured {
  readonly perSecond: number | null;
  /** 0 once all is done, `null` while it can't be told. */
  readonly secondsLeft: number | null;
}

const WINDOW_MS = 20_000;

/** How fast a work goes, by the last seconds of it, and when it will be done. */
export class Pace {
  private phase = '';
  private samples: { at: number; done: number; counted: number }[] = [];

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** `done` of `total` tells the time left; `counted` (accounts, receipts) is what the speed is told in. */
  measure({ phase, done, total }: Step, counted: number): Measured {
    if (phase !== this.phase) this.samples = [];
    this.phase = phase;
    const at = this.now();
    this.samples = [...this.samples.filter((sample) => at - sample.at <= WINDOW_MS), { at, done, counted }];
    if (done >= total) return { perSecond: null, secondsLeft: 0 };
    const first = this.samples[0]!;
    const seconds = (at - first.at) / 1000;
    if (seconds <= 0 || done === first.done) return { perSecond: null, secondsLeft: null };
    return {
      perSecond: Math.round((counted - first.counted) / seconds),
      secondsLeft: Math.max(1, Math.ceil(((total - done) * seconds) / (done - first.done))),
    };
  }
}
