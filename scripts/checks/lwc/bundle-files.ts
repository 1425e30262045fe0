/** The files a bundle must have, and its configuration file. */
import { parseXml, XmlError } from '../../org/schema/xml.ts';
import type { XmlElement } from '../../org/schema/xml.ts';
import type { Finding } from '../finding.ts';
import type { ProjectFiles } from '../source/files.ts';
import type { Bundle } from './bundles.ts';
import { GATE } from './imports.ts';

const TARGETS: ReadonlySet<string> = new Set([
  'analytics__Dashboard',
  'lightning__AccountEngagementEmail',
  'lightning__AgentforceInput',
  'lightning__AgentforceOutput',
  'lightning__AppPage',
  'lightning__CustomLightningType',
  'lightning__EnablementProgram',
  'lightning__FlowAction',
  'lightning__FlowScreen',
  'lightning__GlobalAction',
  'lightning__HomePage',
  'lightning__Inbox',
  'lightning__ObjectAction',
  'lightning__OrchestrationWorkItem',
  'lightning__PropertyEditor',
  'lightning__RecordAction',
  'lightning__RecordPage',
  'lightning__ServiceCloudVoiceToolkit',
  'lightning__Tab',
  'lightning__UrlAddressable',
  'lightning__UtilityBar',
  'lightning__VoiceExtension',
  'lightningCommunity__Default',
  'lightningCommunity__Page',
  'lightningCommunity__Page_Layout',
  'lightningCommunity__Theme_Layout',
  'lightningSnapin__ChatHeader',
  'lightningSnapin__ChatMessage',
  'lightningSnapin__Minimized',
  'lightningSnapin__MessagingHeader',
  'lightningSnapin__MessagingPreChat',
  'lightningSnapin__MessagingTextMessageBubble',
  'lightningSnapin__MessagingLinkMessageBubble',
  'lightningSnapin__MessagingChoiceMessageBubble',
  'lightningSnapin__PreChat',
  'lightningStatic__Email',
]);

export function checkBundleFiles(
  bundle: Bundle,
  project: ProjectFiles,
  publicMembers: readonly string[] | null,
): Finding[] {
  const { name, folder, files, main } = bundle;
  const report = (file: string, line: number, message: string): Finding => ({
    file,
    line,
    column: 1,
    gate: GATE,
    message,
  });
  const findings: Finding[] = [];
  const [any = folder] = files;
  const isStyleOnly = files.includes(`${folder}/${name}.css`) && !files.includes(`${folder}/${name}.html`);
  if (main === null && !isStyleOnly) {
    const close = files.find((file) => new RegExp(`/${name}\\.[jt]s$`, 'i').test(file));
    const hint = close === undefined ? '' : `: ${close.slice(folder.length + 1)} differs in case`;
    findings.push(report(close ?? any, 1, `The bundle ${name} has no ${name}.js${hint}`));
  }
  for (const file of files.filter((one) => /(?<!\.d)\.ts$/.test(one))) {
    if (files.includes(file.replace(/\.ts$/, '.js'))) continue;
    findings.push(report(file, 1, 'The compiled JavaScript is missing: run `npm run build:lwc`'));
  }
  const meta = `${folder}/${name}.js-meta.xml`;
  if (!files.includes(meta)) {
    findings.push(report(main ?? any, 1, `The bundle ${name} has no ${name}.js-meta.xml`));
    return findings;
  }
  try {
    const root = parseXml(project.read(meta));
    for (const { line, message } of metaProblems(root, publicMembers)) findings.push(report(meta, line, message));
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    findings.push(report(meta, error.line, error.message));
  }
  return findings;
}

interface MetaProblem {
  readonly line: number;
  readonly message: string;
}

function metaProblems(root: XmlElement, publicMembers: readonly string[] | null): MetaProblem[] {
  if (root.name !== 'LightningComponentBundle') {
    return [{ line: root.line, message: `The root element is ${root.name}, expected LightningComponentBundle` }];
  }
  const problems: MetaProblem[] = [];
  const version = root.children.find(({ name }) => name === 'apiVersion');
  if (version !== undefined && !/^\d+(\.0)?$/.test(version.text)) {
    problems.push({ line: version.line, message: `apiVersion ${version.text} is no version such as 66.0` });
  }
  const exposed = root.children.find(({ name }) => name === 'isExposed');
  if (exposed !== undefined && !['true', 'false'].includes(exposed.text)) {
    problems.push({ line: exposed.line, message: `isExposed is ${exposed.text}, expected true or false` });
  }
  const targets = root.children.filter(({ name }) => name === 'targets').flatMap(({ children }) => children);
  for (const target of targets) {
    if (!TARGETS.has(target.text)) problems.push({ line: target.line, message: `There is no target ${target.text}` });
  }
  const named = new Set(targets.map(({ text }) => text));
  const configs = root.children.filter(({ name }) => name === 'targetConfigs').flatMap(({ children }) => children);
  for (const config of configs.filter(({ name }) => name === 'targetConfig')) {
    const wanted = (config.attributes['targets'] ?? '').split(',').map((target) => target.trim());
    for (const target of wanted) {
      if (named.has(target)) continue;
      problems.push({
        line: config.line,
        message: `targetConfig names ${target || 'no target'}, which targets does not list`,
      });
    }
    problems.push(...propertyProblems(config, publicMembers));
  }
  return problems;
}

function propertyProblems(config: XmlElement, publicMembers: readonly string[] | null): MetaProblem[] {
  const problems: MetaProblem[] = [];
  const seen = new Set<string>();
  for (const property of config.children.filter(({ name }) => name === 'property')) {
    const name = property.attributes['name'] ?? '';
    if (seen.has(name))
      problems.push({ line: property.line, message: `The property ${name} stands twice in one targetConfig` });
    seen.add(name);
    if (publicMembers === null || publicMembers.includes(name)) continue;
    problems.push({ line: property.line, message: `The property ${name} is no @api member of the component` });
  }
  return problems;
}
