/** Words that are frequent in one language and rare or missing in its neighbours, lower case; written by hand. */
export const functionWords: Readonly<Record<string, string>> = {
  en: 'the of and to in is that it was for on are with as this be at by not have from or but they you we his her their which would there been has were what when will can who all she he my your just about out up its i me do so if an one like than',
  fr: 'le la les de des du et est un une dans que qui pour pas sur au aux avec ce cette il elle nous vous ils je ne se plus par son sa ses mais ou où été être sont comme tout fait bien très aussi leur même deux après entre encore sans ça c qu j l d n s',
  es: 'el la los las de del y es un una en que por para con no se lo su sus al como más pero le ya o este esta está son fue muy también hay cuando todo nos porque desde entre sin sobre ser tiene donde mi yo te me qué años dos',
  nl: 'de het een en van in is dat op te met voor niet zijn aan er ook om door bij naar maar uit als nog wordt werd dan over heeft hij ze ik je wij deze dit die was worden geen wel meer moet kan tot hebben had veel zo wat',
  de: 'der die das und ist in den von zu mit dem des auf für nicht ein eine einen im sich auch es er sie an als bei nach aus wird am um so wie noch werden hat oder aber wir ich nur über zum zur war einer kann diese sind vor durch mehr',
  it: 'il la le lo gli i di del della che è e un una in per non con si da sono al alla nel più come anche questo ha ma dei delle dal suo sua ci mi ti lui loro essere stato tra tutti perché quando anni sul molto dopo solo',
  pt: 'o a os as de do da dos das e é um uma em no na que não por para com se mais como mas foi ao ele ela seu sua ou são tem pelo pela também já muito isso nos quando está você eu ser até sem anos depois há sobre',
  tr: 've bir bu da de için ile çok olarak daha gibi kadar olan ne ya var yok değil ama en sonra olduğu her o ben sen biz mi mı mu mü ki şey diye bunu nasıl neden hem iki yeni oldu kendi göre',
  'ary-Latn':
    'ana nta nti wach wesh ach chno kifach fin 3lach 3la m3a dyal dyali dial bzaf bezzaf walo walou chwiya daba hna 7na homa hadi hada had hadchi machi makayn kayn bghit ghadi rah rani khoya khouya sa7bi li lli w f bach men mn ma chi inchallah hamdoullah salam yallah safi mezyan zwin 3andi kont kan ghir koulchi labas kima rak hadak hadik',
  kab: 'd n i ad ur ara deg seg ɣer yella tella ara akk yal nni ass amek anida acu acku nekk kečč netta nettat azul tanemmirt ɣef s yiwen yiwet fell dayen maca neɣ ad-d akken mi ma xas',
  pl: 'i w na z do się nie jest że to o za jak po ale dla od przez są był tak co już jego przy oraz ich tylko być może także',
  sv: 'och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när år under också efter eller nu där',
  ro: 'și de în la a cu pe nu că este o un din pentru care mai se sunt ce au fost prin sau dar ale lui după ca fi',
  ca: 'el la els les de del i és un una en que per amb no es a al com més però són va també ha seva això dels aquest molt fins on',
  ar: 'في من على إلى عن أن إن التي الذي هذا هذه كان كانت ما لا لم لن قد مع بعد قبل بين كل حتى عند ذلك تلك هو هي هم نحن أنا أو ثم كما حيث منذ أي غير حول خلال وقد وكان ولا وقال قال يكون ليس الذين أكثر',
  ary: 'ديال ديالي ديالو ديالنا ديالك واش علاش كيفاش فين شنو آش شحال بزاف دابا دوكا غادي راه راني راك راهم كاين ماكاين ماكاينش ماشي هاد هادي هادا هادشي هادو باش حيت حنا نتا نتي نتوما هوما كي كيما شي والو غير بغيت بغيتي اللي لي برك بصح خويا مزيان زوين زوينة واعر وين علاه دير كنت عندي ليا ليه فيها معانا يالاه صافي شوية بلاتي حتا كندير',
  fa: 'و در به از که این است را با برای آن یک خود تا کرد بر هم نیز شد شده می ها های ای اند بود باید کند من ما شما او آنها چه اگر هر یا اما دارد کنید هستند نمی دو سال روز',
  ur: 'کے کی کا ہے میں اور سے کو نے پر یہ ہیں کہ اس وہ بھی تو نہیں تھا ہو کر ایک ان جو تھی تھے ہم آپ گا گی لیے ساتھ بعد کیا گیا رہے رہا ہوں اپنے کچھ',
  ru: 'и в не на что я с он как это по но из у за от то так же для мы вы они она был была было были быть все его её их бы к о до или если когда уже только ещё при есть',
  uk: 'і в не на що я з він як це по але із у за від та так для ми ви вони вона був була було бути все його її їх б до або якщо коли вже тільки ще при є й також',
};
