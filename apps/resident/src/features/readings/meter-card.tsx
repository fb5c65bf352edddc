import { amountsOf, usedSince } from '@dvor/metering/core';
import { Notice, ProblemNotice, useFormat, useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useState } from 'react';
import { useSettled } from '../../lib/use-settled.js';
import { AlertNote } from './alert-note.js';
import { type Outcome, type OwnAlert, type OwnMeter, useCost, useSendReading } from './api.js';
import { MeterHistory } from './meter-history.js';
import { readingMessages } from './messages.js';
import classes from './readings.module.css';
import { VerificationNote } from './verification-note.js';
import { ZoneFields } from './zone-fields.js';

interface Props {
  readonly accountId: string;
  readonly meter: OwnMeter;
  readonly alert: OwnAlert | undefined;
}

/** One meter: what it showed, a large field for what it shows, and at once what that comes to. */
export function MeterCard({ accountId, meter, alert }: Props) {
  const t = useMessages(readingMessages);
  const format = useFormat();
  const [typed, setTyped] = useState<readonly string[]>(() => meter.zones.map(() => ''));
  const [photo, setPhoto] = useState<File | null>(null);
  const send = useSendReading(meter.id);
  const answer = send.data ?? null;
  const used = usedSince(amountsOf(meter.previous.value, meter.zones), typed, meter.digits);
  const isWhole = typed.every((text) => text.trim() !== '');
  const shown = (value: OwnMeter['previous']['value']) =>
    amountsOf(value, meter.zones)
      .map((amount) => format.decimal(amount))
      .join(' / ');
  return (
    <article className={classes.meter}>
      <h2 className={classes.name}>
        {t(`resource.${meter.resource}`)} <span className={classes.quiet}>{t('number', { serial: meter.serial })}</span>
      </h2>
      <VerificationNote meter={meter} />
      {alert && <AlertNote alert={alert} />}
      <div className={classes.quiet}>
        {t('previous', { value: shown(meter.previous.value), day: format.day(meter.previous.date) })}
      </div>
      {meter.current && (
        <div>{t('current', { value: shown(meter.current.value), day: format.day(meter.current.date) })}</div>
      )}
      {meter.held && <div>{t('waiting', { value: shown(meter.held.value) })}</div>}
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole) send.mutate({ amounts: typed, photo, confirmed: answer?.outcome === 'confirm' });
        }}
      >
        <ZoneFields
          zones={meter.zones}
          typed={typed}
          onType={(next) => {
            setTyped(next);
            send.reset();
          }}
        />
        <div className={classes.used} aria-live="polite">
          {used === 'below' && t('below')}
          {used !== null &&
            used !== 'below' &&
            t('used', { volume: format.decimal(used.toString()), unit: t(`unit.${meter.resource}`) })}
        </div>
        <Cost accountId={accountId} meterId={meter.id} typed={used === null || used === 'below' ? null : typed} />
        <Answer answer={answer} counts={meter.counts.text} />
        <ProblemNotice error={send.error} />
        <div className={classes.actions}>
          <Button type="submit" size="lg" disabled={!isWhole} loading={send.isPending}>
            {t(answer?.outcome === 'confirm' ? 'sure' : meter.current ? 'again' : 'send')}
          </Button>
          <label className={classes.photo}>
            <input
              type="file"
              accept="image/jpeg,image/png"
              capture="environment"
              onChange={(event) => setPhoto(event.currentTarget.files?.[0] ?? null)}
            />
            <IconCamera size={22} aria-hidden />
            {t(photo ? 'photo.chosen' : 'photo')}
          </label>
        </div>
        {!answer && <p className={classes.quiet}>{meter.counts.text}</p>}
      </form>
      <MeterHistory meter={meter} />
    </article>
  );
}

/** What it comes to in roubles, about; nothing where that can't be told. */
function Cost({ accountId, meterId, typed }: { accountId: string; meterId: string; typed: readonly string[] | null }) {
  const t = useMessages(readingMessages);
  const format = useFormat();
  const now = typed && typed.map((text) => text.trim()).join(';');
  const value = useSettled(now);
  const { data } = useCost(accountId, { meterId, value });
  if (now === null || now !== value || !data?.amount) return null;
  const each = data.services.map(({ name, amount }) => t('cost.services', { name, sum: format.money(amount) }));
  return (
    <div className={classes.quiet} aria-live="polite">
      <strong>{t('cost.of', { sum: format.money(data.amount) })}</strong>
      {each.length > 1 && <div>{each.join(', ')}</div>}
      <div>{t('cost.note')}</div>
    </div>
  );
}

function Answer({ answer, counts }: { answer: Outcome | null; counts: string }) {
  const t = useMessages(readingMessages);
  if (!answer) return null;
  const doubts = (answer.findings ?? []).map(({ text }) => text).join('. ');
  switch (answer.outcome) {
    case 'taken':
      return <Notice tone="good">{t('taken', { counts })}</Notice>;
    case 'same':
    case 'held':
      return <Notice tone="info">{t(answer.outcome)}</Notice>;
    case 'confirm':
      return (
        <Notice tone="attention" title={t('check')}>
          {doubts}
        </Notice>
      );
    case 'refused':
      return (
        <Notice tone="danger" title={t('refused')}>
          {doubts || answer.detail}
        </Notice>
      );
  }
}
