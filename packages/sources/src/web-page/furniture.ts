/** Short blocks that publishers put between paragraphs, in the five languages of the house and German: the whole block. */
const furnitureWhole =
  /^(?:advertisement|advertising|ad|sponsored|story continues below(?: advertisement)?|publicité|publicidad|advertentie|anzeige|إعلان|share|shares?|tweet|pin(?: it)?|print|e-?mail|save|comments?|\d+ comments?|\d+ shares?|loading(?:\.\.\.|…)?|load more|show more|see more|view comments|leave a comment|continue reading|copy link|close|menu|back to top|related(?: (?:articles?|stories|posts|topics|coverage|content|links|news))?|recommended(?: for you| stories)?|more stories|top stories|most (?:read|popular|viewed)|trending(?: now)?|you may also like|getty images|reuters|afp|file photo)\s*:?\s*$/iu;

/** … and the beginnings of such blocks. */
const furnitureStart =
  /^(?:read (?:more|also|next|the full)\b|also read\b|see also\b|related\s*:|more (?:from|on)\b|don'?t miss\b|must read\b|watch\s*(?:now|more|the video|:)|listen\s*(?:now|:)|share (?:this|on|via)\b|follow (?:us\b|@)|like us on\b|sign up (?:for|to|now|here)\b|subscribe (?:to|now|here|today)\b|join our\b|get (?:our|the latest)\b|click here\b|tap here\b|skip to\b|copyright\b|©|\(c\) \d{4}|all rights reserved|tags?\s*:|topics?\s*:|filed under\b|posted in\b|categories\s*:|photos?\s*(?:by\b|:|credit|courtesy)|(?:image|picture|pic)s?\s*(?:by\b|:|credit|copyright|source)|(?:image|photo|media) caption|file (?:photo|picture|image)\b|(?:lire|à lire|voir) (?:aussi|également|plus)\b|partager\b|abonnez-vous\b|inscrivez-vous\b|suivez-nous\b|crédit photo|(?:leer|lee|ver) (?:también|más)\b|te puede interesar|compartir\b|suscríbete\b|síguenos\b|foto\s*:|lees (?:ook|verder|meer)\b|schrijf je in\b|bekijk ook\b|lesen sie auch\b|mehr zum thema\b|اقرأ أيضا|إقرأ أيضا|تابعنا|مواضيع ذات صلة|terms of (?:use|service)\b|privacy policy\b)/iu;

/** Whether a short block of text is furniture of the page. */
export function isFurniture(text: string): boolean {
  return text.length <= 160 && (furnitureWhole.test(text) || furnitureStart.test(text));
}
