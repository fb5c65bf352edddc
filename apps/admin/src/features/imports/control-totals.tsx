import { parseDecimal } from '@dvor/kernel';
import { MoneyText, Section, useFormat, useMessages } from '@dvor/ui';
import { TextInput } from '@mantine/core';
import { IconCheck, IconEqualNot } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { typedNumber } from '../../lib/basis/typed.js';
import type { ImportKind, ImportTotals } from './api.js';
import classes from './imports.module.css';
import { importMessages } from './messages.js';

type Figure = 'area' | 'persons' | 'amount' | 'penalty';

const FIGURES: Readonly<Record<ImportKind, readonly Figure[]>> = {
  houses: ['area'],
  premises: ['area'],
  accounts: ['area', 'persons'],
  residents: [],
  meters: [],
  readings: [],
  'opening-balances': ['amount', 'penalty'],
};

/** What the file comes to, to be laid beside what its sender told. */
export function ControlTotals({ kind, totals }: { kind: ImportKind; totals: ImportTotals }) {
  const t = useMessages(importMessages);
  const format = useFormat();
  const shown = (figure: Figure): ReactNode => {
    if (figure === 'persons') return format.count(totals.persons);
    return figure === 'area' ? (
      format.quantity(totals.area, 'м²')
    ) : (
      <MoneyText value={totals[figure]} currency={false} />
    );
  };
  const rows = [
    { key: 'rows', name: t('total.rows'), value: String(totals.rows), shown: format.count(totals.rows) },
    { key: 'things', name: t(`total.${kind}`), value: String(totals.things), shown: format.count(totals.things) },
    ...FIGURES[kind].map((figure) => ({
      key: figure,
      name: t(`total.${figure}`),
      value: String(totals[figure]),
      shown: shown(figure),
    })),
  ];
  return (
    <Section title={t('totals.title')} note={t('totals.note')}>
      <table className={classes.totals}>
        <thead>
          <tr>
            <th scope="col">{t('totals.name')}</th>
            <th scope="col" data-align="end">
              {t('totals.ours')}
            </th>
            <th scope="col">{t('totals.theirs')}</th>
            <th scope="col">{t('totals.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, ...row }) => (
            <Total key={key} {...row} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Total({ name, value, shown }: { name: string; value: string; shown: ReactNode }) {
  const t = useMessages(importMessages);
  const [typed, setTyped] = useState('');
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-align="end">{shown}</td>
      <td>
        <TextInput
          size="xs"
          inputMode="decimal"
          aria-label={t('totals.theirsOf', { name })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </td>
      <td aria-live="polite">
        <Difference ours={value} typed={typed} />
      </td>
    </tr>
  );
}

function Difference({ ours, typed }: { ours: string; typed: string }) {
  const t = useMessages(importMessages);
  const format = useFormat();
  const text = typedNumber(typed);
  if (text === null) return '—';
  const theirs = parseDecimal(text.replace('−', '-'));
  const known = parseDecimal(ours);
  if (!theirs || !known) return <span className={classes.differs}>{t('totals.notNumber')}</span>;
  const by = known.minus(theirs);
  const same = by.eq('0');
  const Icon = same ? IconCheck : IconEqualNot;
  return (
    <span className={same ? classes.same : classes.differs}>
      <Icon size={16} aria-hidden />
      {same ? t('totals.same') : t('totals.differs', { by: (by.gt('0') ? '+' : '') + format.decimal(by.toFixed()) })}
    </span>
  );
}
