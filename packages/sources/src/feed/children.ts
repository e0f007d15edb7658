import { textOf } from './content.js';
import { isElement, type XmlElement } from './xml-tree.js';

/** The child elements of one element, by name, in the order of the document. */
export class Children {
  private readonly byName = new Map<string, XmlElement[]>();

  constructor(readonly element: XmlElement) {
    for (const child of element.children) {
      if (!isElement(child)) continue;
      const list = this.byName.get(child.name);
      if (list === undefined) this.byName.set(child.name, [child]);
      else list.push(child);
    }
  }

  all(...names: readonly string[]): readonly XmlElement[] {
    return names.flatMap((name) => this.byName.get(name) ?? []);
  }

  /** The first element of the first name that has any text, markup or attribute. */
  first(...names: readonly string[]): XmlElement | undefined {
    return this.all(...names).find(
      (element) => element.children.length > 0 || Object.keys(element.attributes).length > 0,
    );
  }

  text(...names: readonly string[]): string | undefined {
    for (const element of this.all(...names)) {
      const text = textOf(element);
      if (text !== '') return text;
    }
    return undefined;
  }
}
