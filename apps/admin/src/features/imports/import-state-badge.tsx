import { StatusBadge, type Tone, useMessages } from '@dvor/ui';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconColumns3,
  IconListCheck,
  IconLoader2,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { ImportState } from './api.js';
import { importMessages } from './messages.js';

const LOOKS: Readonly<Record<ImportState, { tone: Tone; icon: ComponentType<{ size?: number; stroke?: number }> }>> = {
  uploaded: { tone: 'info', icon: IconColumns3 },
  checking: { tone: 'info', icon: IconLoader2 },
  checked: { tone: 'attention', icon: IconListCheck },
  applying: { tone: 'info', icon: IconLoader2 },
  applied: { tone: 'good', icon: IconCheck },
  undoing: { tone: 'info', icon: IconLoader2 },
  undone: { tone: 'quiet', icon: IconArrowBackUp },
  failed: { tone: 'danger', icon: IconAlertTriangle },
};

export function ImportStateBadge({ state }: { state: ImportState }) {
  const t = useMessages(importMessages);
  const { tone, icon } = LOOKS[state];
  return (
    <StatusBadge tone={tone} icon={icon}>
      {t(`state.${state}`)}
    </StatusBadge>
  );
}
