/** What the reader is told: which status, and what happened and what to do. `{name}` is filled from the error's details. */
export interface ProblemText {
  readonly status: number;
  readonly ru: string;
  readonly en: string;
}
