/** A line in the resident's words and the figures it was made of. */
export interface Explanation {
  /** One or two sentences in plain Russian. */
  readonly sentence: string;
  /** From what was known to the sum, in the order of calculation. */
  readonly steps: readonly ExplanationStep[];
  /** Act and clause. */
  readonly clause: string;
}

export interface ExplanationStep {
  readonly label: string;
  readonly figure: string;
}
