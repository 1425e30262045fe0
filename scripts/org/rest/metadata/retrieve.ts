/** Retrieve and list: the stored files, zipped as they were deployed. */
import { zipSync } from 'fflate';
import { OrgError } from '../../types.ts';
import type { Id, MetadataComponent } from '../../types.ts';
import type { HostedOrg } from '../hosted-org.ts';
import { isoDateTime } from '../instants.ts';
import { toId18 } from '../../store/ids.ts';
import { userById } from '../users.ts';
import { certificatePem } from './certificates.ts';
import { readManifest, writeManifest } from './package-xml.ts';
import type { Manifest } from './package-xml.ts';
import { childNames } from './read-package.ts';
import type { RegisteredComponent } from './registry.ts';
import { TYPE_BY_NAME, parentOf, pathOf } from './types.ts';

export interface FileProperties {
  readonly createdById: Id;
  readonly createdByName: string;
  readonly createdDate: string;
  readonly fileName: string;
  readonly fullName: string;
  readonly id: Id | '';
  readonly lastModifiedById: Id;
  readonly lastModifiedByName: string;
  readonly lastModifiedDate: string;
  readonly manageableState: 'unmanaged';
  readonly type: string;
}

function properties(hosted: HostedOrg, type: string, fullName: string, fileName: string): FileProperties {
  const known: RegisteredComponent | undefined = hosted.deployments.registry.find(type, fullName);
  const userId = known?.modifiedBy ?? hosted.adminId;
  const name = userById(hosted.org, userId)?.name ?? '';
  return {
    createdById: userId,
    createdByName: name,
    createdDate: isoDateTime(known?.createdAt ?? hosted.org.clock.now()),
    fileName,
    fullName,
    id: known?.id ?? '',
    lastModifiedById: userId,
    lastModifiedByName: name,
    lastModifiedDate: isoDateTime(known?.modifiedAt ?? hosted.org.clock.now()),
    manageableState: 'unmanaged',
    type,
  };
}

/** Every component of one type; a type that this org does not take has none. */
export function listMetadata(hosted: HostedOrg, type: string): FileProperties[] {
  const place = parentOf(type);
  if (place !== undefined) {
    return hosted.org
      .components()
      .filter((entry) => entry.type === place.parent.name)
      .flatMap((entry) => childNames(entry, type).map((name) => properties(hosted, type, name, entry.path)));
  }
  const own = hosted.org.components().filter((entry) => entry.type === type);
  return own.map((entry) =>
    properties(hosted, type, entry.fullName, pathOf(TYPE_BY_NAME.get(type) ?? fail(type), entry.fullName)),
  );
}

function fail(type: string): never {
  throw new OrgError('INVALID_TYPE', `Unknown metadata type: ${type}`);
}

function isAsked(manifest: Manifest, component: MetadataComponent): boolean {
  const names = manifest.types.get(component.type) ?? [];
  if (names.includes('*') || names.includes(component.fullName)) return true;
  return Object.keys(TYPE_BY_NAME.get(component.type)?.children ?? {}).some((child) => {
    const asked = manifest.types.get(child) ?? [];
    return asked.length > 0 && childNames(component, child).some((name) => asked.includes('*') || asked.includes(name));
  });
}

function filesOf(hosted: HostedOrg, component: MetadataComponent): [string, Uint8Array][] {
  const type = TYPE_BY_NAME.get(component.type) ?? fail(component.type);
  const path = pathOf(type, component.fullName);
  if (type.bundle === true) {
    return Object.entries(component.files ?? {}).map(([name, content]) => [`${path}/${name}`, Buffer.from(content)]);
  }
  if (component.type === 'Certificate') {
    const pem = certificatePem(hosted.org, component);
    return [
      [path, Buffer.from(pem)],
      [`${path}-meta.xml`, Buffer.from(component.meta ?? '')],
    ];
  }
  const content =
    component.type === 'StaticResource' ? Buffer.from(component.content, 'base64') : Buffer.from(component.content);
  return [
    [path, content],
    ...(component.meta === undefined
      ? []
      : [[`${path}-meta.xml`, Buffer.from(component.meta)] as [string, Uint8Array]]),
  ];
}

export interface RetrieveResult {
  readonly id: Id;
  readonly files: readonly FileProperties[];
  readonly messages: readonly { fileName: string; problem: string }[];
  readonly zip: Uint8Array;
}

/** `manifestXml` is a package.xml; `isSinglePackage` leaves out the `unpackaged/` folder. */
export function retrieve(
  hosted: HostedOrg,
  manifestXml: string,
  isSinglePackage: boolean,
  version: string,
): RetrieveResult {
  const manifest = readManifest(manifestXml);
  const root = isSinglePackage ? '' : 'unpackaged/';
  const chosen = hosted.org.components().filter((component) => isAsked(manifest, component));
  const entries: Record<string, Uint8Array> = {};
  const files: FileProperties[] = [];
  const found = new Map<string, string[]>();
  const add = (type: string, name: string): void => void found.set(type, [...(found.get(type) ?? []), name]);
  for (const component of chosen) {
    for (const [path, data] of filesOf(hosted, component)) entries[root + path] = data;
    const fileName = root + pathOf(TYPE_BY_NAME.get(component.type) ?? fail(component.type), component.fullName);
    files.push(properties(hosted, component.type, component.fullName, fileName));
    add(component.type, component.fullName);
    for (const child of Object.keys(TYPE_BY_NAME.get(component.type)?.children ?? {})) {
      for (const name of childNames(component, child)) add(child, name);
    }
  }
  const messages = [...manifest.types].flatMap(([type, names]) =>
    names
      .filter((name) => name !== '*' && found.get(type)?.includes(name) !== true)
      .map((name) => ({
        fileName: `${root}package.xml`,
        problem: `Entity of type '${type}' named '${name}' cannot be found`,
      })),
  );
  entries[`${root}package.xml`] = Buffer.from(writeManifest(found, version));
  files.push(properties(hosted, 'Package', `${root}package.xml`, `${root}package.xml`));
  return { id: hosted.org.store.nextId('09S'), files, messages, zip: zipSync(entries) };
}

/** Finished retrieves by id; the newest few are kept. */
export class Retrieves {
  private readonly byId = new Map<Id, RetrieveResult>();

  keep(result: RetrieveResult): void {
    this.byId.set(result.id, result);
    if (this.byId.size > 10) this.byId.delete(this.byId.keys().next().value ?? '');
  }

  find(id: string): RetrieveResult {
    const result = this.byId.get(toId18(id) ?? '');
    if (result === undefined) throw new OrgError('INVALID_ID_FIELD', `Retrieve with id ${id} not found`);
    return result;
  }
}
