import {
  answer,
  ApiProblem,
  DataTable,
  DayField,
  EmptyState,
  FormGrid,
  FormSection,
  Notice,
  Page,
  PageHeader,
  ProblemNotice,
  Section,
  Sheet,
  StatusBadge,
  useFormat,
  useLooseMessages,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, Checkbox, MultiSelect, Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { IconAlertTriangle, IconCheck, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { basisMessages } from '../../lib/basis/messages.js';
import { PastNotice } from '../../lib/basis/past-notice.js';
import { dayAfter, typedDay } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { errorsOf, useRecord } from '../../lib/basis/use-record.js';
import { useCalendar } from '../../lib/calendar.js';
import { useApi } from '../../lib/use-api.js';
import { housingWords } from '../../lib/words/messages.js';
import {
  type AssignmentPlan,
  type AssignmentWish,
  type PremisesKind,
  useEveryHouse,
  useHouseAddress,
  useHousePremises,
  useServices,
  useSuppliers,
} from './api.js';
import classes from './catalogue.module.css';
import { HouseField } from './house-field.js';
import { catalogueMessages } from './messages.js';
import {
  MethodFields,
  type MethodSetting,
  settingsBody,
  typedSettings,
  type TypedMethod,
  useMethodCheck,
  useMethodSettings,
} from './method-fields.js';
import { methodMessages } from './method-messages.js';
import { useInterval, useMethodName } from './words.js';

const KINDS = ['flat', 'room', 'nonresidential', 'parking'] as const satisfies readonly PremisesKind[];

interface Target {
  readonly houseId: string;
  readonly entrance: number | null;
  readonly premisesId: string | null;
  readonly label: string;
}

interface TypedWish extends TypedMethod {
  readonly serviceId: string | null;
  readonly supplierId: string | null;
  readonly premisesKinds: string[];
  readonly from: string;
  readonly to: string;
  readonly targets: readonly Target[];
}

/** A service for many places at once: first what it would do at each, then, unchanged, the deed. */
export default function AssignPage() {
  const t = useMessages(catalogueMessages);
  const words = useMessages(basisMessages);
  const kind = useLooseMessages(housingWords);
  const may = useMay();
  const api = useApi();
  const checks = useChecks();
  const settings = useMethodSettings();
  const wrongOf = useMethodCheck();
  const { today } = useCalendar();
  const services = useServices().data?.items ?? [];
  const suppliers = useSuppliers().data?.items ?? [];
  const form = useForm<TypedWish>({
    initialValues: {
      serviceId: null,
      supplierId: null,
      method: null,
      ...typedSettings(),
      premisesKinds: ['flat', 'room'],
      from: today,
      to: '',
      targets: [],
    },
    validate: {
      serviceId: checks.chosen,
      supplierId: checks.chosen,
      method: checks.chosen,
      premisesKinds: (chosen) => (chosen.length === 0 ? t('kinds.need') : null),
      from: checks.day,
      to: checks.until,
      targets: (targets) => (targets.length === 0 ? t('targets.need') : null),
    },
  });
  const [previewed, setPreviewed] = useState<{ wish: AssignmentWish; plan: AssignmentPlan } | null>(null);
  const preview = useMutation({
    mutationFn: async (wish: AssignmentWish) => ({
      wish,
      plan: await answer(api.POST('/api/v1/assignments/preview', { body: wish })),
    }),
    onSuccess: setPreviewed,
    onError: (error) => {
      setPreviewed(null);
      if (error instanceof ApiProblem) form.setErrors(errorsOf(error));
    },
  });
  const wish = wishOf(form.values, settings(form.values.method));
  // What was previewed is what is done: another wish has to be looked at anew.
  const current = previewed && JSON.stringify(previewed.wish) === JSON.stringify(wish) ? previewed : null;
  const error = form.errors.targets;

  return (
    <Page>
      <PageHeader
        back={<Link to="/catalogue?tab=assignments">{t('assignments.back')}</Link>}
        title={t('assign.title')}
        note={t('assign.note')}
      />
      <form
        className={`${classes.column} ${classes.form}`}
        noValidate
        onSubmit={form.onSubmit((values) => {
          const wrong = wrongOf(values);
          form.setErrors(wrong);
          if (Object.keys(wrong).length === 0 && !preview.isPending)
            preview.mutate(wishOf(values, settings(values.method)));
        })}
      >
        <Sheet>
          <FormGrid>
            <Select
              label={t('service')}
              required
              searchable
              data={services.filter(({ archived }) => !archived).map(({ id, name }) => ({ value: id, label: name }))}
              {...form.getInputProps('serviceId')}
            />
            <Select
              label={t('supplier')}
              required
              searchable
              data={suppliers.map(({ id, name }) => ({ value: id, label: name }))}
              {...form.getInputProps('supplierId')}
            />
            <MethodFields form={form} houseId={onlyHouse(form.values.targets)} />
            <MultiSelect
              label={t('kinds')}
              required
              data={KINDS.map((value) => ({ value, label: kind(`kind.${value}`, value) }))}
              {...form.getInputProps('premisesKinds')}
            />
            <DayField label={words('from')} required {...form.getInputProps('from')} />
            <DayField
              label={words('until')}
              description={words('until.hint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              {...form.getInputProps('to')}
            />
          </FormGrid>
          <Targets
            targets={form.values.targets}
            error={typeof error === 'string' ? error : null}
            onChange={(targets) => {
              const { more } = form.getValues();
              // Meters belong to the house they were chosen from.
              if (onlyHouse(targets) !== onlyHouse(form.getValues().targets))
                form.setFieldValue('more', { ...more, meters: '', spent: '' });
              form.setFieldValue('targets', targets);
            }}
          />
          <PastNotice from={form.values.from} />
          <ProblemNotice error={preview.error} />
          <div className={classes.buttonsEnd}>
            <Button type="submit" variant={current ? 'default' : 'filled'} loading={preview.isPending}>
              {current ? t('assign.preview.again') : t('assign.preview')}
            </Button>
          </div>
        </Sheet>
      </form>
      {previewed && !current && <Notice tone="info">{t('assign.changed')}</Notice>}
      {current && (
        <>
          <Plan plan={current.plan} />
          {current.plan.create > 0 && may('assignment.edit') && (
            <Order
              wish={current.wish}
              plan={current.plan}
              looking={preview.isPending}
              onLookAgain={() => preview.mutate(current.wish)}
            />
          )}
        </>
      )}
    </Page>
  );
}

function wishOf(values: TypedWish, settings: readonly MethodSetting[]): AssignmentWish {
  const { serviceId, supplierId, method, premisesKinds, from, to, targets } = values;
  return {
    serviceId: serviceId ?? '',
    supplierId: supplierId ?? '',
    method: method ?? '',
    settings: settingsBody(settings, values),
    premisesKinds: premisesKinds as PremisesKind[],
    from: typedDay(from),
    to: to.trim() ? dayAfter(typedDay(to)) : null,
    targets: targets.map(({ houseId, entrance, premisesId }) => ({ houseId, entrance, premisesId })),
  };
}

/** The one house that all places lie in. */
function onlyHouse(targets: readonly Target[]): string | null {
  const houses = new Set(targets.map(({ houseId }) => houseId));
  return houses.size === 1 ? [...houses][0]! : null;
}

const keyOf = ({ houseId, entrance, premisesId }: Target) => `${houseId}/${entrance ?? ''}/${premisesId ?? ''}`;

/** Houses, entrances and premises, one after another, or all houses at once. */
function Targets({
  targets,
  error,
  onChange,
}: {
  targets: readonly Target[];
  error: string | null;
  onChange: (targets: readonly Target[]) => void;
}) {
  const t = useMessages(catalogueMessages);
  const everyHouse = useEveryHouse();
  const [houseId, setHouseId] = useState<string | null>(null);
  const [places, setPlaces] = useState<string[]>([]);
  const [more, setMore] = useState(false);
  const house = useHouseAddress(houseId ?? '').data;
  const premises = useHousePremises(houseId).data?.items ?? [];
  const entrances = [...new Set(premises.flatMap(({ entrance }) => entrance ?? []))].sort((a, b) => a - b);
  const all = useMutation({ mutationFn: everyHouse, onSuccess: (houses) => add(houses.map(wholeHouse)) });

  function add(added: readonly Target[]): void {
    const known = new Map([...targets, ...added].map((target) => [keyOf(target), target]));
    onChange([...known.values()]);
  }

  function addPlaces(): void {
    if (!house) return;
    const whole = { houseId: house.id, entrance: null, premisesId: null, label: house.address };
    const chosen = places.map((place): Target => {
      const [what, which = ''] = place.split('/');
      if (what === 'entrance')
        return {
          ...whole,
          entrance: Number(which),
          label: `${house.address}, ${t('place.entrance', { entrance: which })}`,
        };
      const name = premises.find(({ id }) => id === which)?.name ?? which;
      return { ...whole, premisesId: which, label: `${house.address}, ${name}` };
    });
    add(chosen.length > 0 ? chosen : [whole]);
    setPlaces([]);
    setHouseId(null);
  }

  const shown = more ? targets : targets.slice(0, SHOWN);
  return (
    <FormSection title={t('targets', { n: targets.length })}>
      <FormGrid>
        <HouseField
          label={t('house')}
          placeholder={t('house.find')}
          value={houseId}
          error={error}
          onChange={(id) => {
            setHouseId(id);
            setPlaces([]);
          }}
        />
        <MultiSelect
          label={t('targets.places')}
          placeholder={places.length > 0 ? undefined : t('place.house')}
          disabled={houseId === null}
          searchable
          clearable
          data={[
            {
              group: t('targets.entrances'),
              items: entrances.map((one) => ({
                value: `entrance/${one}`,
                label: t('place.entrance', { entrance: String(one) }),
              })),
            },
            {
              group: t('targets.premises'),
              items: premises
                .filter((one) => one.kind !== 'common')
                .map(({ id, name }) => ({ value: `premises/${id}`, label: name })),
            },
          ].filter(({ items }) => items.length > 0)}
          value={places}
          onChange={setPlaces}
        />
      </FormGrid>
      <div className={classes.buttons}>
        <Button variant="default" leftSection={<IconPlus size={16} />} disabled={!house} onClick={addPlaces}>
          {t('targets.add')}
        </Button>
        <Button variant="subtle" loading={all.isPending} onClick={() => all.mutate()}>
          {t('targets.all')}
        </Button>
        {targets.length > 0 && (
          <Button variant="subtle" color="gray" onClick={() => onChange([])}>
            {t('targets.clear')}
          </Button>
        )}
      </div>
      <ProblemNotice error={all.error} />
      {targets.length > 0 && (
        <ul className={classes.targets}>
          {shown.map((target) => (
            <li key={keyOf(target)}>
              {target.label}
              <button
                type="button"
                aria-label={t('targets.remove', { label: target.label })}
                onClick={() => onChange(targets.filter((one) => one !== target))}
              >
                <IconX size={14} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {targets.length > SHOWN && (
        <div>
          <Button variant="subtle" size="compact-sm" onClick={() => setMore(!more)}>
            {more ? t('targets.fewer') : t('targets.more', { n: targets.length - SHOWN })}
          </Button>
        </div>
      )}
    </FormSection>
  );
}

const SHOWN = 20;

const wholeHouse = ({ id, address }: { id: string; address: string }): Target => ({
  houseId: id,
  entrance: null,
  premisesId: null,
  label: address,
});

const LOOKS = {
  create: { tone: 'good', icon: IconPlus },
  same: { tone: 'quiet', icon: IconCheck },
  overlap: { tone: 'danger', icon: IconAlertTriangle },
  elsewhere: { tone: 'danger', icon: IconAlertTriangle },
} as const;

function Plan({ plan }: { plan: AssignmentPlan }) {
  const t = useMessages(catalogueMessages);
  const words = useLooseMessages(methodMessages);
  const format = useFormat();
  const interval = useInterval();
  const method = useMethodName();
  return (
    <Section
      title={t('plan.title')}
      note={t('plan.note', {
        create: format.count(plan.create),
        same: format.count(plan.same),
        conflicts: format.count(plan.conflicts),
      })}
    >
      <DataTable
        wrap
        label={t('plan.title')}
        minWidth={760}
        rows={plan.targets}
        rowKey={({ target }) => keyOf({ ...target, label: '' })}
        empty={<EmptyState title={t('targets.need')} />}
        columns={[
          { key: 'place', title: t('place'), cell: ({ label }) => label },
          {
            key: 'outcome',
            title: t('plan.outcome'),
            width: 200,
            cell: ({ outcome }) => <StatusBadge {...LOOKS[outcome]}>{t(`plan.${outcome}`)}</StatusBadge>,
          },
          {
            key: 'why',
            title: t('plan.why'),
            cell: ({ outcome, neighbour, gap, warnings }) => (
              <>
                {neighbour && (
                  <div>{[neighbour.supplier.name, method(neighbour.method), interval(neighbour)].join(', ')}</div>
                )}
                {outcome === 'elsewhere' && <div>{t('plan.elsewhere.text')}</div>}
                {warnings.map((warning) => (
                  <div key={warning} className={classes.attention}>
                    {words(`warning.${warning}`, warning)}
                  </div>
                ))}
                {gap && (
                  <div className={classes.attention}>
                    {t('plan.gap', { from: format.day(gap.from), to: format.lastDay(gap.to) })}
                  </div>
                )}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Order({
  wish,
  plan,
  looking,
  onLookAgain,
}: {
  wish: AssignmentWish;
  plan: AssignmentPlan;
  looking: boolean;
  onLookAgain: () => void;
}) {
  const t = useMessages(catalogueMessages);
  const checks = useChecks();
  const navigate = useNavigate();
  const [tried, setTried] = useState('');
  const form = useForm({
    initialValues: { skipConflicts: false, basis: emptyBasis('agreement') },
    validate: { basis: checks.basis },
  });
  const record = useRecord(form, {
    write: (api, { skipConflicts }, told, headers) => {
      setTried(plan.fingerprint);
      const body = { ...wish, fingerprint: plan.fingerprint, skipConflicts, ...told };
      return answer(api.POST('/api/v1/assignments', { body, headers }));
    },
    onDone: () => void navigate(`/catalogue?tab=assignments&serviceId=${wish.serviceId}&all=yes`),
  });
  const error = tried === plan.fingerprint ? record.error : null; // not of the plan that was looked at before
  const stale = error instanceof ApiProblem && error.status === 412;
  const blocked = plan.conflicts > 0 && !form.values.skipConflicts;
  return (
    <form className={`${classes.column} ${classes.form}`} noValidate onSubmit={record.onSubmit}>
      <Sheet>
        {plan.conflicts > 0 && (
          <Checkbox
            label={t('assign.skip', { n: plan.conflicts })}
            {...form.getInputProps('skipConflicts', { type: 'checkbox' })}
          />
        )}
        <BasisFields form={form} />
        <ProblemNotice error={error} />
        <div className={classes.buttonsEnd}>
          {stale && (
            <Button variant="default" loading={looking} onClick={onLookAgain}>
              {t('assign.preview.again')}
            </Button>
          )}
          <Button type="submit" loading={record.busy} disabled={blocked || stale}>
            {t('assign.do', { n: plan.create })}
          </Button>
        </div>
      </Sheet>
    </form>
  );
}
