/** What became of one case. */
export interface Verdict {
  /** Differences between what was expected and what was got; none: the case holds. */
  readonly differences: readonly string[];
}

/** Runs the body of a case of one kind; throws a CaseFault where the file itself is wrong. */
export type RunCase = (body: Readonly<Record<string, unknown>>) => Verdict;
