import { useMessages } from '@dvor/ui';
import { Kbd, Modal } from '@mantine/core';
import { appMessages } from './messages.js';
import classes from './shell.module.css';

export function KeysDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useMessages(appMessages);
  const groups = [
    {
      title: t('keys.everywhere'),
      keys: [
        [['Ctrl', 'K'], t('keys.search')],
        [['/'], t('keys.filter')],
        [['?'], t('keys.help')],
        [['Esc'], t('keys.close')],
      ],
    },
    {
      title: t('keys.table'),
      keys: [
        [['↑', '↓'], t('keys.rows')],
        [['PgUp', 'PgDn'], t('keys.pages')],
        [['Home', 'End'], t('keys.ends')],
        [['Enter'], t('keys.enter')],
      ],
    },
  ] as const;
  return (
    <Modal opened={opened} onClose={onClose} title={t('keys.title')} size={420}>
      {groups.map((group) => (
        <section key={group.title} className={classes.keys}>
          <h3>{group.title}</h3>
          <dl>
            {group.keys.map(([keys, what]) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
