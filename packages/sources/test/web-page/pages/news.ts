import { foot, head, menu, menuWords, p, type Page } from './page.js';
import { paragraph, paragraphs, sentence } from './words.js';

const story = paragraphs(0, 8);
const quarter = [story.slice(0, 2), story.slice(2, 4), story.slice(4, 6), story.slice(6, 8)] as const;
const page = (name: string, body: readonly string[], out: readonly string[], html: string): Page => ({ name, body, out: [...menuWords, ...out], html: `<!doctype html><html lang="en">${head('Bridge to be repaired')}<body>${menu}${html}${foot}</body></html>` }); // prettier-ignore

/** What newspapers put into and around their articles. */
export const newsPages: readonly Page[] = [
  page(
    'related links between and below the paragraphs',
    story,
    ['Ten walks', 'Our guide to the coast', 'Harbour fire', 'More from News'],
    `<main><article><h1>Bridge to be repaired</h1>${p(quarter[0])}<div class="inline-link"><a href="/walks">Ten walks for a Sunday with the children</a></div>${p(quarter[1])}<p><strong>Read more: <a href="/coast">Our guide to the coast</a></strong></p>${p([...quarter[2], ...quarter[3]])}</article><section class="more"><h2>More from News</h2><ul><li><a href="/a">Harbour fire was an accident</a></li><li><a href="/b">New buses arrive</a></li></ul></section></main>`,
  ),
  page(
    'a newsletter box in the middle',
    story,
    ['Start your morning', 'your e-mail', 'one click'],
    `<article><h1>Bridge to be repaired</h1>${p([...quarter[0], ...quarter[1]])}<div class="newsletter-box"><h3>The Morning Courier</h3><p>Start your morning with the five stories that matter in Brenmoor, free and every weekday at six.</p><form><input type="email"><button>Enter your e-mail</button></form><p>You can leave with one click.</p></div>${p([...quarter[2], ...quarter[3]])}</article>`,
  ),
  page(
    'a cookie notice in front',
    story,
    ['We and our 214 partners', 'legitimate interest'],
    `<div id="cookie-consent" role="dialog"><h2>Your choice</h2><p>We and our 214 partners store and read information on your device, such as cookies, to show personal content and to measure it. Some partners rely on legitimate interest and do not ask for consent; you may object at any time in the settings.</p><p>Choose what you accept. You can change it whenever you like at the end of every page of this site, and we will ask again after twelve months.</p><button>Accept all</button></div><article><h1>Bridge to be repaired</h1>${p(story)}</article>`,
  ),
  page(
    'the author introduced below',
    story,
    ['has reported from Brenmoor', 'grew up in Lund'],
    `<article><h1>Bridge to be repaired</h1><p class="byline">By Mara Olden</p>${p(story)}<div class="author-bio"><img src="/m.jpg"><h4>Mara Olden</h4><p>Mara Olden has reported from Brenmoor for the Courier since 2011. She grew up in Lund and plays the cello.</p></div></article>`,
  ),
  page(
    'readers comment, and more than the article says',
    story,
    ['typical of this town', 'bring back the tram', 'Log in to comment'],
    `<article><h1>Bridge to be repaired</h1>${p(story)}</article><section id="comments"><h3>14 comments</h3>${Array.from({ length: 14 }, (_, index) => `<div class="comment"><b>reader${index}</b><p>This is typical of this town, number ${index}: first they let it rot and then they tell us that there is no money. They should bring back the tram, and ask the people who use the bridge every day what they think of it.</p></div>`).join('')}<p>Log in to comment</p></section>`,
  ),
  page(
    'pictures with captions and credits',
    story,
    ['The bridge in May', 'Photograph by', 'seen from the mill'],
    `<article><h1>Bridge to be repaired</h1><figure><img src="/1.jpg"><figcaption>The bridge in May, when the river was low. Photograph by Ilse Varga</figcaption></figure>${p([...quarter[0], ...quarter[1]])}<div class="image-block"><img src="/2.jpg"><span class="image-caption">The bridge seen from the mill.</span></div>${p([...quarter[2], ...quarter[3]])}</article>`,
  ),
  page(
    'a pull quote that repeats the text',
    story,
    ['It is our bridge'],
    `<article><h1>Bridge to be repaired</h1>${p([...quarter[0], ...quarter[1]])}<aside class="pullquote"><p>“It is our bridge and nobody else will mend it”</p></aside>${p([...quarter[2], ...quarter[3]])}</article>`,
  ),
  page(
    'a quotation that belongs to the text',
    [...quarter[0], `We heard it crack in the night. ${sentence(60)}`, ...quarter[1], ...quarter[2]],
    [],
    `<article><h1>Bridge to be repaired</h1>${p(quarter[0])}<blockquote><p>We heard it crack in the night. ${sentence(60)}</p></blockquote>${p([...quarter[1], ...quarter[2]])}</article>`,
  ),
  page(
    'lists that belong to the text',
    [
      ...quarter[0],
      'The work has three parts:',
      sentence(70),
      sentence(71),
      'New lamps.',
      ...quarter[1],
      ...quarter[2],
    ],
    [],
    `<article><h1>Bridge to be repaired</h1>${p(quarter[0])}<p>The work has three parts:</p><ul><li>${sentence(70)}</li><li>${sentence(71)}</li><li>New lamps.</li></ul>${p([...quarter[1], ...quarter[2]])}</article>`,
  ),
  page(
    'a list in which every point has a link',
    [...quarter[0], `See <the report>`, ...quarter[1], ...quarter[2]].map((block) =>
      block.startsWith('See <') ? `In the archive of the mill: ${sentence(75)}` : block,
    ),
    [],
    `<article><h1>Bridge to be repaired</h1>${p(quarter[0])}<ol><li>In the <a href="/arch">archive of the mill</a>: ${sentence(75)}</li></ol>${p([...quarter[1], ...quarter[2]])}</article>`,
  ),
  page(
    'a table of figures',
    [...quarter[0], 'Stone', '120,000 crowns', 'Timber', '45,000 crowns', ...quarter[1], ...quarter[2]],
    [],
    `<article><h1>Bridge to be repaired</h1>${p(quarter[0])}<table><thead><tr><th>Part</th><th>Cost</th></tr></thead><tbody><tr><td>Stone</td><td>120,000 crowns</td></tr><tr><td>Timber</td><td>45,000 crowns</td></tr></tbody></table>${p([...quarter[1], ...quarter[2]])}</article>`,
  ),
  page(
    'subheadings',
    [...quarter[0], 'What it costs', ...quarter[1], 'Who will pay', ...quarter[2]],
    [],
    `<article><h1>Bridge to be repaired</h1>${p(quarter[0])}<h2>What it costs</h2>${p(quarter[1])}<h2>Who will pay</h2>${p(quarter[2])}</article>`,
  ),
  page(
    'a live blog',
    [0, 1, 2, 3, 4, 5].flatMap((index) => [paragraph(index), sentence(80 + index)]),
    ['Follow the latest'],
    `<main><h1>Flood: as it happened</h1><p class="live-label">Follow the latest</p><div class="live-blog">${[0, 1, 2, 3, 4, 5].map((index) => `<div class="live-post"><time>1${index}:05</time><div class="live-post-text">${p([paragraph(index), sentence(80 + index)])}</div></div>`).join('')}</div></main>`,
  ),
  page(
    'the teaser of a paywall',
    story.slice(0, 2),
    ['Already a subscriber', 'four weeks for one crown', 'Unlimited access'],
    `<article><h1>Bridge to be repaired</h1>${p(story.slice(0, 2))}<div class="paywall"><h2>Read on with Courier Plus</h2><p>Get four weeks for one crown and read every story on all your devices. Unlimited access, no advertising, and the crossword of the day.</p><a href="/login">Already a subscriber? Log in</a></div></article>`,
  ),
  page(
    'a standfirst and a box with facts',
    ['After years of talk the town will mend its bridge, and it will cost less than feared.', ...story],
    ['Weather for the week'],
    `<article><h1>Bridge to be repaired</h1><p class="standfirst">After years of talk the town will mend its bridge, and it will cost less than feared.</p>${p(story)}</article><aside class="sidebar"><h3>Weather for the week</h3><p>Weather for the week: rain on Monday, clouds from Tuesday on, and a little sun at last on the weekend.</p></aside>`,
  ),
  page(
    'several articles in full on one page, of which the first is meant',
    story,
    ['A second story'],
    `<main><article class="main-article"><h1>Bridge to be repaired</h1>${p(story)}</article><div class="related-stories">${[0, 1, 2].map((index) => `<article class="teaser"><h3><a href="/s${index}">A second story, number ${index}</a></h3><p>A second story begins with these words and goes on elsewhere.</p></article>`).join('')}</div></main>`,
  ),
  page(
    'words of advertising between the paragraphs',
    story,
    ['Advertisement', 'Story continues below'],
    `<article><h1>Bridge to be repaired</h1>${story.map((block, index) => `<p>${block}</p>${index % 2 === 1 ? '<div class="ad-slot"><span>Advertisement</span></div><p>Story continues below</p>' : ''}`).join('')}</article>`,
  ),
  page(
    'an article of one short paragraph',
    [paragraph(2)],
    ['Ten walks'],
    `<main><article><h1>Bridge to be repaired</h1><p>${paragraph(2)}</p></article><div class="most-read"><h3>Most read</h3><ol>${[0, 1, 2, 3, 4].map((index) => `<li><a href="/m${index}">Ten walks for a Sunday, part ${index}</a></li>`).join('')}</ol></div></main>`,
  ),
];
