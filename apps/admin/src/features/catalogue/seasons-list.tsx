import { answer, DayField, EmptyState, Form, FormDialog, FormGrid, useMay, useMessages } from '@dvor/ui';
import type { Schemas } from '@dvor/api-client';
import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { basisMessages } from '../../lib/basis/messages.js';
import { PastNotice } from '../../lib/basis/past-notice.js';
import { dayAfter, dayBefore, typedDay, typedText } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { CatalogueHead } from '../../lib/catalogue-tabs/catalogue-tabs.js';
import { useCalendar } from '../../lib/calendar.js';
import { useApi } from '../../lib/use-api.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import classes from './catalogue.module.css';
import { HouseField } from './house-field.js';
import { List } from './list.js';
import { inPhase, PhaseBadge, PhaseFilter, phaseOf } from './phase.js';
import { catalogueMessages } from './messages.js';
import { seasonMessages } from './season-messages.js';
import { useInterval } from './words.js';

type Season = Schemas['HeatingSeasonDto'];

/** Days of heating as they were declared, for all houses or for one; without them the law's usual days hold. */
export function SeasonsList() {
  const t = useMessages(seasonMessages);
  const words = useMessages(catalogueMessages);
  const interval = useInterval();
  const may = useMay();
  const { today } = useCalendar();
  const [phase] = useUrlFilter('phase');
  const [houseId, setHouseId] = useUrlFilter('houseId');
  const [adding, add] = useDisclosure();
  const [doing, setDoing] = useState<{ what: 'correct' | 'withdraw'; season: Season } | null>(null);
  const stop = () => setDoing(null);
  const mayEdit = may('assignment.edit');
  const whereOf = ({ house }: Season) => house?.address ?? t('everywhere');
  const nameOf = (season: Season) => `${whereOf(season)}, ${interval(season)}`;
  return (
    <>
      <CatalogueHead
        tab="seasons"
        actions={
          mayEdit && (
            <Button leftSection={<IconPlus size={16} />} onClick={add.open}>
              {t('add')}
            </Button>
          )
        }
      />
      <List
        name={t('seasons')}
        query={useSeasons(houseId)}
        rowKey={({ id }) => id}
        only={(season) => inPhase(season, phase || 'all', today)}
        filters={
          <>
            <PhaseFilter whole />
            <HouseField
              aria-label={t('house.filter')}
              placeholder={t('everywhere')}
              w={300}
              value={houseId}
              onChange={setHouseId}
            />
          </>
        }
        empty={<EmptyState title={t('empty')}>{t('empty.text')}</EmptyState>}
        wrap
        minWidth={940}
        columns={[
          { key: 'days', title: t('days'), width: 200, text: interval },
          {
            key: 'phase',
            title: t('state'),
            width: 130,
            text: (season) => words(`phase.${phaseOf(season, today)}`),
            cell: (season) => <PhaseBadge days={season} />,
          },
          { key: 'where', title: t('where'), text: whereOf },
          { key: 'act', title: t('act'), text: ({ basis }) => basis ?? '' },
          {
            key: 'reason',
            title: t('reason'),
            width: 200,
            text: ({ reason, recordedBy }) => [reason, recordedBy].filter(Boolean).join(', '),
            cell: ({ reason, recordedBy }) => (
              <>
                {reason}
                {recordedBy && <div className={classes.quiet}>{recordedBy}</div>}
              </>
            ),
          },
          ...(mayEdit
            ? [
                {
                  key: 'do',
                  title: '',
                  width: 190,
                  align: 'end' as const,
                  text: () => '',
                  cell: (season: Season) => (
                    <>
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        aria-label={t('correct.of', { season: nameOf(season) })}
                        onClick={() => setDoing({ what: 'correct', season })}
                      >
                        {t('correct')}
                      </Button>
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        aria-label={t('withdraw.of', { season: nameOf(season) })}
                        onClick={() => setDoing({ what: 'withdraw', season })}
                      >
                        {t('withdraw')}
                      </Button>
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      <FormDialog opened={adding} onClose={add.close} title={t('add')}>
        <NewSeasonForm houseId={houseId || null} onClose={add.close} />
      </FormDialog>
      <FormDialog opened={doing?.what === 'correct'} onClose={stop} title={t('correct.title')}>
        {doing && <CorrectForm season={doing.season} onClose={stop} />}
      </FormDialog>
      <FormDialog opened={doing?.what === 'withdraw'} onClose={stop} title={t('withdraw.title')}>
        {doing && <WithdrawForm season={doing.season} name={nameOf(doing.season)} onClose={stop} />}
      </FormDialog>
    </>
  );
}

function useSeasons(houseId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['heating-seasons', houseId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/heating-seasons', { params: { query: houseId ? { houseId } : {} }, signal })),
  });
}

interface TypedSeason {
  readonly from: string;
  readonly to: string;
  readonly act: string;
}

function bodyOf({ from, to, act }: TypedSeason) {
  return { from: typedDay(from), to: dayAfter(typedDay(to)), basis: typedText(act) };
}

/** Its last day must be there: a season that never ends is none. */
function useSeasonChecks() {
  const checks = useChecks();
  return {
    from: checks.day,
    to: (text: string, values: { readonly from: string }) => checks.day(text) ?? checks.until(text, values),
    act: checks.filled,
    basis: checks.basis,
  };
}

function NewSeasonForm({ houseId, onClose }: { houseId: string | null; onClose: () => void }) {
  const t = useMessages(seasonMessages);
  const form = useForm({
    initialValues: { houseId, from: '', to: '', act: '', basis: emptyBasis('decision') },
    validate: useSeasonChecks(),
  });
  const record = useRecord(form, {
    write: (api, values, told, headers) => {
      const body = { ...bodyOf(values), houseId: values.houseId, ...told };
      return answer(api.POST('/api/v1/heating-seasons', { body, headers }));
    },
    onDone: onClose,
  });
  const days = useDays();
  return (
    <Form onCancel={onClose} submit={t('add')} {...record}>
      <HouseField label={t('where')} placeholder={t('everywhere')} {...form.getInputProps('houseId')} />
      <FormGrid>
        <DayField data-autofocus label={days.from} required {...form.getInputProps('from')} />
        <DayField label={days.until} required {...form.getInputProps('to')} />
      </FormGrid>
      <TextInput
        label={t('act')}
        description={t('act.hint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        maxLength={300}
        {...form.getInputProps('act')}
      />
      <PastNotice from={form.values.from} />
      <BasisFields form={form} />
    </Form>
  );
}

function CorrectForm({ season, onClose }: { season: Season; onClose: () => void }) {
  const t = useMessages(seasonMessages);
  const { id, house, validFrom, validTo, basis } = season;
  const form = useForm({
    initialValues: {
      from: validFrom,
      to: validTo ? dayBefore(validTo) : '',
      act: basis ?? '',
      basis: emptyBasis('decision'),
    },
    validate: useSeasonChecks(),
  });
  const record = useRecord(form, {
    write: (api, values, told, headers) => {
      const body = { ...bodyOf(values), ...told };
      return answer(api.PUT('/api/v1/heating-seasons/{id}', { params: { path: { id } }, body, headers }));
    },
    onDone: onClose,
  });
  const days = useDays();
  const { from } = form.values;
  return (
    <Form onCancel={onClose} submit={t('correct')} {...record}>
      <div>{house?.address ?? t('everywhere')}</div>
      <FormGrid>
        <DayField data-autofocus label={days.from} required {...form.getInputProps('from')} />
        <DayField label={days.until} required {...form.getInputProps('to')} />
      </FormGrid>
      <TextInput label={t('act')} required maxLength={300} {...form.getInputProps('act')} />
      <PastNotice from={typedDay(from) < validFrom ? from : validFrom} />
      <BasisFields form={form} />
    </Form>
  );
}

function WithdrawForm({ season, name, onClose }: { season: Season; name: string; onClose: () => void }) {
  const t = useMessages(seasonMessages);
  const checks = useChecks();
  const { id, validFrom } = season;
  const form = useForm({ initialValues: { basis: emptyBasis('decision') }, validate: { basis: checks.basis } });
  const record = useRecord(form, {
    write: (api, _, told, headers) =>
      answer(api.POST('/api/v1/heating-seasons/{id}/withdrawal', { params: { path: { id } }, body: told, headers })),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('withdraw')} danger {...record}>
      <div>{name}</div>
      <div className={classes.quiet}>{t('withdraw.text')}</div>
      <PastNotice from={validFrom} />
      <BasisFields form={form} />
    </Form>
  );
}

function useDays() {
  const words = useMessages(basisMessages);
  return { from: words('from'), until: words('until') };
}
