import {
  Code,
  DataTable,
  EmptyState,
  ErrorState,
  Facts,
  FormDialog,
  Page,
  PageHeader,
  Section,
  Sheet,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, useParams } from 'react-router';
import { type Supplier, useBankChanges, useBankDetails, useSupplier } from './api.js';
import { NewBankChangeForm, WaitingChange } from './bank-change.js';
import classes from './catalogue.module.css';
import { catalogueMessages } from './messages.js';
import { PhaseBadge } from './phase.js';
import { SupplierForm } from './supplier-form.js';
import { VatExemptions } from './vat-exemptions.js';
import { useInterval } from './words.js';

export default function SupplierPage() {
  const { supplierId = '' } = useParams();
  const { data: supplier, error, refetch } = useSupplier(supplierId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!supplier) return <Page>{null}</Page>;
  return <Card supplier={supplier} />;
}

function Card({ supplier }: { supplier: Supplier }) {
  const t = useMessages(catalogueMessages);
  const may = useMay();
  const [editing, edit] = useDisclosure();
  const [asking, ask] = useDisclosure();
  const changes = useBankChanges({ supplierId: supplier.id });
  const waiting = changes.data?.items.find(({ state }) => state === 'pending');
  return (
    <Page>
      <PageHeader
        back={<Link to="/catalogue?tab=suppliers">{t('suppliers.back')}</Link>}
        title={supplier.name}
        actions={
          may('catalogue.edit') && (
            <>
              <Button variant="default" onClick={edit.open}>
                {t('edit')}
              </Button>
              {changes.data && !waiting && <Button onClick={ask.open}>{t('bank.ask')}</Button>}
            </>
          )
        }
      />
      {waiting && <WaitingChange change={waiting} supplier={supplier} />}
      <div className={classes.card}>
        <SupplierFacts supplier={supplier} />
        <div className={classes.column}>
          <VatExemptions supplierId={supplier.id} />
          <BankHistory supplierId={supplier.id} />
          <ChangesHistory supplierId={supplier.id} />
        </div>
      </div>
      <FormDialog opened={editing} onClose={edit.close} title={t('supplier.edit.title')}>
        <SupplierForm supplier={supplier} onClose={edit.close} onDone={() => undefined} />
      </FormDialog>
      <FormDialog opened={asking} onClose={ask.close} title={t('bank.ask.title')}>
        <NewBankChangeForm supplier={supplier} onClose={ask.close} />
      </FormDialog>
    </Page>
  );
}

function SupplierFacts({ supplier }: { supplier: Supplier }) {
  const t = useMessages(catalogueMessages);
  const code = (value: string | null) => value && <Code>{value}</Code>;
  const { inn, kpp, ogrn, address, phone, bankDetails: bank } = supplier;
  return (
    <div className={classes.column}>
      <Section title={t('supplier')}>
        <Sheet>
          <Facts
            facts={[
              { label: t('inn'), value: code(inn) },
              { label: t('kpp'), value: code(kpp) },
              { label: t('ogrn'), value: code(ogrn) },
              { label: t('phone'), value: phone },
              { label: t('address'), value: address },
            ]}
          />
        </Sheet>
      </Section>
      <Section title={t('bank.now')}>
        <Sheet>
          {bank ? (
            <Facts
              facts={[
                { label: t('account'), value: code(bank.accountNumber) },
                { label: t('bik'), value: code(bank.bic) },
                { label: t('bank'), value: bank.bankName },
                { label: t('corrAccount'), value: code(bank.correspondentAccount) },
              ]}
            />
          ) : (
            <span className={classes.quiet}>{t('bank.none')}</span>
          )}
        </Sheet>
      </Section>
    </div>
  );
}

/** All accounts there ever were; what was corrected is struck through and stays readable. */
function BankHistory({ supplierId }: { supplierId: string }) {
  const t = useMessages(catalogueMessages);
  const format = useFormat();
  const interval = useInterval();
  const { data, error, refetch } = useBankDetails(supplierId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Section title={t('bank.history')}>
      <DataTable
        wrap
        label={t('bank.history')}
        minWidth={700}
        rows={data?.items}
        rowKey={({ id, recordedAt }) => `${id}/${recordedAt}`}
        empty={<EmptyState title={t('bank.history.empty')}>{t('bank.history.empty.text')}</EmptyState>}
        columns={[
          {
            key: 'days',
            title: t('since'),
            width: 190,
            cell: (details) => (
              <>
                <div className={details.supersededAt ? classes.superseded : undefined}>{interval(details)}</div>
                {details.supersededAt ? (
                  <span className={classes.quiet}>
                    {t('superseded', { at: format.instant(String(details.supersededAt)) })}
                  </span>
                ) : (
                  <PhaseBadge days={details} />
                )}
              </>
            ),
          },
          {
            key: 'account',
            title: t('account'),
            width: 200,
            cell: ({ accountNumber, supersededAt }) => (
              <span className={supersededAt ? classes.superseded : undefined}>
                <Code>{accountNumber}</Code>
              </span>
            ),
          },
          {
            key: 'bank',
            title: t('bank'),
            cell: ({ bankName, bic }) => (
              <>
                {bankName}
                <div className={classes.quiet}>
                  {t('bik')} <Code>{bic}</Code>
                </div>
              </>
            ),
          },
          {
            key: 'who',
            title: t('recorded'),
            width: 210,
            cell: ({ reason, recordedAt, recordedBy }) => (
              <>
                {reason}
                <div className={classes.quiet}>
                  {[format.instant(String(recordedAt)), recordedBy].filter(Boolean).join(', ')}
                </div>
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

/** What was decided about requests, by whom and why. */
function ChangesHistory({ supplierId }: { supplierId: string }) {
  const t = useMessages(catalogueMessages);
  const format = useFormat();
  const interval = useInterval();
  const { data } = useBankChanges({ supplierId });
  const decided = data?.items.filter(({ state }) => state !== 'pending') ?? [];
  if (decided.length === 0) return null;
  return (
    <Section title={t('bank.changes')}>
      <DataTable
        wrap
        label={t('bank.changes')}
        minWidth={700}
        rows={decided}
        rowKey={({ id }) => id}
        columns={[
          { key: 'state', title: t('state'), width: 130, cell: ({ state }) => t(`bank.state.${state}`) },
          {
            key: 'what',
            title: t('account'),
            width: 200,
            cell: (change) => (
              <>
                <Code>{change.accountNumber}</Code>
                <div className={classes.quiet}>{interval(change)}</div>
              </>
            ),
          },
          {
            key: 'asked',
            title: t('bank.asked.title'),
            cell: ({ reason, askedBy, askedAt }) => (
              <>
                {reason}
                <div className={classes.quiet}>{`${askedBy.name}, ${format.instant(askedAt)}`}</div>
              </>
            ),
          },
          {
            key: 'decided',
            title: t('bank.decided'),
            width: 210,
            cell: ({ decidedBy, decidedAt, decisionNote }) => (
              <>
                {decisionNote ?? ''}
                <div className={classes.quiet}>
                  {[decidedBy, decidedAt && format.instant(decidedAt)].filter(Boolean).join(', ')}
                </div>
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}
