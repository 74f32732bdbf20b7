import { ActionIcon, useComputedColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { useWords } from '#renderer/ui/locale.tsx';
import { useScreenSettings } from './screen-settings.tsx';

/** Light or dark, kept for this PC. */
export function SchemeSwitch() {
  const { top } = useWords().frame;
  const isDark = useComputedColorScheme('light') === 'dark';
  const { setScheme } = useScreenSettings();
  const label = isDark ? top.toLight : top.toDark;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={label}
      title={label}
      onClick={() => setScheme(isDark ? 'light' : 'dark')}
    >
      {isDark ? <IconSun size={18} aria-hidden /> : <IconMoon size={18} aria-hidden />}
    </ActionIcon>
  );
}
