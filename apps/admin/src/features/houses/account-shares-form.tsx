import { answer, DayField, Form, FormDialog, FormSection, useMessages } from '@dvor/ui';
import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { basisMessages } from '../../lib/basis/messages.js';
import { PastNotice } from '../../lib/basis/past-notice.js';
import { typedDay } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useCalendar } from '../../lib/calendar.js';
import { readShare } from '../../lib/shares/read-share.js';
import { SumOfShares } from '../../lib/shares/sum-of-shares.js';
import { useShareChecks } from '../../lib/shares/use-share-checks.js';
import type { Premises } from './api.js';
import classes from './houses.module.css';
import { houseMessages } from './messages.js';

interface Row {
  readonly accountId: string;
  readonly label: string;
  readonly share: string;
}

export function AccountSharesDialog(props: { premises: Premises; opened: boolean; onClose: () => void }) {
  const t = useMessages(houseMessages);
  return (
    <FormDialog opened={props.opened} onClose={props.onClose} title={t('accountShares.title')}>
      <AccountSharesForm {...props} />
    </FormDialog>
  );
}

/** What the accounts of the premises bear of it from a day on; together always the whole. */
function AccountSharesForm({ premises, onClose }: { premises: Premises; onClose: () => void }) {
  const t = useMessages(houseMessages);
  const words = useMessages(basisMessages);
  const checks = useChecks();
  const checkShare = useShareChecks();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: {
      from: today,
      shares: premises.accounts.map(({ id, number, payerName, share }): Row => ({
        accountId: id,
        label: `${number} · ${payerName}`,
        share: share ?? '1',
      })),
      basis: emptyBasis('agreement'),
    },
    validate: {
      from: checks.day,
      shares: {
        share: (text: string, { shares }: { readonly shares: readonly Row[] }) =>
          checkShare(
            text,
            shares.map(({ share }) => share),
          ),
      },
      basis: checks.basis,
    },
  });
  const record = useRecord(form, {
    write: (api, { from, shares }, told, headers) => {
      const body = {
        from: typedDay(from),
        shares: shares.map(({ accountId, share }) => {
          const { numerator, denominator } = readShare(share)!;
          return { accountId, share: `${numerator}/${denominator}` };
        }),
        ...told,
      };
      return answer(
        api.PUT('/api/v1/premises/{id}/account-shares', { params: { path: { id: premises.id } }, body, headers }),
      );
    },
    onDone: onClose,
  });
  const { shares } = form.values;
  return (
    <Form onCancel={onClose} submit={t('accountShares.submit')} {...record}>
      <DayField data-autofocus label={words('from')} required maw={200} {...form.getInputProps('from')} />
      <FormSection title={t('accountShares.from')}>
        {shares.map(({ accountId, label }, i) => (
          <TextInput
            key={accountId}
            label={label}
            placeholder="1/2"
            required
            maxLength={19}
            {...form.getInputProps(`shares.${i}.share`)}
          />
        ))}
        <div className={classes.ownersFoot}>
          <SumOfShares shares={shares.map(({ share }) => share)} />
        </div>
      </FormSection>
      <PastNotice from={form.values.from} />
      <BasisFields form={form} />
    </Form>
  );
}
