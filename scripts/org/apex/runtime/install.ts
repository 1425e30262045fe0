/** Scripts of a package: InstallHandler and UninstallHandler with their contexts, as `Test.testInstall` and `Test.testUninstall` run them. */
import type { PlatformType } from '../contract.ts';
import { host } from '../host.ts';
import { invokeMethod } from '../invoke.ts';
import { dispatch, getter } from './define.ts';
import { requireArgument } from './values/exception.ts';
import { ApexObject } from './values/object.ts';

class ScriptContext extends ApexObject {
  readonly type: string;
  readonly organizationId = host().orgId;
  readonly installerId = host().userId;
  readonly previousVersion: unknown;
  readonly isPush: boolean;
  constructor(type: string, previousVersion: unknown, isPush: boolean) {
    super();
    this.type = type;
    this.previousVersion = previousVersion;
    this.isPush = isPush;
  }
  override get apexType(): string {
    return this.type;
  }
}

/** Runs a post-install script; without a previous version it is a first installation. */
export function testInstall(script: unknown, previousVersion: unknown, isPush: boolean | null = false): void {
  const context = new ScriptContext('InstallContext', previousVersion, isPush === true);
  invokeMethod(requireArgument(script), 'onInstall', [context]);
}

export function testUninstall(script: unknown): void {
  invokeMethod(requireArgument(script), 'onUninstall', [new ScriptContext('UninstallContext', null, false)]);
}

export const INSTALL_TYPES: readonly PlatformType[] = [
  { name: 'InstallHandler', kind: 'interface', abstractMembers: ['void onInstall(InstallContext)'] },
  { name: 'UninstallHandler', kind: 'interface', abstractMembers: ['void onUninstall(UninstallContext)'] },
  {
    name: 'InstallContext',
    kind: 'interface',
    members: {
      'String organizationId()': dispatch('organizationId', getter('organizationId')),
      'String installerId()': dispatch('installerId', getter('installerId')),
      'Version previousVersion()': dispatch('previousVersion', getter('previousVersion')),
      'Boolean isUpgrade()': dispatch('isUpgrade', ({ previousVersion }: ScriptContext) => previousVersion !== null),
      'Boolean isPush()': dispatch('isPush', getter('isPush')),
    },
  },
  {
    name: 'UninstallContext',
    kind: 'interface',
    members: {
      'String organizationId()': dispatch('organizationId', getter('organizationId')),
      'String uninstallerId()': dispatch('uninstallerId', getter('installerId')),
    },
  },
];
