import { IconCheck } from '@tabler/icons-react';
import classes from './more.module.css';

interface Props<Value extends string> {
  readonly name: string;
  readonly title: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly lang?: string }[];
  readonly onChoose: (value: Value) => void;
}

/** One of a few, each a row for the thumb. */
export function ChoiceList<Value extends string>({ name, title, value, choices, onChoose }: Props<Value>) {
  return (
    <fieldset className={classes.choices}>
      <legend>{title}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={classes.choice} lang={choice.lang}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          <span>{choice.label}</span>
          {choice.value === value && <IconCheck size={22} aria-hidden />}
        </label>
      ))}
    </fieldset>
  );
}
