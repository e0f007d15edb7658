import { Message } from '../../i18n/i18n.js';
import { Untrusted } from '../../ui/untrusted.js';

/** A message about a source, its title isolated. */
export function SourceMessage(props: { readonly id: 'sources.added' | 'sources.removed'; readonly title: string }) {
  return <Message id={props.id} values={{ title: <Untrusted text={props.title} /> }} />;
}
