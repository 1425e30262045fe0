/** Deploys and retrieves of one org: accepts them, runs them as tasks, keeps their outcome. */
import { OrgError } from '../../types.ts';
import type { ComponentProblem, Id, MetadataComponent } from '../../types.ts';
import type { TestOutcome } from '../../apex/transaction/contract.ts';
import type { Org } from '../../org.ts';
import { asOrgError } from '../errors.ts';
import { userById } from '../users.ts';
import { checkCertificates } from './certificates.ts';
import type { ComponentRow, Deployment, DeploySettings } from './deploy-status.ts';
import { isDone } from './deploy-status.ts';
import { MERGED_TYPES, mergeFiles, withoutPart } from './merge.ts';
import type { Manifest } from './package-xml.ts';
import { childNames, readPackage } from './read-package.ts';
import type { DeployPackage } from './read-package.ts';
import { ComponentRegistry } from './registry.ts';
import type { RegisteredComponent } from './registry.ts';
import { recordSourceMembers } from './source-members.ts';
import { TYPE_BY_NAME, parentOf } from './types.ts';

const MOST_KEPT = 50;

interface Removal {
  readonly type: string;
  readonly fullName: string;
}

export class Deployments {
  readonly registry: ComponentRegistry;
  private readonly byId = new Map<string, Deployment>();
  private readonly org: Org;

  constructor(org: Org) {
    this.org = org;
    this.registry = new ComponentRegistry(org);
  }

  /** Takes a deploy in; `run` does it. */
  accept(zip: Uint8Array, settings: DeploySettings, userId: Id): Deployment {
    const deployment: Deployment = {
      id: this.org.store.nextId('0Af'),
      settings,
      zip,
      userId,
      userName: userById(this.org, userId)?.name ?? '',
      state: 'Pending',
      createdAt: this.org.clock.now(),
      rows: [],
      problems: [],
    };
    this.byId.set(deployment.id, deployment);
    if (this.byId.size > MOST_KEPT) this.byId.delete(this.byId.keys().next().value ?? '');
    return deployment;
  }

  find(id: string): Deployment {
    const deployment = [...this.byId.values()].find((entry) => entry.id === id || entry.id.slice(0, 15) === id);
    if (deployment === undefined)
      throw new OrgError('INVALID_ID_FIELD', `Deployment with id ${id} not found`, { status: 404 });
    return deployment;
  }

  /** A deploy that has not begun is cancelled; one that is over stays as it is. */
  cancel(id: string): Deployment {
    const deployment = this.find(id);
    if (deployment.state === 'Pending') {
      deployment.state = 'Canceled';
      deployment.completedAt = this.org.clock.now();
    }
    return deployment;
  }

  /** Repeats a validated deploy for real. */
  quick(id: string, userId: Id): Deployment {
    const validated = this.find(id);
    if (!validated.settings.checkOnly || validated.state !== 'Succeeded') {
      throw new OrgError('INVALID_ID_FIELD', `Deployment ${id} is no successful validation`);
    }
    return this.accept(validated.zip, { ...validated.settings, checkOnly: false, testLevel: 'NoTestRun' }, userId);
  }

  run(deployment: Deployment): void {
    if (isDone(deployment)) return;
    deployment.state = 'InProgress';
    deployment.startedAt = this.org.clock.now();
    try {
      this.perform(deployment);
    } catch (error) {
      const { code, message } = asOrgError(error);
      deployment.errorMessage = `${code}: ${message}`;
      deployment.problems = [{ type: '', fullName: 'package.xml', path: 'package.xml', message }];
      deployment.state = 'Failed';
    }
    deployment.completedAt = this.org.clock.now();
  }

  private perform(deployment: Deployment): void {
    const content = readPackage(deployment.zip);
    const plan = this.plan(content);
    const problems = [...content.problems, ...checkCertificates(this.org, content.components), ...plan.problems];
    if (problems.length > 0) {
      this.fail(deployment, problems);
      return;
    }
    const { settings } = deployment;
    const needsTests = testsOf(settings) !== null;
    let isKept = !settings.checkOnly;
    // Tests run on what would be kept, before it is: whatever ends the process meanwhile leaves the org as it was.
    const outcome = this.org.deployMetadata(plan.components, {
      checkOnly: settings.checkOnly && !needsTests,
      remove: plan.remove,
      keep: () => {
        if (needsTests) deployment.tests = this.test(settings);
        return (isKept &&= !hasFailures(deployment.tests));
      },
    });
    if (!outcome.success) {
      this.fail(
        deployment,
        outcome.problems.map((entry) => atSource(entry, content.components, plan.components)),
      );
      return;
    }
    const changes = new Map(outcome.changes.map((entry) => [`${entry.type}/${entry.fullName}`, entry.change]));
    deployment.rows = this.rows(content, plan.removedMembers, changes);
    deployment.state = hasFailures(deployment.tests) ? 'Failed' : 'Succeeded';
    if (isKept) this.note(deployment);
  }

  private fail(deployment: Deployment, problems: readonly ComponentProblem[]): void {
    deployment.problems = problems;
    deployment.state = 'Failed';
  }

  /** Merges files with what the org has, and turns deletions of parts into changes of their files. */
  private plan(content: DeployPackage): {
    components: MetadataComponent[];
    remove: Removal[];
    removedMembers: Removal[];
    problems: ComponentProblem[];
  } {
    const files = new Map<string, MetadataComponent>();
    for (const component of content.components) {
      const existing = MERGED_TYPES.has(component.type)
        ? this.org.component(component.type, component.fullName)
        : undefined;
      const text = existing === undefined ? component.content : mergeFiles(existing.content, component.content);
      files.set(`${component.type}/${component.fullName}`, { ...component, content: text });
    }
    const remove: Removal[] = [];
    const removedMembers: Removal[] = [];
    const problems: ComponentProblem[] = [];
    for (const member of [...members(content.deleteBefore), ...members(content.deleteAfter)]) {
      const problem = this.planRemoval(member, files, remove, removedMembers);
      if (problem !== undefined) problems.push(problem);
    }
    return { components: [...files.values()], remove, removedMembers, problems };
  }

  private planRemoval(
    member: Removal,
    files: Map<string, MetadataComponent>,
    remove: Removal[],
    removed: Removal[],
  ): ComponentProblem | undefined {
    const { type, fullName } = member;
    const place = parentOf(type);
    if (place === undefined) {
      if (!TYPE_BY_NAME.has(type))
        return {
          type,
          fullName,
          path: 'destructiveChanges.xml',
          message: `Unknown type name '${type}' specified in destructiveChanges.xml`,
        };
      if (this.org.component(type, fullName) === undefined) return undefined;
      remove.push(member);
      removed.push(member);
      return undefined;
    }
    const isLabel = place.parent.name === 'CustomLabels';
    const [parentName = '', partName = fullName] = isLabel ? ['CustomLabels', fullName] : fullName.split(/\.(.*)/s);
    const key = `${place.parent.name}/${parentName}`;
    const file = files.get(key) ?? this.org.component(place.parent.name, parentName);
    const text = file === undefined ? undefined : withoutPart(file.content, place.element, partName);
    if (file === undefined || text === undefined) return undefined;
    files.set(key, { ...file, content: text });
    removed.push(member);
    return undefined;
  }

  private test(settings: DeploySettings): TestOutcome {
    const classes = testsOf(settings);
    return this.org.runTests({ coverage: true, ...(classes === null || classes.length === 0 ? {} : { classes }) });
  }

  private rows(
    content: DeployPackage,
    removed: readonly Removal[],
    changes: ReadonlyMap<string, ComponentRow['change']>,
  ): ComponentRow[] {
    const rows: ComponentRow[] = [];
    const add = (type: string, fullName: string, path: string, change: ComponentRow['change']): void => {
      rows.push({ type, fullName, path, change, id: this.registry.find(type, fullName)?.id ?? '' });
    };
    for (const component of content.components) {
      const change = changes.get(`${component.type}/${component.fullName}`) ?? 'changed';
      add(component.type, component.fullName, component.path, change);
      for (const childType of Object.keys(TYPE_BY_NAME.get(component.type)?.children ?? {})) {
        for (const name of childNames(component, childType)) {
          const isNew = this.registry.find(childType, name) === undefined;
          add(childType, name, component.path, isNew ? 'created' : change === 'created' ? 'changed' : change);
        }
      }
    }
    for (const { type, fullName } of removed) add(type, fullName, 'destructiveChanges.xml', 'deleted');
    return [...rows, { type: '', fullName: 'package.xml', path: 'package.xml', id: '', change: 'changed' }];
  }

  /** Ids, revisions and tracking rows of what the deploy brought. */
  private note(deployment: Deployment): void {
    const { store } = this.org;
    store.begin();
    const noted: RegisteredComponent[] = [];
    deployment.rows = deployment.rows.map((row) => {
      if (row.type === '') return row;
      const entry = this.registry.touch(row.type, row.fullName, deployment.userId, row.change === 'deleted');
      noted.push(entry);
      for (const file of Object.keys(this.org.component(row.type, row.fullName)?.files ?? {})) {
        noted.push(this.registry.touch('LightningComponentResource', `${row.fullName}/${file}`, deployment.userId));
      }
      return { ...row, id: entry.id };
    });
    this.registry.save();
    recordSourceMembers(this.org, noted);
    store.commit();
  }
}

function members(manifest: Manifest): Removal[] {
  return [...manifest.types].flatMap(([type, names]) => names.map((fullName) => ({ type, fullName })));
}

/** Classes to test (all when empty), or `null` for none. */
function testsOf(settings: DeploySettings): readonly string[] | null {
  if (settings.testLevel === 'RunSpecifiedTests') return settings.runTests;
  return settings.testLevel === 'RunLocalTests' || settings.testLevel === 'RunAllTestsInOrg' ? [] : null;
}

function hasFailures(tests: TestOutcome | undefined): boolean {
  return tests?.results.some((entry) => entry.outcome === 'Fail' || entry.outcome === 'CompileFail') === true;
}

/** Lines of a merged file are not those of the deployed one, so they are left out there. */
function atSource(
  problem: ComponentProblem,
  deployed: readonly MetadataComponent[],
  merged: readonly MetadataComponent[],
): ComponentProblem {
  const same = (entry: MetadataComponent): boolean =>
    entry.type === problem.type && entry.fullName === problem.fullName;
  if (deployed.find(same)?.content === merged.find(same)?.content) return problem;
  return { type: problem.type, fullName: problem.fullName, path: problem.path, message: problem.message };
}
