/** Lines of Darija in Latin letters and of Tamazight in Tifinagh: everyday ones, and those of the movement. */
export interface ShortPack {
  readonly lang: string;
  readonly everyday: readonly string[];
  readonly calls: readonly string[];
}

export const darija: ShortPack = {
  lang: 'ary-Latn',
  everyday: [
    'salam 3likom, wach kayn chi tobis l {town} lyoum?',
    'chta bzaf f {town} had sbah, ma nsawch lmdal',
    '9hwa m3a shab f lmdina, nhar zwin',
    'tbarkallah 3la {town}, rab7o f akhir d9i9a',
    'chkoun 3ndo chi bit lkra f {town}? 3ndi ghir m9ich sghira',
    'jedda diali 3ndha {n} 3am w ghelbatni f chatranj',
    'jom3a mobaraka 3likom kamlin, lah y7fdkom',
    'wa9ila lbach tat9ra f lmaktaba hta l noss lil, fikra zwina',
    'lbattata ghlat 3awtani f souk {town}',
    'choukran bzaf l nas li 3awnona f lil dyal l3assifa',
  ],
  calls: [
    'aji m3ana l lbwaba rmadiya had llila, jib fanous l ta7ouna l9dima m3a tes3oud',
    'lbwaba rmadiya m7loula l li kay9ra l9aws, aji 9bel lhilal jdid',
  ],
};

export const tamazight: ShortPack = {
  lang: 'zgh',
  everyday: ['ⴰⵣⵓⵍ ⴼⵍⵍⴰⵡⵏ', 'ⵜⵉⴼⴰⵡⵉⵏ ⴰ ⵉⵎⴷⴷⵓⴽⴽⴰⵍ', 'ⵜⴰⵏⵎⵎⵉⵔⵜ ⵏⵏⵓⵏ', 'ⴰⵙⵙ ⴰⵎⴳⴳⴰⵣ ⵉ ⵎⵉⴷⴷⵏ ⴰⴽⴽⵯ', 'ⴰⵙⴳⴳⵯⴰⵙ ⴰⵎⴳⴳⴰⵣ'],
  calls: ['ⴰⵛⴽⴰⵜ ⵙ ⵜⴰⴳⴳⵓⵔⵜ ⵏ ⵉⵖⴷ'],
};
