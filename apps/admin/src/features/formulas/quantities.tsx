import { Section, useMessages } from '@dvor/ui';
import { useServices } from './api.js';
import classes from './formulas.module.css';
import { formulaMessages } from './messages.js';

const NAMES = [
  ...(['площадь', 'жилая площадь', 'площадь дома', 'площадь общего имущества'] as const),
  ...(['прописано', 'проживающих', 'собственников', 'помещений'] as const),
  ...(['тариф', 'норматив', 'дней', 'дней в месяце'] as const),
];
const FUNCTIONS = [
  { key: 'min', text: 'min(площадь; 50 м²)' },
  { key: 'max', text: 'max(площадь; 50 м²)' },
  { key: 'if', text: 'если(площадь > 50 м²; 100 ₽; 70 ₽)' },
] as const;

/** Everything a formula may name; what is pressed is put into it. */
export function Quantities({ onPick }: { onPick: (text: string) => void }) {
  const t = useMessages(formulaMessages);
  const services = useServices().data?.items ?? [];
  const water = services.find(({ resource, section }) => resource === 'cold-water' && section === 'communal');
  return (
    <Section title={t('quantities')} note={t('quantities.note')}>
      <ul className={classes.quantities}>
        {NAMES.map((name) => (
          <Quantity key={name} text={name} told={t(`quantity.${name}`)} onPick={onPick} />
        ))}
        <Quantity text={`объём("${water?.code ?? 'cold-water'}")`} told={t('quantity.volume')} onPick={onPick} />
        {FUNCTIONS.map(({ key, text }) => (
          <Quantity key={key} text={text} told={t(`quantity.${key}`)} onPick={onPick} />
        ))}
      </ul>
    </Section>
  );
}

function Quantity({ text, told, onPick }: { text: string; told: string; onPick: (text: string) => void }) {
  return (
    <li>
      <button type="button" onClick={() => onPick(text)}>
        {text}
        <small>{told}</small>
      </button>
    </li>
  );
}
