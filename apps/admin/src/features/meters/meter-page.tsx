import {
  Code,
  EmptyState,
  ErrorState,
  Facts,
  FormDialog,
  Page,
  PageHeader,
  Section,
  Sheet,
  StatusBadge,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, Menu } from '@mantine/core';
import { IconCircleCheck, IconCircleOff, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { type LifeEvent, type MeterCard, useMeter, useMeterLife, valueText } from './api.js';
import { LifeForm, MirrorForm, ReplaceForm } from './life-forms.js';
import { meterMessages } from './messages.js';
import classes from './meters.module.css';
import { Timeline } from './timeline.js';
import { Verification } from './verification-text.js';

const ACTS = ['verification', 'sealing', 'replacement', 'removal'] as const;
type Doing = (typeof ACTS)[number] | LifeEvent | null;

/** A meter with its life. */
export default function MeterPage() {
  const { meterId = '' } = useParams();
  const { data, error, refetch } = useMeter(meterId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return data ? <Meter key={data.id} meter={data} /> : null;
}

function Meter({ meter }: { meter: MeterCard }) {
  const t = useMessages(meterMessages);
  const format = useFormat();
  const may = useMay();
  const navigate = useNavigate();
  const [doing, setDoing] = useState<Doing>(null);
  const stop = () => setDoing(null);
  const name = t('named', { resource: t(`resource.${meter.resource}`), serial: meter.serial });
  const stands = meter.removedOn === null;
  const mayEdit = may('house.edit');
  const what = typeof doing === 'string' ? t(`title.${doing}`) : '';
  const title = doing !== null && typeof doing === 'object' ? t('mirror.title', { number: doing.number }) : what;
  return (
    <Page>
      <PageHeader
        title={name}
        back={<Link to="/meters">{t('back')}</Link>}
        status={
          stands ? (
            <StatusBadge tone="good" icon={IconCircleCheck}>
              {t('standing')}
            </StatusBadge>
          ) : (
            <StatusBadge tone="quiet" icon={IconCircleOff}>
              {t('removed', { day: format.day(meter.removedOn!) })}
            </StatusBadge>
          )
        }
        actions={mayEdit && stands && <ActMenu meter={meter} onChoose={setDoing} />}
      />
      <div className={classes.card}>
        <Section title={t('facts')}>
          <Sheet>
            <MeterFacts meter={meter} />
          </Sheet>
        </Section>
        <div className={classes.column}>
          <Life meterId={meter.id} onMirror={mayEdit ? setDoing : undefined} />
          {meter.premises && <Timeline meter={meter} />}
        </div>
      </div>
      <FormDialog opened={doing !== null} onClose={stop} title={title}>
        {typeof doing === 'object' && doing !== null && <MirrorForm meter={meter} act={doing} onClose={stop} />}
        {doing === 'replacement' && (
          <ReplaceForm meter={meter} onClose={stop} onDone={(id) => void navigate(`/meters/${id}`)} />
        )}
        {(doing === 'verification' || doing === 'sealing' || doing === 'removal') && (
          <LifeForm meter={meter} kind={doing} onClose={stop} />
        )}
      </FormDialog>
    </Page>
  );
}

function ActMenu({ meter, onChoose }: { meter: MeterCard; onChoose: (act: (typeof ACTS)[number]) => void }) {
  const t = useMessages(meterMessages);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<IconPlus size={16} />}>{t('act')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {ACTS.map((act) => (
          <Menu.Item key={act} onClick={() => onChoose(act)}>
            {t(`do.${act}`)}
          </Menu.Item>
        ))}
        {meter.premises && (
          <Menu.Item component={Link} to={`/premises/${meter.premises.id}?tab=meter-acts`}>
            {t('do.failure')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function MeterFacts({ meter }: { meter: MeterCard }) {
  const t = useMessages(meterMessages);
  const format = useFormat();
  const { premises, accounts, zones, digits, scale, verification, verifiedUntil, lastReading, final } = meter;
  const shown = (day: string, value: MeterCard['initial']) => ({ day: format.day(day), value: valueText(value) });
  const link = (other: { id: string; serial: string }) => <Link to={`/meters/${other.id}`}>{other.serial}</Link>;
  return (
    <Facts
      facts={[
        { label: t('address'), value: <Link to={`/houses/${meter.houseId}`}>{meter.address}</Link> },
        {
          label: t('premises'),
          value: premises ? <Link to={`/premises/${premises.id}`}>{premises.number}</Link> : t('house'),
        },
        ...(accounts.length > 0
          ? [
              {
                label: t('accounts'),
                value: accounts.map(({ id, number }) => (
                  <div key={id}>
                    <Link to={`/accounts/${id}`}>
                      <Code>{number}</Code>
                    </Link>
                  </div>
                )),
              },
            ]
          : []),
        {
          label: t('verification'),
          value: <Verification state={verification} until={verifiedUntil} daysLeft={meter.daysLeft} />,
        },
        { label: t('last'), value: lastReading && `${valueText(lastReading.value)}, ${format.day(lastReading.date)}` },
        { label: t('installed'), value: t('installed.with', shown(meter.installedOn, meter.initial)) },
        ...(meter.removedOn
          ? [
              {
                label: t('removed.on'),
                value: final ? t('removed.with', shown(meter.removedOn, final)) : format.day(meter.removedOn),
              },
            ]
          : []),
        { label: t('dial'), value: t('dial.of', { digits, scale }) },
        ...(zones.length > 1
          ? [{ label: t('zones'), value: zones.map((zone) => t(`zone.${zone as 'day'}`)).join(', ') }]
          : []),
        ...(meter.seals.length > 0 ? [{ label: t('seals'), value: meter.seals.join(', ') }] : []),
        ...(meter.before ? [{ label: t('before'), value: link(meter.before) }] : []),
        ...(meter.after ? [{ label: t('after'), value: link(meter.after) }] : []),
      ]}
    />
  );
}

function Life({ meterId, onMirror }: { meterId: string; onMirror: ((act: LifeEvent) => void) | undefined }) {
  const t = useMessages(meterMessages);
  const { data, error, refetch } = useMeterLife(meterId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Section title={t('life')}>
      {data?.items.length === 0 ? (
        <EmptyState title={t('life.empty')}>{t('life.empty.text')}</EmptyState>
      ) : (
        <ol className={classes.entries} aria-label={t('life')}>
          {data?.items.map((act) => (
            <Event key={`${act.of}/${act.id}`} act={act} onMirror={onMirror} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function Event({ act, onMirror }: { act: LifeEvent; onMirror: ((act: LifeEvent) => void) | undefined }) {
  const t = useMessages(meterMessages);
  const format = useFormat();
  const { kind, on, number, dated, value, verifiedUntil, seals, signedBy, reason, takenBack } = act;
  const says = [
    t('act.named', { number, day: format.day(dated) }),
    ...(value ? [t('act.value', { value: valueText(value) })] : []),
    ...(verifiedUntil ? [t('act.verified', { day: format.day(verifiedUntil) })] : []),
    ...(seals.length > 0 ? [t('act.seals', { seals: seals.join(', ') })] : []),
  ];
  return (
    <li className={classes.entry} data-back={takenBack !== null || undefined}>
      <div className={classes.day}>{format.day(on)}</div>
      <div>
        <div className={classes.what}>{t(`kind.${kind}`)}</div>
        <div>{says.join(', ')}</div>
        <div className={classes.quiet}>{[reason, t('act.signed', { names: signedBy.join(', ') })].join('; ')}</div>
        {takenBack && <div className={classes.quiet}>{t('act.back', { reason: takenBack.reason })}</div>}
      </div>
      {act.of === 'life' && act.isLast && onMirror && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t('mirror.title', { number })}
          onClick={() => onMirror(act)}
        >
          {t('mirror')}
        </Button>
      )}
    </li>
  );
}
