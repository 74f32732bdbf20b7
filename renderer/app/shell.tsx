import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { api } from '#renderer/connection/connection.ts';
import { CameOut } from '#renderer/features/printing/came-out.tsx';
import { FindBox } from '#renderer/features/search/find-box.tsx';
import { LanguageSwitch } from '#renderer/ui/language-switch.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Mark } from '#renderer/ui/mark.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { NavList } from './nav-list.tsx';
import { SchemeSwitch } from './scheme-switch.tsx';
import { StatusBar } from './status-bar.tsx';
import { UserMenu } from './user-menu.tsx';
import classes from './shell.module.css';

/** The frame of the office: find on top, work at the left, the state of the desk below; it never moves. */
export function Shell() {
  const { appName } = useWords().frame;
  const status = useQuery(api.office.status.queryOptions({ input: {} })).data;
  return (
    <div className={classes['shell']} data-practice={status?.practice === true || undefined}>
      <header className={classes['top']}>
        <span className={classes['mark']}>
          <Mark /> {appName}
        </span>
        <FindBox />
        <div className={classes['tools']}>
          <LanguageSwitch />
          <SchemeSwitch />
          <UserMenu />
        </div>
      </header>
      <div className={classes['left']}>
        <NavList status={status} />
        <Notice />
        <CameOut />
      </div>
      <main className={classes['main']}>
        <Outlet />
      </main>
      <StatusBar status={status} />
    </div>
  );
}
