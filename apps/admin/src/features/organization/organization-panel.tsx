import { Code, Facts, Section, Sheet, useFormat, useMessages } from '@dvor/ui';
import type { Organization } from './api.js';
import { organizationMessages } from './messages.js';

export function OrganizationPanel({ organization }: { organization: Organization }) {
  const t = useMessages(organizationMessages);
  const format = useFormat();
  return (
    <Section title={t('title')}>
      <Sheet>
        <Facts
          facts={[
            { label: t('name'), value: organization.name },
            { label: t('shortName'), value: organization.shortName },
            { label: t('inn'), value: <Code>{organization.inn}</Code> },
            { label: t('kpp'), value: organization.kpp && <Code>{organization.kpp}</Code> },
            { label: t('ogrn'), value: organization.ogrn && <Code>{organization.ogrn}</Code> },
            { label: t('timeZone'), value: organization.timeZone },
            { label: t('workingPeriod'), value: format.month(organization.workingPeriod) },
          ]}
        />
      </Sheet>
    </Section>
  );
}
