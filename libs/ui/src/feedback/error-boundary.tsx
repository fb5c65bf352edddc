import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useMessages } from '../i18n/i18n.js';
import { EmptyState } from './empty-state.js';
import { uiMessages } from './messages.js';

/** A screen that failed to draw says so, and the rest of the page goes on. `resetKey` gives it another try. */
export class ErrorBoundary extends Component<{ children: ReactNode; resetKey: string }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidUpdate(previous: { resetKey: string }): void {
    if (this.state.failed && previous.resetKey !== this.props.resetKey) this.setState({ failed: false });
  }

  override render(): ReactNode {
    return this.state.failed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const t = useMessages(uiMessages);
  return (
    <EmptyState
      title={t('error.crash.title')}
      action={
        <Button variant="default" onClick={() => location.reload()}>
          {t('error.reload')}
        </Button>
      }
    >
      {t('error.crash.text')}
    </EmptyState>
  );
}
