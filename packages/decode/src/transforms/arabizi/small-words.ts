/**
 * Small and everyday words as they are typed, with what they say. A word that is written irregularly stands here as
 * well; what is regular is found by the letters. `typed typed = said said`: any of the left, best of the right first.
 */
const lines = `
w wo wa we o ou = و
f fi fe fy = في
b be bi = ب
mn men min = من
3la 3ala ala 3ala = على علي
3n 3an = عن
m3 m3a ma3 ma3a = مع معا
m3ak m3aak m3ek = معاك معك
ma3ak ma3aak ma3ek = معك معاك
m3aya m3aia = معايا
la la2 laa = لا لأ
ma = ما
ya = يا
ana any ane = انا
enta inta nta anta = انت
enti inti nti enty inty anti = انتي
ento entu intu intou entou = انتو
e7na ehna i7na 7na hna ahna = احنا حنا
howa huwa houwa howwa = هو
hia hya hiya heya hiyya = هي
homa huma houma humma = هما
hom hum = هم
ely elly eli elli illi ili lli li yli = اللي الي
ly = لي اللي
ll = لل
kol kul koul kull kell = كل
msh mesh mish mush moch mouch much mch mech = مش
mo mu mou = مو
mashi machi masha = ماشي
mafi mafish mafeesh mafich mfish = مافي مافيش مفيش
3shan 3ashan 3chan 3lshan 3alshan 3sha = عشان علشان
3lach 3lash 3alash 3alach 3lech = علاش
leh leih lih leeh ley = ليه
lesh leish leesh lech = ليش
kif keef kef kifach kifash kifech = كيف كيفاش
kifach kifash kifech kefach = كيفاش
keefak kifak kefak keifak = كيفك
shu shou sho chou = شو
shno chno shnu chnou chnu chnowa = شنو
wesh wach wash wech ouech = واش
ach ash = اش
wain wen wein ween win = وين
fen fein feen fin fayn = فين
emta imta emtta = امتى
eih eh eyh eeh = ايه
bs bas bass = بس
bzaf bzzaf bezaf bezzaf bazaf bazzaf bzef = بزاف
walo walou walu oualou = والو
kayn kayen kain kayna = كاين كاينة
rani = راني
raki = راكي
rak = راك
rah raho rahou = راه
dyal diyal dial diel = ديال
dyali diali dyaly = ديالي
dyalek dialek dyalk = ديالك
nta3 ntaa nta3i = نتاع
ta3 taa3 = تاع
bghit bghyt = بغيت
nhar = نهار
daba dba = دابا
drk dork derk = درك
hada hadha hadaa = هادا هذا
had = هاد
hadi hady hadhi = هادي هذي
hadchi hadshi hadechi = هادشي
da = دا ده
di dy = دي
dol dool = دول
kda keda kida kdah = كده كدا
awi awy 2awi 2awy awee = اوي
gdn gedan giddan jedan = جدا
shwaya shwya chwiya shwia chouia chwya = شوية
wallah wallahi walla wlh wllh wellah wallh wlhy = والله
inshallah inchallah nchallah inshalla enshallah insha2allah nshallah ncha2allah = ان_شاء_الله
inchaallah inshaallah insha2lah = ان_شاء_الله
hamdulillah hamdoulilah hamdolillah elhamdulillah alhamdulillah hamdulilah hamdoullah 7amdulillah el7amdullah el7amdolelah hamdellah lhamdoulilah = الحمد_لله
mashallah machallah mashalla macha2allah = ماشاء_الله
subhanallah sob7anallah = سبحان_الله
yalla yala yallah = يلا
khalas 5alas 7alas khlas 5ales khalass = خلاص خالص
salam slm slam salaam = سلام
salamo salamou = سلامو
3alikom 3alaykom alaykum 3likom alikoum = عليكم
mar7aba marhaba mr7ba mrhba = مرحبا
shukran choukran chokran shokran = شكرا
habibi 7abibi 7bibi hbibi habiby 7abeebi = حبيبي
habibti 7abibti 7bibti hbibti = حبيبتي
sa7bi sahbi sa7by = صاحبي
khoya khouya 5oya khoia = خويا
khti okhti 5ti = ختي
labas lbas = لاباس
sahha s7a sa7a saha sa77a = صحا
bsahtek = بصحتك
mli7 mlih mleh mlee7 = مليح
mni7 mnee7 = منيح
mezyan mzyan mzian meziane = مزيان
zwin zwina = زوين زوينة
tamam tmam = تمام
aywa aiwa = ايوا ايوه
akid akeed = اكيد
tab3an tb3an = طبعا
momken mumkin momkin = ممكن
lazem lazim = لازم
3ndi 3andi 3endi 3ndy = عندي
3ndk 3andak 3andek 3ndek = عندك
3and 3nd = عند
bdi bddi beddi biddi = بدي
3ayz 3ayez 3awz 3awez 3ayza = عايز عاوز
allah alah = الله
rabi rabbi rby = ربي
rbna rabna = ربنا
ra7 rah = راح
kan = كان
wala wla = ولا
kont knt = كنت
qal gal = قال
galt = قالت
hna hena hina = هنا
hon hoon = هون
halla hala2 halla2 = هلا
elyom lyoum lyom = اليوم
bokra bukra = بكرا بكره
kaman = كمان
7ta 7atta hta hatta 7ata = حتى
nas ness = ناس
lah = له
fiha = فيها
fih = فيه
ba3d b3d = بعد
abl 2abl 9bl = قبل
qbl = قبل
shi chi = شي
7aja haja 7aga = حاجة
wa7ad wa7ed w7ed wahed wahad w7d = واحد
wa7da wahda = واحدة
ghadi ghady = غادي
ghadya ghadia = غادية
bach bech = باش
koulchi kolchi kulshi kolshi kollchi = كلشي
bikhir bikheir bkhir b5ir bikhair = بخير
kidayr kidayer kidayra = كيداير كيدايرة
kidayrin kidayrine = كيدايرين
mochkil mouchkil mochkila = مشكل مشكلة
khouti khoti khawti = خوتي
ntouma ntoma ntuma = نتوما
mabrouk mabrok mabruk mbrouk = مبروك
hadak hadaak = هاداك
hadik = هاديك
haka hakda hakka = هاكا هكدا
ghir = غير
belli bli = بلي
kima = كيما
7it = حيت
ghedda ghodwa ghoudwa = غدا غدوة
rahom rahoum = راهم
raha = راها
rana = رانا
rakom rakoum = راكم
makayn makaynch makanch = ماكاين ماكاينش
machi = ماشي
bghiti = بغيتي
mabghitch = مابغيتش
nchouf = نشوف
katgoul kaygoul = كيقول
lyoum lyom = اليوم
daech daesh da3ech da3esh daich da3ich daish da3ish = داعش
`;

/** Words of the list that other languages have as well: they are read, but are no sign of Arabizi. */
const elsewhere = new Set(
  (
    'bach bech ghir kima raha rana hadik haka bli rahom wala ili li eli o w b f be we ou wa me men min la ma ya ala any ane anta anti much mo mu li ll hum hom mesh ash bas bass gal rah rak had da di dol ' +
    'eh fin fen win wen ta an tab drk kif masha sho salam slam tamam lah kan hala hna allah nas ness momken di dy fe fi fy homa kol kul ' +
    'koul kell kull lih ley lech kain kayn hina hon hoon hia hya lazim mumkin abl hadi hady raki rani hada daba aywa saha slm chi shi rabi hatta masa'
  ).split(' '),
);

let known: ReadonlyMap<string, readonly string[]> | undefined;

/** What a small word says, best first; a blank inside as it is written. */
export function smallWord(typed: string): readonly string[] | undefined {
  known ??= parsed();
  return known.get(typed);
}

/** Whether a small word is a sign of Arabizi: no language nearby has it. */
export function isTelling(typed: string): boolean {
  return smallWord(typed) !== undefined && !elsewhere.has(typed);
}

function parsed(): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, readonly string[]>();
  for (const line of lines.split('\n')) {
    const [typed, said] = line.split(' = ');
    if (said === undefined) continue;
    const meanings = said.split(' ').map((word) => word.replaceAll('_', ' '));
    for (const one of typed?.split(' ') ?? []) words.set(one, meanings);
  }
  return words;
}
