import {
  Code,
  downloadFile,
  ErrorState,
  Facts,
  FormDialog,
  MoneyText,
  Notice,
  Page,
  PageHeader,
  Section,
  Sheet,
  useFormat,
  useHttp,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { IconPlus, IconPrinter } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { useWhy } from '../../lib/debt-reasons/use-why.js';
import { StepsTable } from '../../lib/debt-steps/steps-table.js';
import { ActForm } from './act-form.js';
import { type ActKind, type RestrictionDetail, useRestriction } from './api.js';
import { restrictionMessages } from './messages.js';
import classes from './restrictions.module.css';
import { StageBadge } from './stage-badge.js';
import { useNext } from './use-next.js';

/** One restriction: its debt, where it stands by the law's terms, its acts. */
export default function RestrictionPage() {
  const t = useMessages(restrictionMessages);
  const may = useMay();
  const [noting, note] = useDisclosure();
  const { id = '' } = useParams();
  const { data: one, error, refetch } = useRestriction(id);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!one) return <Page>{null}</Page>;
  const form = formOf(one);
  return (
    <Page>
      <PageHeader
        back={<Link to="/restrictions">{t('title')}</Link>}
        title={t('page.title', { service: one.service })}
        note={<StageBadge {...one} />}
        actions={
          <>
            {form && <PrintForm one={one} kind={form} />}
            {may('debt.work') && one.endedOn === null && (
              <Button leftSection={<IconPlus size={16} />} onClick={note.open}>
                {t('act')}
              </Button>
            )}
          </>
        }
      />
      <Standing one={one} />
      <RestrictionFacts one={one} />
      <Section title={t('steps')}>
        <StepsTable steps={one.steps} />
      </Section>
      <FormDialog opened={noting} onClose={note.close} title={t('act.title')}>
        {noting && <ActForm one={one} onClose={note.close} />}
      </FormDialog>
    </Page>
  );
}

/** Of which act a form is needed next. */
function formOf({ next, stage }: RestrictionDetail): ActKind | null {
  if (stage === 'ended') return null;
  if (stage === 'limited' || stage === 'suspended' || stage === 'to-restore')
    return next?.act === 'suspend' ? 'suspension' : 'restoration';
  return next?.act === 'suspend' ? 'suspension' : 'restriction';
}

function PrintForm({ one: { id, account }, kind }: { one: RestrictionDetail; kind: ActKind }) {
  const t = useMessages(restrictionMessages);
  const http = useHttp();
  const print = useMutation({
    mutationFn: () =>
      downloadFile(http, `/api/v1/restrictions/${id}/act-form?kind=${kind}`, t('form.file', { account })),
  });
  return (
    <Button
      variant="default"
      leftSection={<IconPrinter size={16} />}
      loading={print.isPending}
      onClick={() => print.mutate()}
    >
      {t('form')}
    </Button>
  );
}

function Standing({ one: { clearedOn, clearedWhy, next, obstacles } }: { one: RestrictionDetail }) {
  const t = useMessages(restrictionMessages);
  const format = useFormat();
  const why = useWhy();
  const words = useNext();
  if (clearedOn !== null && clearedWhy !== null)
    return (
      <Notice tone="danger">
        {t('cleared', {
          ...{ day: format.day(clearedOn), why: t(`cleared.${clearedWhy}`) },
          until: next?.until ? format.day(next.until) : '',
        })}
      </Notice>
    );
  if (obstacles.length > 0) return <Notice tone="attention">{t('against', { why: why(obstacles) })}</Notice>;
  return next && <Notice tone="info">{`${t('next')}: ${words(next)}`}</Notice>;
}

function RestrictionFacts({ one }: { one: RestrictionDetail }) {
  const t = useMessages(restrictionMessages);
  const format = useFormat();
  const { accountId, account, debtor, address, owes, debt, normFee, explained, warning, warnedOn } = one;
  const dayFact = (label: string, day: string | null) => (day === null ? [] : [{ label, value: format.day(day) }]);
  return (
    <Sheet>
      <Facts
        facts={[
          {
            label: t('account'),
            value: (
              <>
                <Link to={`/debtors/${accountId}`}>
                  <Code>{account}</Code>
                </Link>{' '}
                {debtor}
              </>
            ),
          },
          { label: t('address'), value: address },
          { label: t('owes'), value: <MoneyText value={owes} /> },
          { label: t('began'), value: <MoneyText value={debt} /> },
          { label: t('normFee'), value: <MoneyText value={normFee} /> },
          {
            label: t('how'),
            value: (
              <ul className={classes.reasons}>
                {explained.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            ),
          },
          {
            label: t('warning'),
            value: warning && (
              <Link to={`/debt-letters/${warning.batchId}/letters/${warning.letterId}`}>
                {warnedOn === null
                  ? t('warning.not-yet', { number: warning.number })
                  : t('warning.came', { number: warning.number, day: format.day(warnedOn) })}
              </Link>
            ),
          },
          ...dayFact(t('reminded'), one.remindedOn),
          ...dayFact(t('limitedOn'), one.limitedOn),
          ...dayFact(t('suspendedOn'), one.suspendedOn),
          ...dayFact(t('ended'), one.endedOn),
        ]}
      />
    </Sheet>
  );
}
