import {
  answer,
  Code,
  DataTable,
  EmptyState,
  Form,
  FormGrid,
  Notice,
  Page,
  PageHeader,
  Section,
  Sheet,
  useFormat,
  useMessages,
} from '@dvor/ui';
import { Button, Input, MultiSelect, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { typedNumber } from '../../lib/basis/typed.js';
import { useAct, useSave } from '../../lib/basis/use-save.js';
import { useWhy } from '../../lib/debt-reasons/use-why.js';
import { HouseFilter } from '../../lib/house-filter/house-filter.js';
import { type Preview, type Rule, useRestrictableServices } from './api.js';
import { restrictionMessages } from './messages.js';
import classes from './restrictions.module.css';

const ROUBLES = /^\d{1,10}(\.\d{1,2})?$/;

interface Values {
  houseId: string;
  least: string;
  serviceIds: string[];
  cannotLimit: string[];
}

const EMPTY: Values = { houseId: '', least: '', serviceIds: [], cannotLimit: [] };

/** Whom to warn of a restriction: nothing is written before it was looked at. */
export default function WarnPage() {
  const t = useMessages(restrictionMessages);
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const accountId = params.get('accountId');
  const [seen, setSeen] = useState<{ readonly rule: string; readonly preview: Preview } | null>(null);
  const form = useForm({
    initialValues: EMPTY,
    validate: { least: (text) => (ROUBLES.test(typedNumber(text) ?? '0') ? null : t('need.sum')) },
  });
  const rule = ruleOf(form.values, accountId);
  const isSeen = seen?.rule === JSON.stringify(rule);
  const look = useAct({
    write: (api, asked: Rule, headers) =>
      answer(api.POST('/api/v1/restriction-warnings/preview', { body: asked, headers })),
    onDone: (preview) => setSeen({ rule: JSON.stringify(rule), preview }),
    said: null,
  });
  const write = useSave(form, {
    write: (api, values, headers) =>
      answer(api.POST('/api/v1/restriction-warnings', { body: ruleOf(values, accountId), headers })),
    onDone: ({ id }) => void navigate(`/debt-letters/${id}`),
    said: null,
  });
  return (
    <Page>
      <PageHeader back={<Link to="/restrictions">{t('title')}</Link>} title={t('warn.title')} note={t('warn.note')} />
      <Sheet>
        <Form onCancel={() => void navigate(-1)} submit={t('write')} {...write} error={write.error ?? look.error}>
          <Fields form={form} ofOne={accountId !== null} />
          <div>
            <Button
              variant="light"
              loading={look.busy}
              onClick={() => {
                if (!form.validate().hasErrors) look.run(rule);
              }}
            >
              {t('look')}
            </Button>
          </div>
        </Form>
      </Sheet>
      {seen && isSeen && <Considered preview={seen.preview} />}
    </Page>
  );
}

function Fields({ form, ofOne }: { form: UseFormReturnType<Values>; ofOne: boolean }) {
  const t = useMessages(restrictionMessages);
  const services = useRestrictableServices().data ?? [];
  const data = services.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FormGrid>
      {!ofOne && (
        <>
          <Input.Wrapper label={t('house')} data-full>
            <HouseFilter
              houseId={form.values.houseId}
              onChange={(houseId) => form.setFieldValue('houseId', houseId ?? '')}
            />
          </Input.Wrapper>
          <TextInput label={t('least')} inputMode="decimal" autoComplete="off" {...form.getInputProps('least')} />
        </>
      )}
      <MultiSelect
        label={t('services')}
        placeholder={form.values.serviceIds.length === 0 ? t('services.any') : ''}
        clearable
        data={data}
        {...form.getInputProps('serviceIds')}
      />
      <MultiSelect
        label={t('cannotLimit')}
        description={t('cannotLimit.hint')}
        clearable
        data={data}
        {...form.getInputProps('cannotLimit')}
      />
    </FormGrid>
  );
}

function Considered({ preview: { accounts, restrictions, sum, without, items } }: { preview: Preview }) {
  const t = useMessages(restrictionMessages);
  const format = useFormat();
  return (
    <Section title={t('considered')}>
      <Notice tone={accounts > 0 ? 'info' : 'attention'}>
        {t('preview.sum', { n: accounts, restrictions, without, sum: format.money(sum) })}
      </Notice>
      <DataTable
        wrap
        label={t('warn.title')}
        minWidth={820}
        rows={items}
        rowKey={({ accountId }) => accountId}
        empty={<EmptyState title={t('preview.none')}>{t('preview.none.text')}</EmptyState>}
        columns={[
          {
            key: 'account',
            title: t('account'),
            width: 400,
            cell: ({ accountId, account, debtor, address }) => (
              <>
                <Link to={`/debtors/${accountId}`}>
                  <Code>{account}</Code>
                </Link>{' '}
                {debtor}
                <div className={classes.quiet}>{address}</div>
              </>
            ),
          },
          { key: 'what', title: t('what'), cell: (one) => <What candidate={one} /> },
        ]}
      />
    </Section>
  );
}

function What({ candidate: { services, obstacles } }: { candidate: Preview['items'][number] }) {
  const t = useMessages(restrictionMessages);
  const format = useFormat();
  const why = useWhy();
  if (obstacles.length > 0) return <span className={classes.quiet}>{why(obstacles)}</span>;
  return (
    <ul className={classes.reasons}>
      {services.map(({ serviceId, service, debt, normFee, explained, canLimit }) => (
        <li key={serviceId} title={explained.join(' ')}>
          {t('what.service', { service, debt: format.money(debt), fee: format.money(normFee) })}
          {!canLimit && `, ${t('what.at-once')}`}
        </li>
      ))}
    </ul>
  );
}

function ruleOf({ houseId, least, serviceIds, cannotLimit }: Values, accountId: string | null): Rule {
  const sum = typedNumber(least);
  return {
    ...(accountId !== null && { accountIds: [accountId] }),
    ...(houseId !== '' && { houseId }),
    ...(sum !== null && { least: sum }),
    ...(serviceIds.length > 0 && { serviceIds }),
    ...(cannotLimit.length > 0 && { cannotLimit }),
  };
}
