import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent: a deep teal. Shade 7 carries white text at 6:1, shade 3 stands on dark at 7:1. */
const teal: MantineColorsTuple = [
  '#e8f4f2',
  '#d3e9e6',
  '#a8d3ce',
  '#7bbdb6',
  '#4fa49d',
  '#2c8c85',
  '#177a73',
  '#0c6660',
  '#0a544f',
  '#073f3b',
];

/** Neutral greys for the dark screen, without the blue of the default. */
const dark: MantineColorsTuple = [
  '#d9dbdc',
  '#b9bdbf',
  '#9ba0a3',
  '#767c80',
  '#4a5053',
  '#363b3e',
  '#2a2e31',
  '#1f2325',
  '#181b1d',
  '#111314',
];

const noMotion = { transitionProps: { duration: 0 } };
const noComboboxMotion = { comboboxProps: { transitionProps: { duration: 0 }, shadow: 'md' } };

/** Calm and dense: one accent, one typeface, small radius, no motion, shadows on overlays only (UI.md, Style). */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 6 },
  colors: { teal, dark },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'Inter Variable', ui-monospace, monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.125rem', lineHeight: '1.5rem' },
      h2: { fontSize: '0.9375rem', lineHeight: '1.375rem' },
      h3: { fontSize: '0.875rem', lineHeight: '1.25rem' },
    },
  },
  defaultRadius: 'sm',
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  activeClassName: '',
  focusRing: 'auto',
  components: {
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md', ...noComboboxMotion, checkIconPosition: 'right' } },
    Autocomplete: { defaultProps: { size: 'md', ...noComboboxMotion } },
    SegmentedControl: { defaultProps: { transitionDuration: 0 } },
    Modal: { defaultProps: { ...noMotion, shadow: 'lg', padding: 'lg', overlayProps: { backgroundOpacity: 0.45 } } },
    Menu: { defaultProps: { ...noMotion, shadow: 'md' } },
    Popover: { defaultProps: { ...noMotion, shadow: 'md' } },
    Tooltip: { defaultProps: { ...noMotion } },
  },
});
