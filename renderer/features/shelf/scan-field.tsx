import { TextInput } from '@mantine/core';
import { useState, type ReactNode, type Ref } from 'react';

interface ScanFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly error?: ReactNode;
  /** Of what may be scanned; a paper's signed code is longer than a plate. */
  readonly longest?: number | undefined;
  /** For whoever sends the keys back here. */
  readonly field?: Ref<HTMLInputElement>;
  readonly onScan: (code: string) => void;
}

/** Takes one code after the other, scanned or typed: Enter hands it on and empties the field. */
export function ScanField({ label, hint, error, longest = 60, field, onScan }: ScanFieldProps) {
  const [code, setCode] = useState('');
  return (
    <TextInput
      ref={field}
      label={label}
      description={hint}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      value={code}
      maxLength={longest}
      autoComplete="off"
      data-takes-scans
      error={error}
      onChange={(event) => setCode(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.ctrlKey) return;
        event.preventDefault();
        if (code.trim() !== '') onScan(code.trim());
        setCode('');
      }}
    />
  );
}
