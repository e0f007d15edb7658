import { foot, head, menu, menuWords, p, type Page } from './page.js';
import { paragraph, paragraphs, sentence } from './words.js';

const story = paragraphs(10, 18);
const page = (name: string, body: readonly string[], out: readonly string[], html: string, more = ''): Page => ({ name, body, out: [...menuWords, ...out], html: `<!doctype html><html lang="en">${head('The reading room', more)}<body>${menu}${html}${foot}</body></html>` }); // prettier-ignore

/** Markup that says little about what it holds. */
export const layoutPages: readonly Page[] = [
  page('only boxes', story, [], `<div class="c1"><div class="c2"><div class="t">The reading room</div>${story.map((block) => `<div class="x">${block}</div>`).join('')}</div></div>`), // prettier-ignore
  page('paragraphs made by line breaks', story, ['Popular'], `<div id="wrap"><h1>The reading room</h1><div class="text">${story.join('<br><br>')}</div></div><div class="popular"><b>Popular</b></div>`), // prettier-ignore
  page('single line breaks', story, [], `<table width="700"><tr><td><font size="2">${story.join('<br>')}</font></td></tr></table>`), // prettier-ignore
  page('spans in a box', story, [], `<div class="story-text">${story.map((block) => `<span>${block}</span>`).join('<br>')}</div>`), // prettier-ignore
  page('sections one inside another', story, [], `<section><section><h2>The reading room</h2>${story.map((block) => `<section><p>${block}</p></section>`).join('')}</section></section>`), // prettier-ignore
  page('AMP', story, ['Next up'], `<amp-sidebar id="s"><p>Next up on the courier: weather and jobs</p></amp-sidebar><main role="main"><article class="amp-article"><h1>The reading room</h1><amp-img src="/a.jpg" width="1" height="1"></amp-img>${p(story)}<amp-ad width="300"></amp-ad></article></main>`), // prettier-ignore
  page('body in names that sound like furniture', story, [], `<div class="content-widget-sidebar-layout"><div class="widget-text"><h1>The reading room</h1>${p(story)}</div></div>`), // prettier-ignore
  page('a drop cap', [`O${paragraph(20)}`, ...story], [], `<article><h1>The reading room</h1><p><span class="dropcap">O</span>${paragraph(20)}</p>${p(story)}</article>`), // prettier-ignore
  page('each paragraph with a link', story.map((block) => `${block} More in the annual report of the town.`), [], `<article><h1>The reading room</h1>${p(story.map((block) => `${block} More in the <a href="/r">annual report of the town</a>.`))}</article>`), // prettier-ignore
  page('a recipe', ['It keeps for a week.', ...story.slice(0, 3), '500 grams of flour', 'A pinch of salt', 'Mix the flour with the water.', 'Wait for an hour.'], ['Rate this'], `<article><h1>Bread of Orle</h1><p>It keeps for a week.</p>${p(story.slice(0, 3))}<h2>Ingredients</h2><ul><li>500 grams of flour</li><li>A pinch of salt</li></ul><h2>Steps</h2><ol><li>Mix the flour with the water.</li><li>Wait for an hour.</li></ol><div class="rating">Rate this</div></article>`), // prettier-ignore
  page('an interview', story.flatMap((block, index) => [`Question ${index}: how did it begin?`, block]), [], `<article><h1>The reading room</h1>${story.map((block, index) => `<p><strong>Question ${index}: how did it begin?</strong></p><p>${block}</p>`).join('')}</article>`), // prettier-ignore
  page('a preformatted report', story, [], `<div class="doc"><h1>The reading room</h1><pre>${story.join('\n\n')}</pre></div>`), // prettier-ignore
  page('share bars at both ends', story, ['Share on', 'Copy link'], `<article><h1>The reading room</h1><div class="share-bar"><a href="#">Share on Blether</a> <a href="#">Copy link</a></div>${p(story)}<div class="share-bar"><a href="#">Share on Blether</a> <a href="#">Copy link</a></div></article>`), // prettier-ignore
  page('an article hidden until a script runs', story, [], `<div class="article-body" style="visibility:hidden">${p(story)}</div>`), // prettier-ignore
  page('a corrections note and a dateline', [`BRENMOOR — ${paragraph(30)}`, ...story, 'Correction: an earlier version gave a wrong year.'], [], `<article><h1>The reading room</h1><p>BRENMOOR — ${paragraph(30)}</p>${p(story)}<p><em>Correction: an earlier version gave a wrong year.</em></p></article>`), // prettier-ignore
  page('short lines of a dialogue', [...story.slice(0, 4), '“Yes.”', '“No.”', '“And now?”', ...story.slice(4)], [], `<article><h1>The reading room</h1>${p([...story.slice(0, 4), '“Yes.”', '“No.”', '“And now?”', ...story.slice(4)])}</article>`), // prettier-ignore
  page('a blog post with tags and neighbours', story, ['Filed under', 'Older post', 'Leave a reply'], `<div id="content"><div class="post hentry"><h2 class="entry-title">The reading room</h2><div class="entry-content">${p(story)}</div><p class="postmetadata">Filed under <a href="/t">Town</a>, <a href="/b">Books</a></p></div><div class="navigation"><a href="/o">Older post</a></div><div id="respond"><h3>Leave a reply</h3><form><textarea></textarea></form></div></div>`), // prettier-ignore
  page('the end of the article in a box of its own', story, ['Tickets'], `<div class="page"><div class="article-part">${p(story.slice(0, 6))}</div><div class="banner"><p>Tickets for the concert are on sale now</p></div><div class="article-part">${p(story.slice(6))}</div></div>`), // prettier-ignore
  page('a gallery: a caption is all there is to each picture', story.slice(0, 4), [], `<article><h1>The reading room</h1>${p(story.slice(0, 4))}<ul class="gallery"><li><img src="/1.jpg"></li><li><img src="/2.jpg"></li></ul></article>`), // prettier-ignore
  page('a letter with a signature', [...story, sentence(90)], [], `<article><h1>The reading room</h1>${p([...story, sentence(90)])}</article>`), // prettier-ignore
];
