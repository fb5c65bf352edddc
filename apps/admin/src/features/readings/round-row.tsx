import { amountsOf, usedSince } from '@dvor/metering/core';
import { ApiProblem, useFormat, useMessages } from '@dvor/ui';
import { type FocusEvent, type KeyboardEvent, memo, useState } from 'react';
import { valueText } from './api.js';
import { readingMessages } from './messages.js';
import classes from './round.module.css';
import { type MeterToRead, useTypedReading } from './rounds-api.js';
import { IDLE, type RowState, stateAfter } from './row-state.js';

interface Props {
  readonly meter: MeterToRead;
  readonly date: string;
  /** What most rows are told of the month stands above the table. */
  readonly usualText: string;
  readonly onSaved: (meterId: string, isSaved: boolean) => void;
}

/** A meter with a field for each zone; leaving the row saves it. */
export const RoundRow = memo(function RoundRow({ meter, date, usualText, onSaved }: Props) {
  const t = useMessages(readingMessages);
  const format = useFormat();
  const row = useRowOf(meter, date, onSaved);
  const { previous, zones } = meter;
  const used = usedSince(amountsOf(previous.value, zones), row.typed, meter.digits);
  return (
    <tr
      data-state={row.state.kind}
      onBlur={(event: FocusEvent<HTMLTableRowElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget)) row.leave();
      }}
    >
      <th scope="row">
        {meter.premises}
        <div className={classes.quiet}>{meter.accountNumbers.join(', ')}</div>
      </th>
      <td className={classes.meter}>
        {t(`resource.${meter.resource}`)}
        <div className={classes.quiet}>№ {meter.serial}</div>
      </td>
      <td>
        {valueText(previous.value)}
        <div className={classes.quiet}>{format.day(previous.date)}</div>
      </td>
      <td>
        <div className={classes.zones}>
          {zones.map((zone, i) => (
            <input
              key={zone}
              className={classes.cell}
              inputMode="decimal"
              autoComplete="off"
              enterKeyHint="next"
              aria-label={t('round.cell', {
                flat: meter.premises,
                meter: t(`resource.${meter.resource}`),
                zone: isZone(zone) ? t(`zone.${zone}`) : '',
              })}
              aria-invalid={row.state.kind === 'refused'}
              placeholder={isZone(zone) ? t(`zone.${zone}`) : undefined}
              value={row.typed[i]}
              onFocus={(event) => event.currentTarget.select()}
              onChange={(event) => row.type(i, event.currentTarget.value)}
              onKeyDown={row.onKeyDown}
            />
          ))}
        </div>
      </td>
      <td>{used === null ? '' : used === 'below' ? t('round.below') : format.decimal(used.toString())}</td>
      <td className={classes.state}>
        <StateText row={row} meter={meter} usualText={usualText} />
      </td>
    </tr>
  );
});

const ZONES = ['day', 'night', 'peak', 'half-peak'] as const;
function isZone(zone: string): zone is (typeof ZONES)[number] {
  return (ZONES as readonly string[]).includes(zone);
}

function useRowOf(meter: MeterToRead, date: string, onSaved: Props['onSaved']) {
  const { send, takeBack } = useTypedReading(meter, date);
  const stood = meter.current ?? meter.held;
  const first = stood
    ? amountsOf(stood.value, meter.zones).map((amount) => amount.replace('.', ','))
    : meter.zones.map(() => '');
  const [typed, setTyped] = useState(first);
  const [sent, setSent] = useState(first.join());
  const [state, setState] = useState<RowState>(IDLE);

  async function save(confirmed: boolean): Promise<void> {
    setSent(typed.join());
    setState({ kind: 'saving' });
    try {
      const after = stateAfter(await send(typed, confirmed));
      setState(after);
      if (after.kind === 'saved') onSaved(meter.id, true);
    } catch (error) {
      setState({ kind: 'refused', text: error instanceof ApiProblem ? error.detail : '' });
      setSent('');
    }
  }

  async function undo(): Promise<void> {
    if (state.kind !== 'saved') return;
    try {
      await takeBack(state.readingId);
      reset();
      onSaved(meter.id, meter.current !== null);
    } catch (error) {
      setState({ kind: 'refused', text: error instanceof ApiProblem ? error.detail : '' });
    }
  }

  function reset(): void {
    setTyped(first);
    setSent(first.join());
    setState(IDLE);
  }

  return {
    typed,
    state,
    undo,
    confirm: () => save(true),
    type: (zone: number, text: string) => {
      setTyped(typed.map((one, i) => (i === zone ? text : one)));
      if (state.kind !== 'saving') setState(IDLE);
    },
    leave: () => {
      const isWhole = typed.every((text) => text.trim() !== '');
      if (isWhole && typed.join() !== sent && state.kind !== 'saving') void save(false);
    },
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      if (event.key === 'Enter' && state.kind === 'asks' && typed.join() === sent) {
        void save(true);
        walk(event, 1);
      } else if (event.key === 'Enter' || event.key === 'ArrowDown') walk(event, 1);
      else if (event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey)) walk(event, -1);
      else if (event.key === 'Escape' && state.kind !== 'saving') reset();
      else if (event.code === 'KeyZ' && (event.ctrlKey || event.metaKey) && state.kind === 'saved') {
        event.preventDefault();
        void undo();
      }
    },
  };
}

/** To the next field of the table, or the one before. */
function walk(event: KeyboardEvent<HTMLInputElement>, by: 1 | -1): void {
  event.preventDefault();
  const field = event.currentTarget;
  const fields = [...(field.closest('table')?.querySelectorAll('input') ?? [])];
  const next = fields[fields.indexOf(field) + by];
  if (next) next.focus();
  else field.blur();
}

function StateText({
  row,
  meter,
  usualText,
}: {
  row: ReturnType<typeof useRowOf>;
  meter: MeterToRead;
  usualText: string;
}) {
  const t = useMessages(readingMessages);
  const { state } = row;
  switch (state.kind) {
    case 'idle':
      if (meter.current) return <span className={classes.quiet}>{t(`source.${meter.current.source}`)}</span>;
      if (meter.held) return <span className={classes.quiet}>{t('held')}</span>;
      return meter.counts.text === usualText ? null : <span className={classes.quiet}>{meter.counts.text}</span>;
    case 'saving':
      return <span className={classes.quiet}>{t('round.saving')}</span>;
    case 'saved':
      return (
        <>
          <span className={classes.saved}>{t('round.saved')}</span>{' '}
          <button type="button" className={classes.link} tabIndex={-1} onClick={() => void row.undo()}>
            {t('round.undo')}
          </button>
          {state.text && <div className={classes.quiet}>{state.text}</div>}
        </>
      );
    case 'asks':
      return (
        <>
          <strong>{t('round.asks')}</strong> {state.text}{' '}
          <button type="button" className={classes.link} tabIndex={-1} onClick={() => void row.confirm()}>
            {t('round.confirm')}
          </button>
        </>
      );
    case 'held':
      return (
        <>
          <strong>{t('round.held')}</strong> {state.text}
        </>
      );
    case 'refused':
      return (
        <>
          <strong>{t('round.refused')}</strong> {state.text}
        </>
      );
  }
}
