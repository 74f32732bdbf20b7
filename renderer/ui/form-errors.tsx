import type { ReactNode } from 'react';
import { ErrorSummary } from './error-summary.tsx';

interface FormErrorsProps {
  /** By field, as a form keeps them. */
  readonly errors: Readonly<Record<string, ReactNode>>;
  /** Each field's id is this and its name. */
  readonly idPrefix: string;
}

/** The list on top of a form: what its fields still want, each line a jump. */
export function FormErrors({ errors, idPrefix }: FormErrorsProps) {
  const listed = Object.entries(errors).flatMap(([field, message]) =>
    typeof message === 'string' ? [{ fieldId: `${idPrefix}${field}`, message }] : [],
  );
  return <ErrorSummary errors={listed} />;
}
