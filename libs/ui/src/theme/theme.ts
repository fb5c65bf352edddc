import { createTheme, type CSSVariablesResolver, type MantineThemeOverride } from '@mantine/core';

type Density = 'console' | 'cabinet';

/** Text sizes in px at the browser's usual 16: the console's 14/20 with tables 13/18, the cabinet's 17/26. */
const TEXT = {
  console: {
    xs: [12, 16],
    sm: [13, 18],
    md: [14, 20],
    lg: [16, 24],
    xl: [20, 28],
    button: 36,
    h1: [22, 28],
    h2: [16, 24],
  },
  cabinet: {
    xs: [13, 18],
    sm: [15, 22],
    md: [17, 26],
    lg: [20, 28],
    xl: [24, 32],
    button: 48,
    h1: [26, 34],
    h2: [20, 28],
  },
} as const satisfies Record<Density, object>;

export function createDvorTheme(density: Density): MantineThemeOverride {
  const text = TEXT[density];
  const sizes = ['xs', 'sm', 'md', 'lg', 'xl'] as const;
  const rem = (px: number) => `${px / 16}rem`;
  const heading = ([size, line]: readonly [number, number]) => ({
    fontSize: rem(size),
    lineHeight: `${line / size}`,
  });
  const control = rem(text.button);
  const button = {
    '--button-height': control,
    '--button-fz': rem(text.md[0]),
    '--button-padding-x': rem(density === 'cabinet' ? 24 : 16),
  };

  return createTheme({
    fontFamily: 'var(--font-text)',
    fontFamilyMonospace: 'var(--font-code)',
    fontSizes: Object.fromEntries(sizes.map((size) => [size, rem(text[size][0])])),
    lineHeights: Object.fromEntries(sizes.map((size) => [size, String(text[size][1] / text[size][0])])),
    headings: {
      fontFamily: 'var(--font-text)',
      fontWeight: '600',
      sizes: { h1: heading(text.h1), h2: heading(text.h2), h3: heading(text.md) },
    },
    spacing: { xs: rem(4), sm: rem(8), md: rem(16), lg: rem(24), xl: rem(32) },
    radius: { xs: rem(4), sm: rem(6), md: rem(8), lg: rem(12), xl: rem(16) },
    defaultRadius: 'md',
    shadows: {
      ...Object.fromEntries(sizes.map((size) => [size, 'var(--float-shadow)'])),
      xs: '0 1px 2px rgb(0 0 0 / 14%)', // the chosen half of a switch lies, it doesn't float
    },
    primaryColor: 'court',
    primaryShade: { light: 6, dark: 6 },
    colors: { court: COURT, gray: GRAY, dark: DARK, red: BRICK },
    white: '#ffffff',
    black: '#1c2321',
    focusRing: 'never', // tokens.css draws one ring for everything
    cursorType: 'pointer',
    respectReducedMotion: true,
    components: {
      Button: {
        defaultProps: { size: 'md' },
        vars: (_theme: unknown, { size }: { size?: string }) => ({ root: size === 'md' ? button : {} }),
        styles: {
          root: {
            fontWeight: 550,
            ...(density === 'cabinet' && { height: 'auto', minHeight: control, paddingBlock: rem(8) }),
          },
          label: density === 'cabinet' ? { whiteSpace: 'normal', height: 'auto' } : {},
        },
      },
      TextInput: { defaultProps: { size: 'md' } },
      PasswordInput: { defaultProps: { size: 'md' } },
      Select: { defaultProps: { size: 'md', comboboxProps: { shadow: 'md' } } },
      Textarea: { defaultProps: { size: 'md' } },
      Input: {
        defaultProps: { size: 'md' },
        vars: () => ({ wrapper: { '--input-height': control, '--input-fz': rem(text.md[0]) } }),
      },
      InputWrapper: {
        defaultProps: { size: 'md' },
        styles: { label: { marginBottom: rem(4), fontWeight: 500 }, description: { marginBottom: rem(4) } },
      },
      ActionIcon: {
        defaultProps: { variant: 'subtle', color: 'gray', size: density === 'cabinet' ? 48 : 32 },
      },
      Menu: {
        styles: { item: { padding: `${rem(6)} ${rem(10)}` } },
        defaultProps: { shadow: 'md', transitionProps: { duration: 100 } },
      },
      Modal: {
        styles: {
          content: { background: 'var(--surface)' },
          header: { background: 'var(--surface)' },
          title: { fontWeight: 600 },
        },
        defaultProps: {
          centered: true,
          overlayProps: { backgroundOpacity: 0.35 },
          transitionProps: { duration: 120 },
          shadow: 'md',
        },
      },
      Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 } } },
      Tooltip: { defaultProps: { openDelay: 300, transitionProps: { duration: 80 } } },
    },
  });
}

/** Points Mantine's own variables at our roles, so that light and dark are decided in tokens.css alone. */
export const dvorVariables: CSSVariablesResolver = () => ({ variables: {}, light: ROLES, dark: ROLES });

const ROLES = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--quiet)',
  '--mantine-color-placeholder': 'var(--quiet)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-mid)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--quiet)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--accent-fill)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-color-court-filled': 'var(--accent-fill)',
  '--mantine-color-court-filled-hover': 'color-mix(in srgb, var(--accent-fill) 84%, black)',
  '--mantine-color-court-light': 'var(--accent-tint)',
  '--mantine-color-court-light-hover': 'color-mix(in srgb, var(--accent-tint) 80%, var(--accent))',
  '--mantine-color-court-light-color': 'var(--accent)',
  '--mantine-color-court-outline': 'var(--accent)',
  '--mantine-color-court-text': 'var(--accent)',
  '--mantine-color-red-filled': 'var(--danger-fill)',
  '--mantine-color-red-filled-hover': 'color-mix(in srgb, var(--danger-fill) 84%, black)',
  '--mantine-color-red-light': 'var(--danger-tint)',
  '--mantine-color-red-light-hover': 'color-mix(in srgb, var(--danger-tint) 85%, var(--danger))',
  '--mantine-color-red-light-color': 'var(--danger-ink)',
  '--mantine-color-gray-light-color': 'var(--ink)',
  '--mantine-color-gray-text': 'var(--quiet)',
};

type Shades = readonly [string, string, string, string, string, string, string, string, string, string];

const COURT: Shades = [
  '#e5f1ec',
  '#cfe5db',
  '#a9d1bf',
  '#7fbaa1',
  '#55a283',
  '#33876a',
  '#1e6f54',
  '#185a44',
  '#124836',
  '#0c3427',
];
const GRAY: Shades = [
  '#f8f9f6',
  '#f3f5f1',
  '#e9ece7',
  '#e3e6e1',
  '#cbd1ca',
  '#a9b2ac',
  '#8a948f',
  '#5e6a66',
  '#3a4541',
  '#1c2321',
];
const DARK: Shades = [
  '#e8ece9',
  '#c3ccc7',
  '#a0ada7',
  '#75817b',
  '#3b4642',
  '#2d3633',
  '#1b211f',
  '#141917',
  '#101513',
  '#0b0f0d',
];
const BRICK: Shades = [
  '#fcebe8',
  '#f7d3ce',
  '#eeaaa2',
  '#e38177',
  '#d25f53',
  '#c14a3e',
  '#b23a2e',
  '#96291f',
  '#771f17',
  '#561510',
];
