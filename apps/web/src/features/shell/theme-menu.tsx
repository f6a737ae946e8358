'use client';
import { Monitor, Moon, Sun, SunMoon } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { DropdownMenu } from '#ui/dropdown-menu.tsx';
import { themes, type Theme } from './theme.ts';
import { useTheme } from './use-theme.ts';

export const ThemeMenu = () => {
  const [theme, choose] = useTheme();
  return (
    <DropdownMenu
      align="end"
      trigger={
        <Button size="icon" variant="ghost" aria-label="Theme">
          <SunMoon aria-hidden />
        </Button>
      }
      sections={[
        {
          title: 'Theme',
          items: themes.map((each) => ({ ...looks[each], isChosen: each === theme, onSelect: () => choose(each) })),
        },
      ]}
    />
  );
};

const looks: Record<Theme, { readonly label: string; readonly icon: React.ReactNode }> = {
  system: { label: 'As the system', icon: <Monitor aria-hidden /> },
  light: { label: 'Light', icon: <Sun aria-hidden /> },
  dark: { label: 'Dark', icon: <Moon aria-hidden /> },
};
