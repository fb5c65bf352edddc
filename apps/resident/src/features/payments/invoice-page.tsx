import { ErrorState, Notice, ProblemNotice, saveBlob, useFormat, useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { IconArrowLeft, IconCheck, IconCopy, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { type InvoiceCard, useCancelInvoice, useInvoice } from './api.js';
import { paymentMessages } from './messages.js';
import classes from './payment.module.css';
import { pictureOfCode, QUIET_ZONE } from './picture-of-code.js';

export default function InvoicePage() {
  const { invoiceId = '' } = useParams();
  const { data: invoice, error, refetch } = useInvoice(invoiceId);
  if (error && !invoice) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return invoice ? <Told invoice={invoice} /> : null;
}

function Told({ invoice }: { invoice: InvoiceCard }) {
  const t = useMessages(paymentMessages);
  const format = useFormat();
  const { amount, account, lastDay, state } = invoice;
  return (
    <article className={classes.payment}>
      <Link to="/payments" className={classes.back}>
        <IconArrowLeft size={20} aria-hidden />
        {t('back')}
      </Link>
      <div>
        <h1 className={classes.title}>{t('invoice.title', { sum: format.money(amount) })}</h1>
        <div className={classes.quiet}>{t('invoice.account', { account })}</div>
        {state === 'open' && (
          <div className={classes.quiet}>{t('invoice.until', { day: format.longDay(lastDay) })}</div>
        )}
      </div>
      {state === 'open' ? <Open invoice={invoice} /> : <Over invoice={invoice} />}
    </article>
  );
}

function Open({ invoice }: { invoice: InvoiceCard }) {
  const t = useMessages(paymentMessages);
  const { id, codes } = invoice;
  const cancel = useCancelInvoice(id);
  return (
    <>
      <section>
        <h2 className={classes.part}>{t('invoice.camera')}</h2>
        <p className={classes.quiet}>{t('invoice.camera.text')}</p>
        {codes.length > 1 && <p className={classes.quiet}>{t('invoice.parts', { n: codes.length })}</p>}
        {codes.map((code) => (
          <CodeOfRecipient key={code.recipient?.id ?? ''} code={code} number={invoice.number} />
        ))}
      </section>
      <ByNumber invoice={invoice} />
      <Button variant="default" fullWidth loading={cancel.isPending} onClick={() => cancel.mutate()}>
        {t('invoice.cancel')}
      </Button>
      <ProblemNotice error={cancel.error} />
    </>
  );
}

function CodeOfRecipient({
  code: { recipient, amount, qr },
  number,
}: {
  code: InvoiceCard['codes'][number];
  number: string;
}) {
  const t = useMessages(paymentMessages);
  const format = useFormat();
  const name = recipient?.name ?? t('whoever');
  return (
    <div className={classes.sheet}>
      <div className={classes.line}>
        <span>{name}</span>
        <strong className={classes.figure}>{format.money(amount)}</strong>
      </div>
      {qr ? (
        <>
          <svg
            className={classes.code}
            role="img"
            aria-label={t('invoice.code', { name })}
            viewBox={`${-QUIET_ZONE} ${-QUIET_ZONE} ${qr.modules + 2 * QUIET_ZONE} ${qr.modules + 2 * QUIET_ZONE}`}
          >
            <path d={qr.path} stroke="#000" strokeWidth={qr.strokeWidth} />
          </svg>
          <Button
            variant="default"
            leftSection={<IconDownload size={20} aria-hidden />}
            onClick={() => void pictureOfCode(qr).then((picture) => saveBlob(picture, t('invoice.file', { number })))}
          >
            {t('invoice.save')}
          </Button>
        </>
      ) : (
        <p className={classes.quiet}>{t('invoice.code.none')}</p>
      )}
    </div>
  );
}

function ByNumber({ invoice: { number, ways } }: { invoice: InvoiceCard }) {
  const t = useMessages(paymentMessages);
  const format = useFormat();
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(number).then(() => setCopied(true));
  if (ways.length === 0) return null;
  return (
    <section>
      <h2 className={classes.part}>{t('invoice.number')}</h2>
      <p className={classes.quiet}>{t('invoice.number.text')}</p>
      <div className={classes.sheet}>
        <div className={classes.number}>{number.replaceAll(/(\d{4})(?=\d)/g, '$1\u00A0')}</div>
        <Button
          variant="default"
          leftSection={copied ? <IconCheck size={20} aria-hidden /> : <IconCopy size={20} aria-hidden />}
          onClick={copy}
        >
          <span aria-live="polite">{t(copied ? 'invoice.copied' : 'invoice.copy')}</span>
        </Button>
        <div className={classes.quiet}>{t('invoice.ways')}</div>
        {ways.map(({ channel, fee, total }) => (
          <div key={channel} className={classes.line}>
            <span>{channel}</span>
            <span className={classes.quiet}>
              {/[1-9]/.test(fee)
                ? t('invoice.fee', { fee: format.money(fee), total: format.money(total) })
                : t('invoice.free')}
            </span>
          </div>
        ))}
      </div>
    </section>
  );
}

function Over({ invoice: { state, paymentId } }: { invoice: InvoiceCard }) {
  const t = useMessages(paymentMessages);
  const navigate = useNavigate();
  if (state === 'paid')
    return (
      <Notice tone="good" title={t('invoice.paid')}>
        <p>{t('invoice.paid.text')}</p>
        <Button onClick={() => void navigate(`/payments/${paymentId}`)}>{t('invoice.paid.open')}</Button>
      </Notice>
    );
  return (
    <Notice tone="info" title={t(state === 'expired' ? 'invoice.expired' : 'invoice.cancelled')}>
      <p>{t('invoice.over.text')}</p>
      <Button onClick={() => void navigate('/payments/pay')}>{t('invoice.again')}</Button>
    </Notice>
  );
}
