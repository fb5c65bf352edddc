import { Notice, useMessages } from '@dvor/ui';
import { ActionIcon, Button, MultiSelect } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type Service, useServices } from './api.js';
import classes from './law.module.css';
import { lawMessages } from './messages.js';

type Groups = readonly (readonly string[])[];

/** Services in groups that follow one another; a service stands in one group only. */
export function ServiceGroupsField({
  value,
  most,
  error,
  onChange,
}: {
  value: Groups;
  most: number;
  error: ReactNode;
  onChange: (groups: string[][]) => void;
}) {
  const t = useMessages(lawMessages);
  const services = useServices(true).data?.items ?? [];
  const others = (i: number) => new Set(value.flatMap((group, at) => (at === i ? [] : group)));
  const withGroup = (i: number, group: string[]) => value.map((one, at) => (at === i ? group : [...one]));
  return (
    <div className={classes.groups}>
      {value.map((group, i) => (
        <div key={i} className={classes.group}>
          <MultiSelect
            label={t('groups.group', { n: i + 1 })}
            placeholder={group.length === 0 ? t('groups.choose') : undefined}
            searchable
            data-autofocus={i === 0 || undefined}
            data={services.filter(({ id }) => !others(i).has(id)).map(({ id, name }) => ({ value: id, label: name }))}
            value={[...group]}
            onChange={(next) => onChange(withGroup(i, next))}
          />
          <ActionIcon
            variant="subtle"
            size={36}
            aria-label={t('groups.remove', { n: i + 1 })}
            onClick={() => onChange(value.filter((_, at) => at !== i).map((one) => [...one]))}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      {value.length < most && (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} />}
            onClick={() => onChange([...value.map((one) => [...one]), []])}
          >
            {t('groups.add')}
          </Button>
        </div>
      )}
      <div className={classes.quiet}>{value.length === 0 ? t('groups.none') : t('groups.rest')}</div>
      {putsCommunalApart(value, services) && <Notice tone="attention">{t('groups.communal')}</Notice>}
      {error && <Notice tone="danger">{error}</Notice>}
    </div>
  );
}

/** Groups as a list of names; what is not there any more by its number. */
export function ServiceGroupsText({ groups }: { groups: Groups }) {
  const t = useMessages(lawMessages);
  const services = useServices(groups.length > 0).data?.items ?? [];
  if (groups.length === 0) return t('groups.nothing');
  const nameOf = (id: string) => services.find((one) => one.id === id)?.name ?? id;
  return (
    <ol className={classes.order}>
      {groups.map((group) => (
        <li key={group.join()}>{group.map(nameOf).join(', ')}</li>
      ))}
    </ol>
  );
}

/** ПП 354, п. 118: of a consumer's unnamed payment no communal service comes before another. */
function putsCommunalApart(groups: Groups, services: readonly Service[]): boolean {
  const communal = services.filter(({ section, archived }) => section === 'communal' && !archived);
  return new Set(communal.map(({ id }) => groups.findIndex((group) => group.includes(id)))).size > 1;
}
