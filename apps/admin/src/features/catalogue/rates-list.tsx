import { EmptyState, useFormat, useMay, useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconTestPipe } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { CatalogueHead } from '../../lib/catalogue-tabs/catalogue-tabs.js';
import { useCalendar } from '../../lib/calendar.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import type { RateKind } from './api.js';
import { GapsNotice } from './gaps-notice.js';
import { List } from './list.js';
import { catalogueMessages } from './messages.js';
import { NewVersionDialog } from './rate-forms.js';
import { useRateText } from './rate-text.js';
import { useVersions } from './rate-version.js';
import { inPhase, PhaseFilter, phaseOf, PhaseBadge } from './phase.js';
import { useInterval, useTraitsText } from './words.js';

/** All tariffs, or all norms; how each of them came to be stands with its service. */
export function RatesList({ kind }: { kind: RateKind }) {
  const t = useMessages(catalogueMessages);
  const format = useFormat();
  const may = useMay();
  const navigate = useNavigate();
  const rateText = useRateText();
  const interval = useInterval();
  const traits = useTraitsText();
  const { today } = useCalendar();
  const [adding, add] = useDisclosure();
  const [phase] = useUrlFilter('phase');
  const versions = useVersions(kind);
  const addressOf = (serviceId: string) => `/catalogue/services/${serviceId}?tab=${kind}`;
  const actions = (
    <>
      <Button
        component={Link}
        to={`/catalogue/effect?kind=${kind}`}
        variant="default"
        leftSection={<IconTestPipe size={16} />}
      >
        {t('effect.open')}
      </Button>
      {may('catalogue.edit') && (
        <Button leftSection={<IconPlus size={16} />} onClick={add.open}>
          {t(`${kind}.add`)}
        </Button>
      )}
    </>
  );
  return (
    <>
      <CatalogueHead tab={kind === 'tariff' ? 'tariffs' : 'norms'} actions={actions} />
      <GapsNotice kind={kind} versions={versions.data?.items ?? []} />
      <List
        name={t(`${kind}s`)}
        query={versions}
        rowKey={({ id }) => id}
        only={(version) => inPhase(version, phase, today)}
        onOpen={({ service }) => void navigate(addressOf(service.id))}
        filters={<PhaseFilter />}
        empty={<EmptyState title={t(`${kind}s.empty`)}>{t(`${kind}s.empty.text`)}</EmptyState>}
        wrap
        minWidth={1080}
        columns={[
          {
            key: 'service',
            title: t('service'),
            text: ({ service }) => service.name,
            cell: ({ service }) => (
              <Link to={addressOf(service.id)} tabIndex={-1}>
                {service.name}
              </Link>
            ),
          },
          { key: 'variant', title: t('variant'), width: 190, text: ({ appliesTo }) => traits(appliesTo) },
          {
            key: 'rate',
            title: kind === 'tariff' ? t('rate') : t('norm'),
            width: 190,
            align: 'end',
            text: rateText,
          },
          { key: 'unit', title: t('unit'), width: 80, text: ({ service }) => format.unit(service.unit) },
          {
            key: 'since',
            title: t('since'),
            width: 190,
            text: interval,
          },
          {
            key: 'phase',
            title: t('state'),
            width: 130,
            text: (version) => t(`phase.${phaseOf(version, today)}`),
            cell: (version) => <PhaseBadge days={version} />,
          },
          {
            key: 'source',
            title: t('source'),
            text: ({ source, clause }) => [source, clause].filter(Boolean).join(', '),
          },
        ]}
      />
      <NewVersionDialog kind={kind} opened={adding} onClose={add.close} />
    </>
  );
}
