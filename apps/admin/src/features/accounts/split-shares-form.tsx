import type { Share } from '@dvor/housing/core';
import { answer, DayField, Form, FormGrid, FormSection, Notice, useMessages } from '@dvor/ui';
import { ActionIcon, Button, MultiSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { basisMessages } from '../../lib/basis/messages.js';
import { PastNotice } from '../../lib/basis/past-notice.js';
import { typedDay, typedText } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useCalendar } from '../../lib/calendar.js';
import type { ChosenParty } from '../../lib/parties/party.js';
import { PartyPicker } from '../../lib/parties/party-picker.js';
import { shareMessages } from '../../lib/shares/messages.js';
import { missingText, readShare } from '../../lib/shares/read-share.js';
import { SumOfShares } from '../../lib/shares/sum-of-shares.js';
import { useShareChecks } from '../../lib/shares/use-share-checks.js';
import classes from './accounts.module.css';
import type { AccountCard } from './api.js';
import { accountMessages } from './messages.js';
import { MoveDebt, withPaper } from './move-debt.js';
import { onDay } from './on-day.js';

interface Part {
  readonly payerId: ChosenParty | null;
  readonly share: string;
  readonly number: string;
  readonly residentIds: string[];
}

/** Each co-owner gets an account that bears a share of the premises; everybody who is registered goes with one of them. */
export function SplitSharesForm({ account, onClose }: { account: AccountCard; onClose: () => void }) {
  const t = useMessages(accountMessages);
  const words = useMessages(basisMessages);
  const share = useMessages(shareMessages);
  const navigate = useNavigate();
  const checks = useChecks();
  const { today } = useCalendar();
  const whole = (account.share && readShare(account.share)) || undefined;
  const checkShare = useShareChecks(whole);
  const people = [...new Map(onDay(account.residents, today).map(({ partyId, name }) => [partyId, name]))];
  const form = useForm({
    initialValues: {
      from: today,
      parts: partsAtFirst(account, today, whole),
      moveDebt: false,
      basis: emptyBasis('agreement'),
    },
    validate: {
      from: checks.day,
      parts: {
        payerId: checks.chosen,
        share: (text: string, { parts }: { readonly parts: readonly Part[] }) =>
          checkShare(
            text,
            parts.map((part) => part.share),
          ),
        residentIds: (ids: string[], { parts }: { readonly parts: readonly Part[] }, path: string) => {
          const left = people.filter(([id]) => !parts.some(({ residentIds }) => residentIds.includes(id)));
          return left.length > 0 && path === 'parts.0.residentIds'
            ? t('split.left', { names: left.map(([, name]) => name).join(', ') })
            : null;
        },
      },
      basis: withPaper(checks),
    },
  });
  const record = useRecord(form, {
    paperNeeded: ({ moveDebt }) => moveDebt,
    write: (api, { from, parts, moveDebt }, told, headers) => {
      const body = {
        by: 'shares' as const,
        from: typedDay(from),
        parts: parts.map(({ payerId, number, residentIds, ...part }) => ({
          payerId: payerId!.id,
          share: textOf(readShare(part.share)!),
          number: typedText(number),
          residentIds,
        })),
        moveDebt,
        ...told,
      };
      return answer(api.POST('/api/v1/accounts/{id}/split', { params: { path: { id: account.id } }, body, headers }));
    },
    onDone: () => {
      onClose();
      void navigate(`/premises/${account.premisesId}`);
    },
  });
  const { parts } = form.values;
  /** Somebody lives with one account only. */
  const houseWith = (i: number, ids: string[]) =>
    form.setFieldValue(
      'parts',
      parts.map((part, at) => ({
        ...part,
        residentIds: at === i ? ids : part.residentIds.filter((id) => !ids.includes(id)),
      })),
    );
  return (
    <Form onCancel={onClose} submit={t('submit.split')} {...record}>
      <Notice tone="info">{t('split.shares.text')}</Notice>
      <DayField data-autofocus label={words('from')} required maw={200} {...form.getInputProps('from')} />
      {parts.map((part, i) => (
        <FormSection
          key={form.key(`parts.${i}`)}
          title={
            <span className={classes.partHead}>
              {t('split.part', { n: i + 1 })}
              {parts.length > 2 && (
                <ActionIcon
                  size={24}
                  aria-label={t('split.part.remove', { n: i + 1 })}
                  onClick={() => form.removeListItem('parts', i)}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              )}
            </span>
          }
        >
          <PartyPicker label={t('payer')} required {...form.getInputProps(`parts.${i}.payerId`)} />
          <FormGrid>
            <TextInput
              label={share('share')}
              placeholder="1/2"
              required
              maxLength={19}
              {...form.getInputProps(`parts.${i}.share`)}
            />
            <TextInput
              label={t('newNumber')}
              placeholder={t('newNumber.hint')}
              maxLength={30}
              {...form.getInputProps(`parts.${i}.number`)}
            />
          </FormGrid>
          {people.length > 0 && (
            <MultiSelect
              label={t('split.residents')}
              placeholder={part.residentIds.length === 0 ? t('residents.none') : undefined}
              data={people.map(([value, label]) => ({ value, label }))}
              {...form.getInputProps(`parts.${i}.residentIds`)}
              onChange={(ids) => houseWith(i, ids)}
            />
          )}
        </FormSection>
      ))}
      <div className={classes.partsFoot}>
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconPlus size={16} />}
          onClick={() =>
            form.insertListItem('parts', {
              payerId: null,
              share: missingText(
                parts.map((part) => part.share),
                whole,
              ),
              number: '',
              residentIds: [],
            })
          }
        >
          {t('split.part.add')}
        </Button>
        <SumOfShares shares={parts.map((part) => part.share)} of={whole} />
      </div>
      <MoveDebt form={form} balance={account.balance} />
      <PastNotice from={form.values.from} />
      <BasisFields form={form} paperNeeded={form.values.moveDebt} />
    </Form>
  );
}

/** The owners with their shares, where they are the account's; those who live there with the one they are, else the first. */
function partsAtFirst(account: AccountCard, today: string, whole: Share | undefined): Part[] {
  const owners = whole ? [] : onDay(account.owners, today);
  const parts: Part[] =
    owners.length > 1
      ? owners.map(({ partyId, name, share }) => ({
          payerId: { id: partyId, name },
          share,
          number: '',
          residentIds: [],
        }))
      : [
          { payerId: account.payer, share: '', number: '', residentIds: [] },
          { payerId: null, share: '', number: '', residentIds: [] },
        ];
  const residents = [...new Set(onDay(account.residents, today).map(({ partyId }) => partyId))];
  return parts.map((part, i) => ({
    ...part,
    residentIds: residents.filter((id) => {
      const own = parts.findIndex(({ payerId }) => payerId?.id === id);
      return (own < 0 ? 0 : own) === i;
    }),
  }));
}

const textOf = ({ numerator, denominator }: Share): string => `${numerator}/${denominator}`;
