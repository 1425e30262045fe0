/** Every command of `lma`, by its id. */
import Check from './check.ts';
import Deploy from './deploy.ts';
import KeysCreate from './keys/create.ts';
import LicenseActivate from './license/activate.ts';
import LicenseExtend from './license/extend.ts';
import LicenseList from './license/list.ts';
import LicenseModify from './license/modify.ts';
import LicenseReinstate from './license/reinstate.ts';
import LicenseShow from './license/show.ts';
import LicenseSuspend from './license/suspend.ts';
import OrgClock from './org/clock.ts';
import OrgLog from './org/log.ts';
import OrgOpen from './org/open.ts';
import OrgReset from './org/reset.ts';
import ScratchCreate from './scratch/create.ts';
import ScratchDelete from './scratch/delete.ts';
import SimulateInstall from './simulate/install.ts';
import SimulatePlay from './simulate/play.ts';
import Start from './start.ts';
import SubscriberList from './subscriber/list.ts';
import SubscriberShow from './subscriber/show.ts';
import TestApex from './test/apex.ts';

export const COMMANDS = {
  check: Check,
  deploy: Deploy,
  'keys:create': KeysCreate,
  'license:activate': LicenseActivate,
  'license:extend': LicenseExtend,
  'license:list': LicenseList,
  'license:modify': LicenseModify,
  'license:reinstate': LicenseReinstate,
  'license:show': LicenseShow,
  'license:suspend': LicenseSuspend,
  'org:clock': OrgClock,
  'org:log': OrgLog,
  'org:open': OrgOpen,
  'org:reset': OrgReset,
  'scratch:create': ScratchCreate,
  'scratch:delete': ScratchDelete,
  'simulate:install': SimulateInstall,
  'simulate:play': SimulatePlay,
  start: Start,
  'subscriber:list': SubscriberList,
  'subscriber:show': SubscriberShow,
  'test:apex': TestApex,
};
