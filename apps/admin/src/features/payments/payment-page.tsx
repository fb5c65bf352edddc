import {
  Code,
  DataTable,
  EmptyState,
  ErrorState,
  type Fact,
  Facts,
  Figure,
  FigureStrip,
  FormDialog,
  MoneyText,
  Page,
  PageHeader,
  Section,
  Sheet,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useCalendar } from '../../lib/calendar.js';
import { type PaymentCard, usePayment } from './api.js';
import { paymentMessages } from './messages.js';
import { PartsTable } from './parts-table.js';
import { PutOnForm, RefundForm, VoidForm } from './payment-forms.js';
import classes from './payments.module.css';
import { PaymentStateBadge } from './state-badge.js';

export default function PaymentPage() {
  const { paymentId = '' } = useParams();
  const { data: payment, error, refetch } = usePayment(paymentId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!payment) return <Page>{null}</Page>;
  return <Card payment={payment} />;
}

type Doing = 'putOn' | 'void' | 'refund';

function Card({ payment }: { payment: PaymentCard }) {
  const t = useMessages(paymentMessages);
  const format = useFormat();
  const may = useMay();
  const { today } = useCalendar();
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  const waiting = payment.state === 'waiting';
  const possible: Doing[] =
    payment.state === 'returned'
      ? []
      : [
          'putOn',
          ...(payment.bookedOn === today && !/[1-9]/.test(payment.returned) ? (['void'] as const) : []),
          'refund',
        ];
  const name = (one: Doing) => (one === 'putOn' ? (waiting ? t('do.match') : t('do.move')) : t(`do.${one}`));
  return (
    <Page>
      <PageHeader
        back={<Link to="/payments">{t('title')}</Link>}
        title={t('card.title', { day: format.day(payment.paidOn) })}
        status={<PaymentStateBadge state={payment.state} />}
        note={`${payment.channel.name} · № ${payment.externalId}`}
        actions={
          may('payment.correct') &&
          possible.length > 0 &&
          (waiting ? (
            <>
              <Button variant="default" onClick={() => setDoing('refund')}>
                {t('do.refund')}
              </Button>
              <Button onClick={() => setDoing('putOn')}>{t('do.match')}</Button>
            </>
          ) : (
            <Menu position="bottom-end">
              <Menu.Target>
                <Button rightSection={<IconChevronDown size={16} />}>{t('actions')}</Button>
              </Menu.Target>
              <Menu.Dropdown>
                {possible.map((one) => (
                  <Menu.Item key={one} onClick={() => setDoing(one)}>
                    {name(one)}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          ))
        }
      />
      <div className={classes.card}>
        <aside>
          <Sheet>
            <Facts facts={useFacts(payment)} />
          </Sheet>
        </aside>
        <div className={classes.column}>
          <FigureStrip>
            <Figure large label={t('amount')}>
              <MoneyText value={payment.amount} />
            </Figure>
            {/[1-9]/.test(payment.returned) && (
              <Figure large label={t('returned')}>
                <MoneyText value={payment.returned} />
              </Figure>
            )}
            {/[1-9]/.test(payment.fee) && (
              <Figure large label={t(`fee.${payment.feePayer}`)}>
                <MoneyText value={payment.fee} />
              </Figure>
            )}
          </FigureStrip>
          <Section title={t('split')} note={waiting ? t('split.waiting') : payment.rule}>
            {!waiting && <PartsTable label={t('split')} parts={payment.split} />}
          </Section>
          {payment.recipients.length > 0 && (
            <Section title={t('recipients')}>
              <Recipients payment={payment} />
            </Section>
          )}
          {payment.operations.length > 0 && (
            <Section title={t('operations')}>
              <Operations payment={payment} />
            </Section>
          )}
          {payment.request !== null && (
            <Section title={t('raw')} note={t('raw.note')}>
              <pre className={classes.raw}>{payment.request}</pre>
              {payment.answer !== null && <pre className={classes.raw}>{payment.answer}</pre>}
            </Section>
          )}
        </div>
      </div>
      <FormDialog wide opened={doing === 'putOn'} onClose={close} title={name('putOn')}>
        <PutOnForm payment={payment} onClose={close} />
      </FormDialog>
      <FormDialog opened={doing === 'void'} onClose={close} title={t('do.void')}>
        <VoidForm payment={payment} onClose={close} />
      </FormDialog>
      <FormDialog wide opened={doing === 'refund'} onClose={close} title={t('do.refund')}>
        <RefundForm payment={payment} onClose={close} />
      </FormDialog>
    </Page>
  );
}

function useFacts(payment: PaymentCard): Fact[] {
  const t = useMessages(paymentMessages);
  const format = useFormat();
  const { account, accountGiven, words } = payment;
  const named = [
    words.period && format.month(words.period),
    ...words.services.map(({ service, amount }) => `${service?.name ?? ''} ${format.money(amount)}`),
    words.penalties && t('named.penalties', { sum: format.money(words.penalties) }),
  ].filter(Boolean);
  return [
    {
      label: t('account'),
      value: account && (
        <Link to={`/accounts/${account.id}?tab=ledger`}>
          <Code>{account.number}</Code>
        </Link>
      ),
    },
    ...(accountGiven !== account?.number ? [{ label: t('accountGiven'), value: accountGiven }] : []),
    { label: t('paidOn'), value: format.day(payment.paidOn) },
    { label: t('bookedOn'), value: format.day(payment.bookedOn) },
    { label: t('received'), value: format.instant(payment.receivedAt) },
    { label: t('channel'), value: payment.channel.name },
    { label: t('externalId'), value: payment.externalId },
    { label: t('named'), value: named.join(', ') || t('named.nothing') },
    ...(words.purpose ? [{ label: t('purpose'), value: words.purpose }] : []),
    ...(payment.recordedBy ? [{ label: t('recordedBy'), value: payment.recordedBy }] : []),
  ];
}

function Recipients({ payment: { recipients, bookedOn } }: { payment: PaymentCard }) {
  const t = useMessages(paymentMessages);
  const format = useFormat();
  return (
    <DataTable
      label={t('recipients')}
      minWidth={560}
      rows={recipients}
      rowKey={({ recipient }) => recipient?.id ?? ''}
      columns={[
        { key: 'who', title: t('recipient'), cell: ({ recipient }) => recipient?.name ?? t('recipient.none') },
        {
          key: 'stage',
          title: t('stage'),
          width: 260,
          cell: ({ stage, sentOn }) =>
            stage === 'sent'
              ? t('stage.sent', { from: format.day(bookedOn), to: format.day(sentOn!) })
              : t(`stage.${stage}`, { from: format.day(bookedOn) }),
        },
        {
          key: 'fee',
          title: t('fee'),
          width: 110,
          align: 'end',
          cell: ({ fee }) => <MoneyText value={fee} currency={false} zero="dash" />,
        },
        {
          key: 'amount',
          title: t('parts.amount'),
          width: 120,
          align: 'end',
          cell: ({ amount }) => <MoneyText value={amount} currency={false} />,
        },
      ]}
    />
  );
}

function Operations({ payment: { operations } }: { payment: PaymentCard }) {
  const t = useMessages(paymentMessages);
  const format = useFormat();
  return (
    <DataTable
      wrap
      label={t('operations')}
      minWidth={640}
      rows={operations}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('operations')} />}
      columns={[
        { key: 'when', title: t('operation.when'), width: 140, cell: ({ recordedAt }) => format.instant(recordedAt) },
        {
          key: 'what',
          title: t('operation.what'),
          cell: ({ kind, from, to, reason, recordedBy }) => (
            <div className={classes.stacked}>
              <span>
                {t(`operation.${kind}`)}
                {(from || to) && `: ${[from?.number, to?.number].filter(Boolean).join(' → ')}`}
              </span>
              <small>{[reason, recordedBy].join(' · ')}</small>
            </div>
          ),
        },
        {
          key: 'amount',
          title: t('parts.amount'),
          width: 120,
          align: 'end',
          cell: ({ amount }) => <MoneyText value={amount} currency={false} />,
        },
      ]}
    />
  );
}
