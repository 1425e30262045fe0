/** Test and the test side of the event bus. */
import type { PlatformType } from '../contract.ts';
import { host } from '../host.ts';
import { testInstall, testUninstall } from './install.ts';
import { setCurrentPage } from './pages.ts';
import { setFixedSearchResults } from './search.ts';
import { createStub } from './stub.ts';
import type { TypeToken } from './type.ts';
import type { ApexList } from './values/collections.ts';
import type { ApexDatetime } from './values/date.ts';
import { requireArgument, throwException } from './values/exception.ts';
import { ApexObject } from './values/object.ts';

class TestBroker extends ApexObject {
  static readonly apexName = 'EventBus.TestBroker';
}

function requireTest(): void {
  if (!host().inTest) throwException('UnexpectedException', 'This method can be called only from a test method');
}

export const TEST_TYPES: readonly PlatformType[] = [
  {
    name: 'Test',
    kind: 'class',
    members: {
      'static void startTest()': () => host().startTest(),
      'static void stopTest()': () => host().stopTest(),
      'static Boolean isRunningTest()': () => host().inTest,
      'static void setMock(Type,Object)': (type: TypeToken | null, instance: unknown) => {
        requireTest();
        host().mocks.set(requireArgument(type).type, requireArgument(instance));
      },
      'static Object createStub(Type,StubProvider)': (type: TypeToken | null, provider: unknown) => {
        requireTest();
        return createStub(type, provider);
      },
      'static void setCurrentPage(PageReference)': setCurrentPage,
      'static void setCurrentPageReference(PageReference)': setCurrentPage,
      'static void setFixedSearchResults(List<Id>)': (ids: ApexList<string> | null) => {
        requireTest();
        setFixedSearchResults(requireArgument(ids).items);
      },
      'static void testInstall(InstallHandler,Version)': testInstall,
      'static void testInstall(InstallHandler,Version,Boolean)': testInstall,
      'static void testUninstall(UninstallHandler)': testUninstall,
      'static Id getStandardPricebookId()': () => '01s000000000001AAA',
      'static void enableChangeDataCapture()': () => undefined,
      'static EventBus.TestBroker getEventBus()': () => {
        requireTest();
        return new TestBroker();
      },
      'static void setCreatedDate(Id,Datetime)': (id: string | null, date: ApexDatetime | null) => {
        requireTest();
        host().setCreatedDate(requireArgument(id), requireArgument(date).ms);
      },
    },
  },
  {
    name: 'EventBus.TestBroker',
    kind: 'class',
    members: { 'void deliver()': () => host().deliverEvents() },
  },
];
