import { downloadFile, useHttp, useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import classes from './meters.module.css';
import { proposalMessages } from './proposal-messages.js';
import type { Proposal } from './proposals-api.js';

/** What the resident has sent: shown where it is an image, to be opened where it is a document. */
export function ProposalPicture({ proposal, which }: { proposal: Proposal; which: 'photo' | 'passport' }) {
  const t = useMessages(proposalMessages);
  const http = useHttp();
  const path = `/api/v1/meter-proposals/${proposal.id}/${which}`;
  const { data } = useQuery({
    queryKey: ['proposals', 'picture', path],
    queryFn: async () => {
      const { blob, name } = await http.file(path);
      return { name, url: blob.type.startsWith('image/') ? await dataUrl(blob) : null };
    },
  });
  return (
    <figure className={classes.picture}>
      <figcaption>{t(which)}</figcaption>
      {data?.url && <img src={data.url} alt={t(which)} />}
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => void downloadFile(http, path, `${proposal.serial}-${which}`)}
      >
        {t('picture.open', { what: data?.name ?? t(which) })}
      </Button>
    </figure>
  );
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error ?? new Error('the picture can’t be read'));
    reader.readAsDataURL(blob);
  });
}
