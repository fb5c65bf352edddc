import { Observable } from 'rxjs';

export interface Watched<T> {
  /** Calls back at every nudge until the returned function is called. */
  readonly watch: (onNudge: () => void) => Promise<() => void>;
  /** What is true now. */
  readonly look: () => Promise<T>;
  readonly isLast: (moment: T) => boolean;
  /** Nudges closer together than this are one. */
  readonly atMostEveryMs: number;
  /** Without any nudge it is looked at all the same. */
  readonly atLeastEveryMs: number;
}

/** Moments of something that others move: the first at once, one after each nudge, one now and then, until the last. */
export function watchAndLook<T>({ watch, look, isLast, atMostEveryMs, atLeastEveryMs }: Watched<T>): Observable<T> {
  return new Observable<T>((subscriber) => {
    let timer: NodeJS.Timeout | undefined;
    let looking = false;
    let nudged = false;
    let unwatch: (() => void) | undefined;

    const lookNow = async (): Promise<void> => {
      looking = true;
      nudged = false;
      const moment = await look();
      looking = false;
      if (subscriber.closed) return;
      subscriber.next(moment);
      if (isLast(moment)) subscriber.complete();
      else lookIn(nudged ? atMostEveryMs : atLeastEveryMs);
    };
    const lookIn = (ms: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void lookNow().catch((error: unknown) => subscriber.error(error)), ms);
    };
    const onNudge = (): void => {
      if (!looking && !nudged) lookIn(atMostEveryMs);
      nudged = true;
    };

    watch(onNudge).then(
      (stop) => (subscriber.closed ? stop() : (unwatch = stop)),
      () => undefined, // nobody nudges: there is still the look now and then
    );
    lookIn(0);
    return () => {
      clearTimeout(timer);
      unwatch?.();
    };
  });
}
