import {
  answer,
  ApiProblem,
  DataTable,
  EmptyState,
  Figure,
  FigureStrip,
  MoneyText,
  Notice,
  Page,
  PageHeader,
  PeriodSwitch,
  ProblemNotice,
  Section,
  Sheet,
  useFormat,
  useLooseMessages,
  useMay,
  useMessages,
} from '@dvor/ui';
import { addMonths, formatPeriod, parsePeriod } from '@dvor/kernel';
import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { typedNumber } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { errorsOf } from '../../lib/basis/use-record.js';
import { useCalendar } from '../../lib/calendar.js';
import { useApi } from '../../lib/use-api.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { housingWords } from '../../lib/words/messages.js';
import { type Effect, type EffectQuestion, type Traits, useDrafts, useServices } from './api.js';
import classes from './catalogue.module.css';
import { DraftDialog, type DraftStart } from './draft-form.js';
import { catalogueMessages } from './messages.js';
import { rateBody, typedRate } from './prices.js';
import { RateFields, useRateChecks } from './rate-fields.js';
import { TraitsField } from './traits-field.js';
import { useInterval, useTraitsText } from './words.js';

const ASKED = ['draft', 'tariff', 'norm', 'factor'] as const;
type Asked = (typeof ASKED)[number];

/** Only these have a factor for a missing meter (ПП 354, п. 42). */
const FACTORED = ['cold-water', 'hot-water', 'electricity'] as const;

/** «Что будет, если…»: a month's facts charged twice, as they were and with another figure. */
export default function EffectPage() {
  const t = useMessages(catalogueMessages);
  const api = useApi();
  const [effect, setEffect] = useState<Effect | null>(null);
  const asking = useMutation({
    mutationFn: (question: EffectQuestion) => answer(api.POST('/api/v1/rate-effect', { body: question })),
    onSuccess: setEffect,
    onError: () => setEffect(null),
  });
  return (
    <Page>
      <PageHeader
        back={<Link to="/catalogue?tab=drafts">{t('drafts.back')}</Link>}
        title={t('effect.title')}
        note={t('effect.note')}
      />
      <div className={classes.card}>
        <Sheet>
          <Question
            busy={asking.isPending}
            error={asking.error}
            onAsk={(question) => {
              if (!asking.isPending) asking.mutate(question);
            }}
          />
        </Sheet>
        <div className={classes.column}>
          {asking.isPending ? (
            <Counting />
          ) : effect ? (
            <Answer effect={effect} />
          ) : (
            !asking.error && <EmptyState title={t('effect.empty')}>{t('effect.empty.text')}</EmptyState>
          )}
          <ProblemNotice error={asking.error} />
        </div>
      </div>
    </Page>
  );
}

function Question({
  busy,
  error,
  onAsk,
}: {
  busy: boolean;
  error: unknown;
  onAsk: (question: EffectQuestion) => void;
}) {
  const t = useMessages(catalogueMessages);
  const resource = useLooseMessages(housingWords);
  const traits = useTraitsText();
  const interval = useInterval();
  const may = useMay();
  const navigate = useNavigate();
  const checks = useChecks();
  const { figures } = useRateChecks();
  const { workingPeriod } = useCalendar();
  const [kind, setKind] = useUrlFilter('kind');
  const [draftId, setDraftId] = useUrlFilter('draft');
  const [month, setMonth] = useUrlFilter('month');
  const [writing, setWriting] = useState<DraftStart | null>(null);
  const services = useServices().data?.items ?? [];
  const draftList = useDrafts({ state: 'draft' });
  const drafts = draftList.data?.items ?? [];
  const asked: Asked = ASKED.find((one) => one === kind) ?? (draftId || drafts.length > 0 ? 'draft' : 'tariff');
  const period = month || formatPeriod(addMonths(parsePeriod(workingPeriod), -1));
  const form = useForm({
    initialValues: {
      serviceId: null as string | null,
      appliesTo: {} as Traits,
      rate: typedRate(),
      resource: 'cold-water' as string | null,
      factor: '3',
    },
    validate: (values) => {
      if (asked === 'draft') return {};
      if (asked === 'factor') return { factor: checks.number(values.factor) };
      return { serviceId: checks.chosen(values.serviceId), ...figures(asked, values.rate) };
    },
  });
  useEffect(() => {
    if (error instanceof ApiProblem) form.setErrors(errorsOf(error));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the form is one and the same
  }, [error]);
  const service = services.find(({ id }) => id === form.values.serviceId);
  const chosen = drafts.find(({ id }) => id === draftId);

  function ask(values: typeof form.values): void {
    if (asked === 'draft') return draftId ? onAsk({ draftId, month: period }) : undefined;
    if (asked === 'factor')
      return onAsk({
        excessFactor: {
          resource: (values.resource ?? 'cold-water') as (typeof FACTORED)[number],
          factor: typedNumber(values.factor) ?? '',
        },
        month: period,
      });
    const { serviceId, appliesTo, rate } = values;
    const figure = rateBody(asked, { ...rate, hasRanges: false });
    const given = 'rates' in figure ? { rates: figure.rates } : { value: figure.value };
    onAsk({ rate: { kind: asked, serviceId: serviceId ?? '', appliesTo, ...given }, month: period });
  }

  return (
    <form className={classes.column} noValidate onSubmit={form.onSubmit(ask)}>
      <SegmentedControl
        aria-label={t('effect.what')}
        orientation="vertical"
        fullWidth
        value={asked}
        onChange={(next) => {
          setDraftId(null);
          setKind(next);
        }}
        data={ASKED.map((value) => ({ value, label: t(`effect.what.${value}`) }))}
      />
      {asked === 'draft' &&
        (drafts.length === 0 && !draftList.isPending ? ( // while they come the field holds its place
          <div className={classes.quiet}>{t('effect.noDrafts')}</div>
        ) : (
          <Select
            label={t('draft')}
            required
            searchable
            allowDeselect={false}
            data={drafts.map((draft) => ({
              value: draft.id,
              label: `${draft.service.name}, ${traits(draft.appliesTo)}, ${interval({ validFrom: draft.from, validTo: draft.to })}`,
            }))}
            value={chosen?.id ?? null}
            onChange={setDraftId}
          />
        ))}
      {(asked === 'tariff' || asked === 'norm') && (
        <>
          <Select
            label={t('service')}
            required
            searchable
            data={services.filter(({ archived }) => !archived).map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('serviceId')}
          />
          <TraitsField
            value={form.values.appliesTo}
            onChange={(next) => form.setFieldValue('appliesTo', next)}
            error={form.errors.appliesTo as string}
          />
          <RateFields form={form} kind={asked} unit={service?.unit ?? ''} plain />
        </>
      )}
      {asked === 'factor' && (
        <>
          <Select
            label={t('resource')}
            required
            allowDeselect={false}
            data={FACTORED.map((value) => ({ value, label: resource(`resource.${value}`, value) }))}
            {...form.getInputProps('resource')}
          />
          <TextInput label={t('factor')} required inputMode="decimal" {...form.getInputProps('factor')} />
        </>
      )}
      <div>
        <div className={classes.label}>{t('effect.month')}</div>
        <PeriodSwitch period={period} max={workingPeriod} onChange={setMonth} />
      </div>
      <div className={classes.buttons}>
        <Button type="submit" loading={busy} disabled={asked === 'draft' && !draftId}>
          {t('effect.ask')}
        </Button>
        {(asked === 'tariff' || asked === 'norm') && may('catalogue.edit') && (
          <Button
            variant="default"
            onClick={() =>
              setWriting({
                ...(form.values.serviceId && { serviceId: form.values.serviceId }),
                appliesTo: form.values.appliesTo,
                rate: form.values.rate,
              })
            }
          >
            {t('effect.write')}
          </Button>
        )}
      </div>
      <DraftDialog
        kind={asked === 'norm' ? 'norm' : 'tariff'}
        opened={writing !== null}
        start={writing ?? {}}
        onClose={() => setWriting(null)}
        onDone={(id) => void navigate(`/catalogue/drafts/${id}`)}
      />
    </form>
  );
}

/** The server charges every account twice before it answers: how long it has been at it is all that is known. */
function Counting() {
  const t = useMessages(catalogueMessages);
  const format = useFormat();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <Notice tone="info" title={t('effect.counting')}>
      {t('effect.counting.text', { time: format.duration(seconds) })}
    </Notice>
  );
}

type Sums = Pick<Effect, 'before' | 'after' | 'change' | 'changePercent'>;

function Answer({ effect }: { effect: Effect }) {
  const t = useMessages(catalogueMessages);
  const format = useFormat();
  const percent = usePercent();
  const { month, houses, top } = effect;
  const sums = [
    {
      key: 'before',
      title: t('effect.before'),
      width: 130,
      align: 'end' as const,
      cell: ({ before }: Sums) => <MoneyText value={before} currency={false} />,
    },
    {
      key: 'after',
      title: t('effect.after'),
      width: 130,
      align: 'end' as const,
      cell: ({ after }: Sums) => <MoneyText value={after} currency={false} />,
    },
    {
      key: 'change',
      title: t('effect.change'),
      width: 120,
      align: 'end' as const,
      cell: ({ change }: Sums) => <MoneyText value={change} currency={false} signed />,
    },
    {
      key: 'percent',
      title: '%',
      width: 80,
      align: 'end' as const,
      cell: ({ changePercent }: Sums) => percent(changePercent),
    },
  ];
  const totals = [
    <MoneyText key="b" value={effect.before} currency={false} />,
    <MoneyText key="a" value={effect.after} currency={false} />,
    <MoneyText key="c" value={effect.change} currency={false} signed />,
    percent(effect.changePercent),
  ];
  return (
    <>
      <Notice tone="info" title={t('effect.nothing')}>
        {t('effect.nothing.text', { month: format.month(month) })}
      </Notice>
      {effect.parked > 0 && <Notice tone="attention">{t('effect.parked', { n: effect.parked })}</Notice>}
      <Sheet>
        <FigureStrip>
          <Figure label={t('effect.before.month', { month: format.month(month) })}>
            <MoneyText value={effect.before} />
          </Figure>
          <Figure label={t('effect.after')}>
            <MoneyText value={effect.after} />
          </Figure>
          <Figure label={t('effect.change')} note={percent(effect.changePercent)}>
            <MoneyText value={effect.change} signed />
          </Figure>
          <Figure label={t('effect.affected')} note={t('effect.accounts', { n: effect.accounts })}>
            {format.count(effect.affected)}
          </Figure>
          <Figure label={t('effect.median')} note={percent(effect.medianChangePercent)}>
            {effect.medianChange === null ? '—' : <MoneyText value={effect.medianChange} signed />}
          </Figure>
        </FigureStrip>
      </Sheet>
      <Section title={t('effect.houses')}>
        <DataTable
          label={t('effect.houses')}
          minWidth={760}
          rows={houses}
          rowKey={({ houseId }) => houseId}
          empty={<EmptyState title={t('effect.nobody')} />}
          columns={[
            {
              key: 'house',
              title: t('house'),
              cell: ({ houseId, address }) => <Link to={`/houses/${houseId}`}>{address}</Link>,
              total: t('total'),
            },
            {
              key: 'accounts',
              title: t('effect.affected'),
              width: 150,
              align: 'end',
              cell: ({ affected, accounts }) => t('effect.of', { affected, accounts }),
              total: t('effect.of', { affected: effect.affected, accounts: effect.accounts }),
            },
            ...sums.map((column, i) => ({ ...column, total: totals[i] })),
          ]}
        />
      </Section>
      <Section title={t('effect.top')} note={t('effect.top.note')}>
        <DataTable
          label={t('effect.top')}
          minWidth={760}
          rows={top}
          rowKey={({ accountId }) => accountId}
          empty={<EmptyState title={t('effect.nobody')} />}
          columns={[
            {
              key: 'account',
              title: t('effect.account'),
              width: 130,
              cell: ({ accountId, number }) => <Link to={`/accounts/${accountId}`}>{number}</Link>,
            },
            {
              key: 'address',
              title: t('house'),
              cell: ({ address }) => <span title={address}>{address}</span>,
            },
            ...sums,
          ]}
        />
      </Section>
    </>
  );
}

/** `+8 %`; a dash where there was nothing before. */
function usePercent() {
  const format = useFormat();
  return (percent: string | null) => {
    if (percent === null) return '—';
    return `${/^-|^0+(\.0+)?$/.test(percent) ? '' : '+'}${format.decimal(percent)}\u202f%`;
  };
}
