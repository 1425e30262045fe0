/** ApexPages: the current page, its messages, and the standard controller of one record. */
import type { SObjectRecord } from '../../store/record.ts';
import { currentSharing } from '../ambient.ts';
import type { PlatformType } from '../contract.ts';
import { host } from '../host.ts';
import { enumType, getter } from './define.ts';
import { ApexList } from './values/collections.ts';
import type { ApexEnum } from './values/enum.ts';
import { enumConstant } from './values/enum.ts';
import type { ApexException } from './values/exception.ts';
import { requireArgument } from './values/exception.ts';
import { ApexObject } from './values/object.ts';
import { PageReference } from './web.ts';

class Message extends ApexObject {
  static readonly apexName = 'ApexPages.Message';
  readonly severity: ApexEnum;
  readonly summary: string | null;
  readonly detail: string | null;
  readonly componentLabel: string | null;
  constructor(severity: ApexEnum | null, summary: string | null, detail?: string | null, id: string | null = null) {
    super();
    this.severity = requireArgument(severity);
    this.summary = summary;
    this.detail = detail === undefined ? summary : detail;
    this.componentLabel = id;
  }
  override apexString(): string {
    return `ApexPages.Message["${this.summary}"]`;
  }
}

class StandardController extends ApexObject {
  static readonly apexName = 'ApexPages.StandardController';
  readonly record: SObjectRecord;
  constructor(record: SObjectRecord | null) {
    super();
    this.record = requireArgument(record);
  }
  dml(operation: 'insert' | 'update' | 'delete'): void {
    host().dml(operation, [this.record], { allOrNone: true, mode: 'user', sharing: currentSharing() });
  }
  page(suffix: string): PageReference {
    return new PageReference(`/${this.record.id ?? ''}${suffix}`);
  }
}

interface PageState {
  page: PageReference | null;
  readonly messages: Message[];
}

const states = new Map<number, PageState>();

/** Page and messages last as long as the transaction; older ones are forgotten. */
function state(): PageState {
  const key = host().transactionId;
  let found = states.get(key);
  if (!found) {
    states.clear();
    states.set(key, (found = { page: null, messages: [] }));
  }
  return found;
}

export function setCurrentPage(page: PageReference | null): void {
  state().page = requireArgument(page);
}

export function currentPage(): PageReference | null {
  return state().page;
}

function addMessages(error: ApexException | null): void {
  state().messages.push(new Message(enumConstant('ApexPages.Severity', 'ERROR'), requireArgument(error).message));
}

export const PAGE_TYPES: readonly PlatformType[] = [
  {
    name: 'ApexPages',
    kind: 'class',
    members: {
      'static PageReference currentPage()': currentPage,
      'static void addMessage(ApexPages.Message)': (message: Message | null) =>
        void state().messages.push(requireArgument(message)),
      'static void addMessages(Exception)': addMessages,
      'static List<ApexPages.Message> getMessages()': () =>
        new ApexList('List<ApexPages.Message>', [...state().messages]),
      'static Boolean hasMessages()': () => state().messages.length > 0,
      'static Boolean hasMessages(ApexPages.Severity)': (severity: ApexEnum | null) =>
        state().messages.some((each) => each.severity === severity),
    },
  },
  enumType('ApexPages.Severity', ['CONFIRM', 'ERROR', 'FATAL', 'INFO', 'WARNING']),
  {
    name: 'ApexPages.Message',
    kind: 'class',
    constructors: {
      '(ApexPages.Severity,String)': (severity: ApexEnum | null, summary: string | null) =>
        new Message(severity, summary),
      '(ApexPages.Severity,String,String)': (
        severity: ApexEnum | null,
        summary: string | null,
        detail: string | null,
      ) => new Message(severity, summary, detail),
      '(ApexPages.Severity,String,String,String)': (
        severity: ApexEnum | null,
        summary: string | null,
        detail: string | null,
        id: string | null,
      ) => new Message(severity, summary, detail, id),
    },
    members: {
      'String getComponentLabel()': getter('componentLabel'),
      'String getDetail()': getter('detail'),
      'ApexPages.Severity getSeverity()': getter('severity'),
      'String getSummary()': getter('summary'),
    },
  },
  {
    name: 'ApexPages.StandardController',
    kind: 'class',
    constructors: { '(SObject)': (record: SObjectRecord | null) => new StandardController(record) },
    members: {
      'SObject getRecord()': getter('record'),
      'String getId()': ({ record }: StandardController) => record.id,
      'PageReference view()': (controller: StandardController) => controller.page(''),
      'PageReference edit()': (controller: StandardController) => controller.page('/e'),
      'PageReference cancel()': (controller: StandardController) => controller.page(''),
      'PageReference save()': (controller: StandardController) => {
        controller.dml(controller.record.id === null ? 'insert' : 'update');
        return controller.page('');
      },
      'PageReference delete()': (controller: StandardController) => {
        controller.dml('delete');
        return new PageReference('/');
      },
    },
  },
];
