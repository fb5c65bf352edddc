import classes from './explanation.module.css';

export interface ExplanationStep {
  readonly label: string;
  readonly value: string;
  readonly note?: string | null;
  /** The ground in law, such as `ПП РФ № 354, п. 42`. */
  readonly clause?: string | null;
}

export interface LineExplanation {
  readonly sentence: string;
  readonly steps: readonly ExplanationStep[];
}

/** One sentence, then the steps from the reading to the sum; the last step is the answer. */
export function Explanation({ explanation }: { explanation: LineExplanation }) {
  return (
    <div className={classes.root}>
      <p className={classes.sentence}>{explanation.sentence}</p>
      <ol className={classes.steps}>
        {explanation.steps.map((step, i) => (
          <li key={i} className={classes.step}>
            <div className={classes.row}>
              <span className={classes.label}>{step.label}</span>
              <span className={classes.value}>{step.value}</span>
            </div>
            {step.note && <div className={classes.note}>{step.note}</div>}
            {step.clause && <div className={classes.clause}>{step.clause}</div>}
          </li>
        ))}
      </ol>
    </div>
  );
}
