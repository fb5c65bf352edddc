import { useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { HouseReceipts } from './api.js';
import { monthMessages } from './messages.js';
import classes from './month.module.css';
import type { useHouseFile } from './use-house-file.js';

export function HouseFile({
  house,
  file,
}: {
  house: HouseReceipts | undefined;
  file: ReturnType<typeof useHouseFile>;
}) {
  const t = useMessages(monthMessages);
  if (!house) return '—';
  if (!house.fileReady) return <span className={classes.quiet}>{t('receipts.notReady')}</span>;
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconDownload size={14} />}
      loading={file.isPending && file.variables.houseId === house.houseId}
      onClick={() => file.mutate(house)}
    >
      {t('receipts.download')}
    </Button>
  );
}
