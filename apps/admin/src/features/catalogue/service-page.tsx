import {
  answer,
  Code,
  ErrorState,
  Facts,
  FormDialog,
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
import { Button, Tabs } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArchive, IconListCheck } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { useAct } from '../../lib/basis/use-save.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { housingWords } from '../../lib/words/messages.js';
import { type Service, useService } from './api.js';
import classes from './catalogue.module.css';
import { DraftsTable } from './drafts-list.js';
import { catalogueMessages } from './messages.js';
import { ServiceForm } from './service-form.js';
import { Versions } from './versions.js';

export default function ServicePage() {
  const { serviceId = '' } = useParams();
  const { data: service, error, refetch } = useService(serviceId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!service) return <Page>{null}</Page>;
  return <Card service={service} />;
}

function Card({ service }: { service: Service }) {
  const t = useMessages(catalogueMessages);
  const may = useMay();
  const [tab, setTab] = useUrlFilter('tab');
  const [editing, edit] = useDisclosure();
  const list = tab === 'norm' || tab === 'drafts' ? tab : 'tariff';
  const mayEdit = may('catalogue.edit');
  const archiving = useAct({
    write: (api, archived: boolean, headers) => {
      const call = { params: { path: { id: service.id } }, headers };
      return archived
        ? answer(api.POST('/api/v1/services/{id}/archive', call))
        : answer(api.POST('/api/v1/services/{id}/unarchive', call));
    },
    onDone: () => undefined,
    said: service.archived ? t('unarchive.done') : t('archive.done'),
  });
  return (
    <Page>
      <PageHeader
        back={<Link to="/catalogue">{t('services.back')}</Link>}
        title={service.name}
        status={
          service.archived && (
            <StatusBadge tone="quiet" icon={IconArchive}>
              {t('archived')}
            </StatusBadge>
          )
        }
        actions={
          <>
            <Button
              component={Link}
              to={`/catalogue?tab=assignments&serviceId=${service.id}`}
              variant="default"
              leftSection={<IconListCheck size={16} />}
            >
              {t('assignments.open')}
            </Button>
            {mayEdit && (
              <>
                <Button variant="default" loading={archiving.busy} onClick={() => archiving.run(!service.archived)}>
                  {service.archived ? t('unarchive') : t('archive')}
                </Button>
                <Button onClick={edit.open}>{t('edit')}</Button>
              </>
            )}
          </>
        }
      />
      <ProblemNotice error={archiving.error} />
      {service.archived && !archiving.error && <Notice tone="info">{t('archived.text')}</Notice>}
      <div className={classes.card}>
        <ServiceFacts service={service} />
        <div className={classes.column}>
          <Tabs value={list} onChange={(next) => setTab(next === 'tariff' ? null : next)}>
            <Tabs.List>
              <Tabs.Tab value="tariff">{t('tariffs')}</Tabs.Tab>
              <Tabs.Tab value="norm">{t('norms')}</Tabs.Tab>
              <Tabs.Tab value="drafts">{t('drafts')}</Tabs.Tab>
            </Tabs.List>
          </Tabs>
          {list === 'drafts' ? (
            <DraftsTable serviceId={service.id} />
          ) : (
            <Versions key={list} kind={list} service={service} />
          )}
        </div>
      </div>
      <FormDialog wide opened={editing} onClose={edit.close} title={t('service.edit.title')}>
        <ServiceForm service={service} onClose={edit.close} onDone={() => undefined} />
      </FormDialog>
    </Page>
  );
}

function ServiceFacts({ service }: { service: Service }) {
  const t = useMessages(catalogueMessages);
  const name = useLooseMessages(catalogueMessages);
  const resource = useLooseMessages(housingWords);
  const format = useFormat();
  const { resource: flows } = service;
  return (
    <Section title={t('service')}>
      <Sheet>
        <Facts
          facts={[
            { label: t('code'), value: <Code>{service.code}</Code> },
            { label: t('unit'), value: format.unit(service.unit) },
            { label: t('base'), value: name(`base.${service.base}`, service.base) },
            { label: t('section'), value: name(`section.${service.section}`, service.section) },
            { label: t('position'), value: format.count(service.position) },
            {
              label: t('resource'),
              value: flows && resource(`resource.${flows}`, name(`resource.${flows}`, flows)),
            },
            ...Object.entries(service.gisCodes).map(([directory, code]) => ({
              label: t('gis.of', { directory }),
              value: <Code>{code}</Code>,
            })),
          ]}
        />
      </Sheet>
    </Section>
  );
}
