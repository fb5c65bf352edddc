import { Explanation, MoneyText, useFormat, useMessages } from '@dvor/ui';
import { Drawer } from '@mantine/core';
import classes from './accounts.module.css';
import type { ChargeLine } from './api.js';
import { accountMessages } from './messages.js';

/** Stands beside the table, which stays in use: another line changes the explanation. */
export function ExplanationPanel({
  line,
  period,
  onClose,
}: {
  line: ChargeLine | undefined;
  period: string;
  onClose: () => void;
}) {
  const t = useMessages(accountMessages);
  const format = useFormat();
  return (
    <Drawer
      opened={line !== undefined}
      onClose={onClose}
      position="right"
      size={440}
      withOverlay={false}
      lockScroll={false}
      trapFocus={false}
      closeOnClickOutside={false}
      title={t('explain.title')}
      closeButtonProps={{ 'aria-label': t('explain.close') }}
      classNames={{ content: classes.panel, inner: classes.panelInner, title: classes.panelTitle }}
    >
      {line && (
        <>
          <div className={classes.panelHead}>
            <div>
              <div className={classes.panelService}>{line.service.name}</div>
              <div className={classes.quiet}>
                {format.month(period)} · {line.supplier}
              </div>
            </div>
            <div className={classes.panelSum}>
              <MoneyText value={line.amount} />
            </div>
          </div>
          <Explanation explanation={line.explanation} />
        </>
      )}
    </Drawer>
  );
}
