import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import { rulesOf } from '#shared/domain/services/services.ts';
import { api } from '#renderer/connection/connection.ts';
import { ApplicationFrame } from '#renderer/features/application/application-frame.tsx';
import { useOwnOffice } from '#renderer/features/application/offices.ts';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { serviceForms } from './service-forms.ts';

/** The steps of an application that may still be typed; any other is shown as its case. */
export function EditPage() {
  const { id, step } = useParams({ from: '/cases/$id/edit/$step' });
  const application = useQuery(api.applications.get.queryOptions({ input: { id } }));
  // Asked for as the case opens, so that the buyer's step can offer this office at its first key.
  useOwnOffice();
  return (
    <QueryView query={application}>
      {(found) => {
        if (found.line.service === 'batch-registration') return <Navigate to="/batches/$id" params={{ id }} replace />;
        if (found.line.service === 'school-list') return <Navigate to="/tests/lists/$id" params={{ id }} replace />;
        if (!found.editable) return <Navigate to="/cases/$id" params={{ id }} replace />;
        const { service } = found.line;
        const [first = ''] = rulesOf(service).steps;
        if (!rulesOf(service).steps.includes(step)) return <Navigate to="/cases/$id/edit/$step" params={{ id, step: first }} replace />;
        return <ApplicationFrame key={id} application={found} step={step} form={serviceForms[service]} />;
      }}
    </QueryView>
  );
}
