import { EmptyState, ErrorState, Page, PageHeader, ProblemNotice, Section, Sheet, useMessages } from '@dvor/ui';
import { Link, useNavigate, useParams } from 'react-router';
import { ActForm, useActForm } from './act-form.js';
import { type QualityAct, useAct, usePreview } from './api.js';
import { EffectTable } from './effect-table.js';
import { qualityMessages } from './messages.js';
import classes from './quality.module.css';

/** A new act, or a correction of one: what it does to the bills is seen before it is saved. */
export default function NewQualityActPage() {
  const { actId = '' } = useParams();
  const { data, error, refetch } = useAct(actId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (actId !== '' && !data) return <Page>{null}</Page>;
  return <Desk act={data} />;
}

function Desk({ act }: { act: QualityAct | undefined }) {
  const t = useMessages(qualityMessages);
  const navigate = useNavigate();
  const back = act ? `/quality-acts/${act.id}` : '/quality-acts';
  const { form, record, draft } = useActForm(act, (id) => void navigate(`/quality-acts/${id}`, { replace: true }));
  const preview = usePreview(act ? null : draft);
  return (
    <Page>
      <PageHeader
        back={<Link to={back}>{t('back')}</Link>}
        title={act ? t('correct.title', { number: act.number }) : t('new.title')}
      />
      <div className={classes.card}>
        <Sheet>
          <ActForm act={act} form={form} record={record} onCancel={() => void navigate(back)} />
        </Sheet>
        {!act && (
          <Section title={t('effect')}>
            {draft === null ? (
              <EmptyState title={t('effect.wait')} />
            ) : preview.error ? (
              <ProblemNotice error={preview.error} />
            ) : (
              <EffectTable effect={preview.data} />
            )}
          </Section>
        )}
      </div>
    </Page>
  );
}
