import type { Schemas } from '@dvor/api-client';
import { EmptyState, Toolbar, useFormat, useLooseMessages, useMessages } from '@dvor/ui';
import { Select, VisuallyHidden } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { basisMessages } from '../basis/messages.js';
import { useUrlFilter } from '../use-url-filter.js';
import { housingWords } from '../words/messages.js';
import { useTraitWords } from '../words/use-trait-words.js';
import { timelineMessages } from './messages.js';
import classes from './timeline.module.css';

export type TimelineEntry = Schemas['TimelineEntryDto'];

const KINDS = ['terms', 'ownership', 'residency', 'absence', 'premises', 'agreement', 'succession'] as const;

/** Everything that was ever recorded, the latest days first; what was corrected is struck through and stays readable. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const t = useMessages(timelineMessages);
  const [kind, setKind] = useUrlFilter('kind');
  const shown = kind ? entries.filter((entry) => entry.kind === kind) : entries;
  if (entries.length === 0) return <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>;
  const present = KINDS.filter((one) => one === kind || entries.some((entry) => entry.kind === one));
  return (
    <>
      <Toolbar>
        <Select
          aria-label={t('filter')}
          w={240}
          allowDeselect={false}
          data={[{ value: '', label: t('all') }, ...present.map((one) => ({ value: one, label: t(`kind.${one}`) }))]}
          value={kind}
          onChange={setKind}
        />
      </Toolbar>
      {shown.length === 0 ? (
        <EmptyState title={t('empty.title')}>{t('none.text')}</EmptyState>
      ) : (
        <ol className={classes.entries} aria-label={t('label')}>
          {shown.map((entry) => (
            <Entry key={`${entry.kind}/${entry.id}`} entry={entry} />
          ))}
        </ol>
      )}
    </>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const t = useMessages(timelineMessages);
  const name = useLooseMessages(timelineMessages);
  const format = useFormat();
  const what = useWhat();
  const documentWords = useDocumentWords();
  const { from, to, supersededAt, recordedAt, recordedBy } = entry;
  const at = format.instant(recordedAt);
  return (
    <li className={classes.entry} data-superseded={supersededAt !== null || undefined}>
      <div className={classes.days}>
        {entry.kind === 'succession'
          ? format.day(from)
          : to
            ? t('days', { from: format.day(from), to: format.lastDay(to) })
            : t('from', { from: format.day(from) })}
      </div>
      <div className={classes.body}>
        <div className={classes.kind}>{name(`kind.${entry.kind}`, entry.kind)}</div>
        {supersededAt && <VisuallyHidden>{t('superseded')}</VisuallyHidden>}
        <div className={classes.what}>{what(entry)}</div>
        <div className={classes.why}>
          {entry.reason}
          {entry.document && (
            <span className={classes.document}>
              <IconFileText size={14} stroke={1.75} aria-hidden />
              {documentWords(entry.document)}
            </span>
          )}
        </div>
        <div className={classes.who}>
          {recordedBy ? t('recordedBy', { at, who: recordedBy }) : t('recorded', { at })}
          {supersededAt && `, ${t('corrected', { at: format.instant(supersededAt) })}`}
        </div>
      </div>
    </li>
  );
}

function useWhat(): (entry: TimelineEntry) => string {
  const t = useMessages(timelineMessages);
  const name = useLooseMessages(timelineMessages);
  const format = useFormat();
  const premises = usePremisesWords();
  return ({ kind, name: whose, values }) => {
    const who = whose ?? '';
    switch (kind) {
      case 'terms':
        return values.share ? t('terms.share', { name: who, share: values.share }) : t('terms.what', { name: who });
      case 'ownership':
        return t('ownership.what', { name: who, share: values.share === '1/1' ? '1' : (values.share ?? '') });
      case 'residency':
        return values.kind === 'temporary'
          ? t('residency.temporary', { name: who })
          : t('residency.permanent', { name: who });
      case 'absence':
        return t('absence.what', { name: who, applied: format.day(values.appliedOn ?? '') });
      case 'agreement':
        return t('agreement.what', { name: who, signed: format.day(values.signedOn ?? '') });
      case 'succession': {
        const moved = /[1-9]/.test(values.moved ?? '') ? t('moved', { amount: format.money(values.moved!) }) : null;
        const text = name(`succession.${values.kind}.${values.direction}`, who).replace('{{name}}', who);
        return [text, moved].filter(Boolean).join(', ');
      }
      default:
        return premises(values);
    }
  };
}

function usePremisesWords(): (values: Readonly<Record<string, string>>) => string {
  const t = useMessages(housingWords);
  const name = useLooseMessages(housingWords);
  const traits = useTraitWords();
  const format = useFormat();
  return (values) =>
    Object.entries(values)
      .map(([key, value]) => {
        if (key.startsWith('trait.')) {
          const trait = key.slice('trait.'.length);
          return `${traits.trait(trait)}: ${traits.value(trait, value)}`;
        }
        if (key === 'meterImpossible') {
          const resources = value.split(', ').map((resource) => name(`resource.${resource}`, resource));
          return `${t('meterImpossible')}: ${resources.join(', ')}`;
        }
        if (key === 'rooms') return `${t('rooms')}: ${value}`;
        return `${name(key, key)} ${format.volume(value, 'м²')}`;
      })
      .join(' · ');
}

/** `register-extract No.12 2026-03-01` as the timeline tells it. */
function useDocumentWords(): (document: string) => string {
  const t = useMessages(timelineMessages);
  const name = useLooseMessages(basisMessages);
  const format = useFormat();
  return (document) => {
    const [, kind = '', number, date = ''] = /^([a-z-]+)(?: No\.(.*))? (\d{4}-\d\d-\d\d)$/.exec(document) ?? [];
    if (kind === '') return document;
    const words = { kind: name(`kind.${kind}`, kind), date: format.day(date) };
    return number ? t('document', { ...words, number }) : t('document.unnumbered', words);
  };
}
