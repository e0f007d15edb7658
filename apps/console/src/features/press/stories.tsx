import type { ItemSummary, RouteResponse, Routes } from '@vedette/contract';
import { Message, useFormat, useMessages } from '../../i18n/i18n.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { Untrusted } from '../../ui/untrusted.js';
import { SourceLine, sourceName } from '../items/source-line.js';
import { ArticleLink } from './stream-row.js';

type Story = RouteResponse<Routes['press']>['stories'][number];

/** The lead stories, in the order of a front page: one large, the others beside and below it. */
export function Stories({ stories }: { readonly stories: readonly Story[] }) {
  const t = useMessages();
  if (stories.length === 0) return null;
  return (
    <section aria-label={t('press.stories')} className="press-stories">
      <div className="press-top">
        {stories.slice(0, 3).map((story, index) => (
          <StoryPiece key={story.id} story={story} first={index === 0} />
        ))}
      </div>
      {stories.length > 3 && (
        <div className="press-second">
          {stories.slice(3).map((story) => (
            <StoryPiece key={story.id} story={story} first={false} />
          ))}
        </div>
      )}
    </section>
  );
}

function StoryPiece({ story, first }: { readonly story: Story; readonly first: boolean }) {
  const t = useMessages();
  return (
    <article className={first ? 'press-story press-story-first' : 'press-story'}>
      <h2 className={first ? 'press-title press-title-1' : 'press-title press-title-2'}>
        <ArticleLink item={story.lead} />
      </h2>
      <SourceLine item={story.lead} />
      {first && (
        <p className="press-teaser">
          <Untrusted text={teaserOf(story.lead)} lang={story.lead.lang} />
        </p>
      )}
      {story.articles > 1 && (
        <p className="press-spread">
          {t('press.articles', { count: story.articles })} · {t('press.outletCount', { count: story.outlets })} ·{' '}
          <Message
            id="press.firstSeen"
            values={{ outlet: <Untrusted text={story.firstOutlet} />, time: <RelativeTime instant={story.firstAt} /> }}
          />
        </p>
      )}
      {first && story.others.length > 0 && (
        <ul className="press-others">
          {story.others.map((other) => (
            <li key={other.id}>
              <OtherOutlet item={other} />
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

function OtherOutlet({ item }: { readonly item: ItemSummary }) {
  const format = useFormat();
  return (
    <>
      <ArticleLink item={item} />{' '}
      <span className="muted small">
        <Untrusted text={sourceName(item.source)} />
        {item.lang !== undefined && ` · ${format.languageName(item.lang)}`}
      </span>
    </>
  );
}

/** The beginning of the text, to the end of a word. */
function teaserOf(item: ItemSummary, length = 280): string {
  const text = item.text.split('\n', 1)[0] ?? '';
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2))}…`;
}
