import {
  answer,
  ConfirmDialog,
  ErrorState,
  Facts,
  Form,
  FormDialog,
  Notice,
  Page,
  PageHeader,
  Section,
  Sheet,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconTestPipe } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { basisMessages } from '../../lib/basis/messages.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useAct, useSave } from '../../lib/basis/use-save.js';
import { type Draft, useDraft } from './api.js';
import classes from './catalogue.module.css';
import { DraftDialog } from './draft-form.js';
import { DraftBadge } from './drafts-list.js';
import { catalogueMessages } from './messages.js';
import { Insist } from './rate-forms.js';
import { RateText } from './rate-text.js';
import { byTraits, useVersions } from './rate-version.js';
import { traitsKey, useInterval, useTraitsText } from './words.js';

export default function DraftPage() {
  const { draftId = '' } = useParams();
  const { data: draft, error, refetch } = useDraft(draftId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!draft) return <Page>{null}</Page>;
  return <Card draft={draft} />;
}

function Card({ draft }: { draft: Draft }) {
  const t = useMessages(catalogueMessages);
  const may = useMay();
  const navigate = useNavigate();
  const [doing, setDoing] = useState<'edit' | 'approve' | 'discard' | null>(null);
  const stop = () => setDoing(null);
  const open = draft.state === 'draft';
  const lawless = open && (!draft.act || !draft.clause);
  const discarding = useAct({
    write: (api, id: string, headers) =>
      answer(api.POST('/api/v1/rate-drafts/{id}/discard', { params: { path: { id } }, headers })),
    onDone: stop,
    said: t('draft.discarded'),
  });
  return (
    <Page>
      <PageHeader
        back={<Link to="/catalogue?tab=drafts">{t('drafts.back')}</Link>}
        name={draft.service.name}
        title={t('draft.of', { kind: t(`kind.${draft.kind}`), service: draft.service.name })}
        status={<DraftBadge state={draft.state} />}
        actions={
          <>
            {draft.ranges === null && (
              <Button
                component={Link}
                to={`/catalogue/effect?draft=${draft.id}`}
                variant="default"
                leftSection={<IconTestPipe size={16} />}
              >
                {t('effect.look')}
              </Button>
            )}
            {open && may('catalogue.edit') && (
              <>
                <Button variant="default" onClick={() => setDoing('discard')}>
                  {t('draft.discard')}
                </Button>
                <Button variant="default" onClick={() => setDoing('edit')}>
                  {t('edit')}
                </Button>
                <Button onClick={() => setDoing('approve')} disabled={lawless}>
                  {t('draft.approve')}
                </Button>
              </>
            )}
          </>
        }
      />
      {open && <Notice tone="info">{lawless ? t('draft.lawless') : t('draft.text')}</Notice>}
      <div className={classes.card}>
        <DraftFacts draft={draft} />
        <Beside draft={draft} />
      </div>
      <DraftDialog kind={draft.kind} draft={draft} opened={doing === 'edit'} onClose={stop} onDone={() => undefined} />
      <FormDialog opened={doing === 'approve'} onClose={stop} title={t('draft.approve.title')}>
        <ApproveForm
          draft={draft}
          onClose={stop}
          onDone={() => void navigate(`/catalogue/services/${draft.service.id}?tab=${draft.kind}`)}
        />
      </FormDialog>
      <ConfirmDialog
        opened={doing === 'discard'}
        onClose={stop}
        title={t('draft.discard.title')}
        confirm={t('draft.discard')}
        danger
        busy={discarding.busy}
        error={discarding.error}
        onConfirm={() => discarding.run(draft.id)}
      >
        {t('draft.discard.text')}
      </ConfirmDialog>
    </Page>
  );
}

function DraftFacts({ draft }: { draft: Draft }) {
  const t = useMessages(catalogueMessages);
  const format = useFormat();
  const traits = useTraitsText();
  const interval = useInterval();
  const { service, appliesTo, from, to, vatRate, act, clause, note, createdAt, createdBy, decidedAt, decidedBy } =
    draft;
  return (
    <Section title={t('draft')}>
      <Sheet>
        <Facts
          facts={[
            {
              label: t('service'),
              value: <Link to={`/catalogue/services/${service.id}?tab=${draft.kind}`}>{service.name}</Link>,
            },
            { label: t('variant'), value: traits(appliesTo) },
            { label: t('figure'), value: <RateText rate={draft} /> },
            { label: t('unit'), value: format.unit(service.unit) },
            ...(draft.kind === 'tariff'
              ? [{ label: t('vat'), value: vatRate === null ? t('vat.none') : format.decimal(vatRate) }]
              : []),
            { label: t('draft.days'), value: interval({ validFrom: from, validTo: to }) },
            { label: t('act'), value: act },
            { label: t('clause'), value: clause },
            ...(note ? [{ label: t('draft.note'), value: note }] : []),
            { label: t('draft.who'), value: [createdBy, format.instant(createdAt)].filter(Boolean).join(', ') },
            ...(decidedAt
              ? [
                  {
                    label: t('draft.decided'),
                    value: [decidedBy, format.instant(decidedAt)].filter(Boolean).join(', '),
                  },
                ]
              : []),
          ]}
        />
      </Sheet>
    </Section>
  );
}

/** What holds now for the same premises: a draft is read beside it. */
function Beside({ draft }: { draft: Draft }) {
  const t = useMessages(catalogueMessages);
  const interval = useInterval();
  const { data } = useVersions(draft.kind, { serviceId: draft.service.id });
  if (!data) return null;
  const same = byTraits(data.items).find(({ traits }) => traitsKey(traits) === traitsKey(draft.appliesTo));
  return (
    <Section title={t('draft.beside')}>
      <Sheet>
        {same ? (
          <Facts
            facts={same.versions.map((version) => ({
              label: interval(version),
              value: <RateText rate={version} />,
            }))}
          />
        ) : (
          <span className={classes.quiet}>{t('draft.beside.none')}</span>
        )}
      </Sheet>
    </Section>
  );
}

function ApproveForm({ draft, onClose, onDone }: { draft: Draft; onClose: () => void; onDone: () => void }) {
  const t = useMessages(catalogueMessages);
  const words = useMessages(basisMessages);
  const checks = useChecks();
  const interval = useInterval();
  const form = useForm({
    initialValues: { reason: '', replaces: false },
    validate: { reason: checks.basis.reason },
  });
  const save = useSave(form, {
    write: (api, { reason, replaces }, headers) =>
      answer(
        api.POST('/api/v1/rate-drafts/{id}/approve', {
          params: { path: { id: draft.id } },
          body: { reason: reason.trim(), replaces },
          headers,
        }),
      ),
    onDone,
    said: t('draft.approved'),
  });
  return (
    <Form onCancel={onClose} submit={t('draft.approve')} {...save}>
      <div>
        {t('draft.approve.text', { days: interval({ validFrom: draft.from, validTo: draft.to }) })}{' '}
        <RateText rate={draft} />
      </div>
      <TextInput
        data-autofocus
        label={words('reason')}
        description={words('reason.hint')}
        required
        maxLength={500}
        {...form.getInputProps('reason')}
        error={form.errors.reason ?? form.errors['basis.reason']}
      />
      <Insist refusal={save.error} {...form.getInputProps('replaces', { type: 'checkbox' })} />
    </Form>
  );
}
