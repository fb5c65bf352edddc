import type { Share } from '@dvor/housing/core';
import { answer, DayField, Form, FormDialog, FormSection, useMessages } from '@dvor/ui';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { basisMessages } from '../../lib/basis/messages.js';
import { PastNotice } from '../../lib/basis/past-notice.js';
import { typedDay } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useCalendar } from '../../lib/calendar.js';
import type { ChosenParty } from '../../lib/parties/party.js';
import { PartyPicker } from '../../lib/parties/party-picker.js';
import { missingText, readShare } from '../../lib/shares/read-share.js';
import { SumOfShares } from '../../lib/shares/sum-of-shares.js';
import type { Premises } from './api.js';
import classes from './houses.module.css';
import { houseMessages } from './messages.js';

interface OwnerRow {
  readonly partyId: ChosenParty | null;
  readonly share: string;
}

export function OwnersDialog(props: { premises: Premises; opened: boolean; onClose: () => void }) {
  const t = useMessages(houseMessages);
  return (
    <FormDialog wide opened={props.opened} onClose={props.onClose} title={t('owners.title')}>
      <OwnersForm {...props} />
    </FormDialog>
  );
}

function OwnersForm({ premises, onClose }: { premises: Premises; onClose: () => void }) {
  const t = useMessages(houseMessages);
  const words = useMessages(basisMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const present: OwnerRow[] = premises.owners.map(({ partyId, name, share }) => ({
    partyId: { id: partyId, name },
    share: share === '1/1' ? '1' : share,
  }));
  const form = useForm({
    initialValues: {
      from: today,
      owners: present.length > 0 ? present : [{ partyId: null, share: '1' } as OwnerRow],
      basis: emptyBasis('register-extract'),
    },
    validate: {
      from: checks.day,
      owners: {
        partyId: checks.chosen,
        share: (text: string) => (readShare(text) ? null : t('share.wrong')),
      },
      basis: checks.basis,
    },
  });
  const record = useRecord(form, {
    write: (api, { from, owners }, told, headers) => {
      const body = {
        from: typedDay(from),
        owners: owners.map(({ partyId, share }) => ({ partyId: partyId!.id, share: textOf(readShare(share)!) })),
        ...told,
      };
      return answer(api.PUT('/api/v1/premises/{id}/owners', { params: { path: { id: premises.id } }, body, headers }));
    },
    onDone: onClose,
  });
  const { owners } = form.values;
  return (
    <Form onCancel={onClose} submit={t('owners.submit')} {...record}>
      <DayField data-autofocus label={words('from')} required maw={200} {...form.getInputProps('from')} />
      <FormSection title={t('owners.from')}>
        {owners.map((row, i) => (
          <div key={form.key(`owners.${i}`)} className={classes.owner}>
            <PartyPicker
              label={t('owner')}
              value={row.partyId}
              onChange={(party) => form.setFieldValue(`owners.${i}.partyId`, party)}
              error={form.errors[`owners.${i}.partyId`]}
            />
            <TextInput
              label={t('share')}
              placeholder="1/2"
              maxLength={19}
              {...form.getInputProps(`owners.${i}.share`)}
            />
            <ActionIcon
              mt={26}
              aria-label={t('owners.remove', { n: i + 1 })}
              disabled={owners.length === 1}
              onClick={() => form.removeListItem('owners', i)}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </div>
        ))}
        <div className={classes.ownersFoot}>
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPlus size={16} />}
            onClick={() =>
              form.insertListItem('owners', { partyId: null, share: missingText(owners.map(({ share }) => share)) })
            }
          >
            {t('owners.add')}
          </Button>
          <SumOfShares shares={owners.map(({ share }) => share)} />
        </div>
      </FormSection>
      <PastNotice from={form.values.from} />
      <BasisFields form={form} />
    </Form>
  );
}

const textOf = ({ numerator, denominator }: Share): string => `${numerator}/${denominator}`;
