/** Dom.Document, Dom.XmlNode and Dom.XmlNodeType. */
import type { PlatformType } from '../contract.ts';
import { enumType } from './define.ts';
import { ApexList } from './values/collections.ts';
import { enumConstant } from './values/enum.ts';
import { requireArgument, throwException } from './values/exception.ts';
import { ApexObject } from './values/object.ts';
import type { Attribute } from './xml.ts';
import { parseXml, writeXml, XmlNode } from './xml.ts';

type Text = string | null;

export class DomDocument extends ApexObject {
  static readonly apexName = 'Dom.Document';
  root: XmlNode | null = null;

  /** The text of an HTTP body as a document. */
  static of(text: string): DomDocument {
    const made = new DomDocument();
    made.root = parseXml(text);
    return made;
  }

  get xml(): string {
    return `<?xml version="1.0" encoding="UTF-8"?>${this.root ? writeXml(this.root) : ''}`;
  }
}

/** An element under a parent; a namespace that is not declared there is declared on it. */
function makeElement(parent: XmlNode | null, name: Text, namespace: Text, prefix: Text): XmlNode {
  const node = new XmlNode('ELEMENT', requireArgument(name), '', namespace, prefix === '' ? null : prefix);
  if (namespace !== null && parent?.namespaceOf(prefix ?? '') !== namespace) node.declared.set(prefix ?? '', namespace);
  return node;
}

function elementsOf(node: XmlNode): XmlNode[] {
  return node.children.filter((child) => child.kind === 'ELEMENT');
}

function attributeOf(node: XmlNode, key: Text, namespace: Text): Attribute | undefined {
  return node.attributes.find((each) => each.name === key && each.namespace === namespace);
}

function attributeAt(node: XmlNode, index: number): Attribute {
  return node.attributes[index] ?? throwException('XmlException', `Attribute index out of bounds: ${index}`);
}

function setAttribute(node: XmlNode, key: Text, value: Text, namespace: Text): void {
  const known = attributeOf(node, key, namespace);
  if (known) known.value = value ?? '';
  else node.attributes.push({ name: requireArgument(key), namespace, value: value ?? '' });
}

const nodes = (items: XmlNode[]): ApexList<XmlNode> => new ApexList('List<Dom.XmlNode>', items);

/** Text and CDATA of the element itself; a text or comment node answers its own. */
function textOf(node: XmlNode): string {
  if (node.kind !== 'ELEMENT') return node.text;
  return node.children
    .filter((child) => child.kind === 'TEXT')
    .map((child) => child.text)
    .join('');
}

function removeFrom<T>(items: T[], item: T | undefined): boolean {
  const at = item === undefined ? -1 : items.indexOf(item);
  if (at >= 0) items.splice(at, 1);
  return at >= 0;
}

export const DOM_TYPES: readonly PlatformType[] = [
  {
    name: 'Dom.Document',
    kind: 'class',
    constructors: { '()': () => new DomDocument() },
    members: {
      'Dom.XmlNode createRootElement(String,String,String)': (
        document: DomDocument,
        name: Text,
        namespace: Text,
        prefix: Text,
      ) => (document.root = makeElement(null, name, namespace, prefix)),
      'Dom.XmlNode getRootElement()': (document: DomDocument) => document.root,
      'void load(String)': (document: DomDocument, text: Text) => {
        document.root = parseXml(requireArgument(text));
      },
      'String toXmlString()': (document: DomDocument) => document.xml,
    },
  },
  {
    name: 'Dom.XmlNode',
    kind: 'class',
    members: {
      'Dom.XmlNode addChildElement(String,String,String)': (node: XmlNode, name: Text, namespace: Text, prefix: Text) =>
        node.append(makeElement(node, name, namespace, prefix)),
      'Dom.XmlNode addCommentNode(String)': (node: XmlNode, text: Text) =>
        node.append(new XmlNode('COMMENT', null, text ?? '')),
      'Dom.XmlNode addTextNode(String)': (node: XmlNode, text: Text) =>
        node.append(new XmlNode('TEXT', null, text ?? '')),
      'String getAttribute(String,String)': (node: XmlNode, key: Text, namespace: Text) =>
        attributeOf(node, key, namespace)?.value ?? null,
      'Integer getAttributeCount()': (node: XmlNode) => node.attributes.length,
      'String getAttributeKeyAt(Integer)': (node: XmlNode, index: number) => attributeAt(node, index).name,
      'String getAttributeKeyNsAt(Integer)': (node: XmlNode, index: number) => attributeAt(node, index).namespace,
      'String getAttributeValue(String,String)': (node: XmlNode, key: Text, namespace: Text) =>
        attributeOf(node, key, namespace)?.value ?? null,
      'String getAttributeValueNs(String,String)': () => null,
      'Dom.XmlNode getChildElement(String,String)': (node: XmlNode, name: Text, namespace: Text) =>
        elementsOf(node).find((child) => child.name === name && child.namespace === namespace) ?? null,
      'List<Dom.XmlNode> getChildElements()': (node: XmlNode) => nodes(elementsOf(node)),
      'List<Dom.XmlNode> getChildren()': (node: XmlNode) => nodes([...node.children]),
      'String getName()': (node: XmlNode) => node.name,
      'String getNamespace()': (node: XmlNode) => node.namespace,
      'String getNamespaceFor(String)': (node: XmlNode, prefix: Text) => node.namespaceOf(prefix ?? ''),
      'Dom.XmlNodeType getNodeType()': (node: XmlNode) => enumConstant('Dom.XmlNodeType', node.kind),
      'Dom.XmlNode getParent()': (node: XmlNode) => node.parent,
      'String getPrefixFor(String)': (node: XmlNode, namespace: Text) => node.prefixOf(requireArgument(namespace)),
      'String getText()': textOf,
      'Dom.XmlNode insertBefore(Dom.XmlNode,Dom.XmlNode)': (
        node: XmlNode,
        added: XmlNode | null,
        before: XmlNode | null,
      ) => node.append(requireArgument(added), before),
      'Boolean removeAttribute(String,String)': (node: XmlNode, key: Text, namespace: Text) =>
        removeFrom(node.attributes, attributeOf(node, key, namespace)),
      'Boolean removeChild(Dom.XmlNode)': (node: XmlNode, child: XmlNode | null) =>
        removeFrom(node.children, requireArgument(child)),
      'void setAttribute(String,String)': (node: XmlNode, key: Text, value: Text) =>
        setAttribute(node, key, value, null),
      'void setAttributeNs(String,String,String,String)': (node: XmlNode, key: Text, value: Text, namespace: Text) =>
        setAttribute(node, key, value, namespace),
      'void setNamespace(String,String)': (node: XmlNode, prefix: Text, namespace: Text) => {
        node.declared.set(prefix ?? '', requireArgument(namespace));
      },
    },
  },
  enumType('Dom.XmlNodeType', ['ELEMENT', 'TEXT', 'COMMENT']),
];
