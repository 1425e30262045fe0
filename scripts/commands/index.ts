/** Every command of `lma`, by its id. */
import BulkCancel from './bulk/cancel.ts';
import BulkCreate from './bulk/create.ts';
import BulkRun from './bulk/run.ts';
import BulkShow from './bulk/show.ts';
import BulkUndo from './bulk/undo.ts';
import Check from './check.ts';
import Deploy from './deploy.ts';
import KeysCreate from './keys/create.ts';
import LicenseActivate from './license/activate.ts';
import LicenseAddSeats from './license/add-seats.ts';
import LicenseCourtesy from './license/courtesy.ts';
import LicenseExplain from './license/explain.ts';
import LicenseExtend from './license/extend.ts';
import LicenseFallBack from './license/fall-back.ts';
import LicenseList from './license/list.ts';
import LicenseModify from './license/modify.ts';
import LicenseReinstate from './license/reinstate.ts';
import LicenseRenew from './license/renew.ts';
import LicenseScheduledCancel from './license/scheduled/cancel.ts';
import LicenseScheduledList from './license/scheduled/list.ts';
import LicenseShow from './license/show.ts';
import LicenseSuspend from './license/suspend.ts';
import LicenseTransfer from './license/transfer.ts';
import LicenseUndo from './license/undo.ts';
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
  'bulk:cancel': BulkCancel,
  'bulk:create': BulkCreate,
  'bulk:run': BulkRun,
  'bulk:show': BulkShow,
  'bulk:undo': BulkUndo,
  check: Check,
  deploy: Deploy,
  'keys:create': KeysCreate,
  'license:activate': LicenseActivate,
  'license:add-seats': LicenseAddSeats,
  'license:courtesy': LicenseCourtesy,
  'license:explain': LicenseExplain,
  'license:extend': LicenseExtend,
  'license:fall-back': LicenseFallBack,
  'license:list': LicenseList,
  'license:modify': LicenseModify,
  'license:reinstate': LicenseReinstate,
  'license:renew': LicenseRenew,
  'license:scheduled:cancel': LicenseScheduledCancel,
  'license:scheduled:list': LicenseScheduledList,
  'license:show': LicenseShow,
  'license:suspend': LicenseSuspend,
  'license:transfer': LicenseTransfer,
  'license:undo': LicenseUndo,
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
