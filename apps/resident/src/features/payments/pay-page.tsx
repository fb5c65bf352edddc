import { ErrorState, ProblemNotice, useFormat, useMessages } from '@dvor/ui';
import { Button, TextInput } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useInvoicePreview, useInvoices, useMakeInvoice } from './api.js';
import { byMonth } from './by-month.js';
import { paymentMessages } from './messages.js';
import { Month } from './month.js';
import classes from './payment.module.css';
import { typedSum } from './typed-sum.js';

/** How much to pay and where it goes; then an invoice to pay by. `owed`: `null`, all is paid. */
export default function PayPage({ accountId, owed }: { accountId: string; owed: string | null }) {
  const t = useMessages(paymentMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const [all, setAll] = useState(owed !== null);
  const [typed, setTyped] = useState('');
  const sum = all ? owed : typedSum(typed);
  const make = useMakeInvoice(accountId);
  const submit = () => {
    if (sum) make.mutate(sum, { onSuccess: ({ id }) => void navigate(`/payments/invoices/${id}`) });
  };
  return (
    <form
      className={classes.payment}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h1 className={classes.title}>{t('pay')}</h1>
      <OpenInvoices accountId={accountId} />
      <fieldset className={classes.choices}>
        <legend>{t('pay.how')}</legend>
        {owed !== null && (
          <label className={classes.choice}>
            <input type="radio" name="sum" checked={all} onChange={() => setAll(true)} />
            <span>{t('pay.all')}</span>
            <strong className={classes.figure}>{format.money(owed)}</strong>
          </label>
        )}
        <label className={classes.choice}>
          <input type="radio" name="sum" checked={!all} onChange={() => setAll(false)} />
          <span>{t('pay.other')}</span>
        </label>
        {!all && (
          <TextInput
            label={t('pay.sum')}
            inputMode="decimal"
            autoComplete="off"
            size="lg"
            value={typed}
            error={typed !== '' && sum === null && t('pay.sum.wrong')}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </fieldset>
      {sum && <WhereItGoes accountId={accountId} sum={sum} />}
      <div>
        <Button type="submit" fullWidth disabled={!sum} loading={make.isPending}>
          {sum ? t('pay.make', { sum: format.money(sum) }) : t('pay')}
        </Button>
        <p className={classes.note}>{t('pay.make.note')}</p>
      </div>
      <ProblemNotice error={make.error} />
    </form>
  );
}

function WhereItGoes({ accountId, sum }: { accountId: string; sum: string }) {
  const t = useMessages(paymentMessages);
  const { data: preview, error, refetch } = useInvoicePreview(accountId, sum);
  if (error && !preview) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!preview) return null;
  return (
    <section>
      <h2 className={classes.part}>{t('pay.where')}</h2>
      {byMonth(preview.parts).map((month) => (
        <Month key={`${month.period} ${month.ahead}`} folded month={month} />
      ))}
    </section>
  );
}

/** Those that wait to be paid: nobody makes out a second one by mistake. */
function OpenInvoices({ accountId }: { accountId: string }) {
  const t = useMessages(paymentMessages);
  const format = useFormat();
  const open = useInvoices(accountId).data?.items.filter(({ state }) => state === 'open') ?? [];
  return open.map(({ id, amount, lastDay }) => (
    <Link key={id} to={`/payments/invoices/${id}`} className={classes.open}>
      {t('pay.open', { sum: format.money(amount), day: format.longDay(lastDay) })}
      <IconChevronRight size={20} aria-hidden />
    </Link>
  ));
}
