import { useMessages } from '../i18n/i18n.js';
import { uiMessages } from './messages.js';
import { Notice } from './notice.js';
import { useProblemWords } from './problem-words.js';

/** A failed action, beside the button that was pressed. Nothing while `error` is null. */
export function ProblemNotice({ error }: { error: unknown }) {
  const t = useMessages(uiMessages);
  const words = useProblemWords();
  if (!error) return null;
  const { title, text, traceId } = words(error);
  return (
    <Notice tone="danger" title={title}>
      {text}
      {traceId && (
        <div>
          {t('error.support')}: <code>{traceId}</code>
        </div>
      )}
    </Notice>
  );
}
