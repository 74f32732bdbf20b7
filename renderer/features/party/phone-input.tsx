import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { checkPhone, displayPhone, normalisePhone } from '#shared/domain/phone.ts';
import type { FieldSeat } from '#renderer/features/application/desk.ts';

interface PhoneInputProps {
  readonly seat: FieldSeat;
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly onChange: (value: string) => void;
}

/** Kept as `+254…`, shown as it is said at the counter, `0712 345 678`; while it is typed it is left alone. */
export function PhoneInput({ seat, label, value, placeholder, onChange }: PhoneInputProps) {
  const [isTyping, setIsTyping] = useState(false);
  return (
    <TextInput
      {...seat}
      label={label}
      size="sm"
      type="tel"
      inputMode="tel"
      autoComplete="off"
      maxLength={40}
      placeholder={placeholder}
      value={isTyping ? value : displayPhone(value)}
      onChange={(event) => {
        setIsTyping(true);
        onChange(event.currentTarget.value);
      }}
      onBlur={() => {
        seat.onBlur();
        setIsTyping(false);
        if (checkPhone(value).ok) onChange(normalisePhone(value));
      }}
    />
  );
}
