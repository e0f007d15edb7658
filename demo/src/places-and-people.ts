/** A name in Latin and in Arabic letters. Every place and person here is invented. */
export interface DemoName {
  readonly latin: string;
  readonly arabic: string;
}

export const towns: readonly DemoName[] = [
  { latin: 'Halvern', arabic: 'هالفرن' },
  { latin: 'Marest', arabic: 'ماريست' },
  { latin: 'Sorbel', arabic: 'سوربيل' },
  { latin: 'Lindmar', arabic: 'ليندمار' },
  { latin: 'Corvane', arabic: 'كورفان' },
  { latin: 'Belsano', arabic: 'بلسانو' },
  { latin: 'Rovenne', arabic: 'روفين' },
  { latin: 'Tolmera', arabic: 'تولميرا' },
];

export const women: readonly DemoName[] = [
  { latin: 'Nadia Verrin', arabic: 'نادية فيرين' },
  { latin: 'Clara Monsell', arabic: 'كلارا مونسيل' },
  { latin: 'Salma Tarekat', arabic: 'سلمى تاريكات' },
  { latin: 'Mireille Davolle', arabic: 'ميراي دافول' },
  { latin: 'Marit Hoekwater', arabic: 'ماريت هوكواتر' },
  { latin: 'Greta Lindauer', arabic: 'غريتا ليندور' },
  { latin: 'Zohra Belmarek', arabic: 'زهرة بلمارك' },
];

export const men: readonly DemoName[] = [
  { latin: 'Tomas Bellor', arabic: 'توماس بيلور' },
  { latin: 'Karim Haddoune', arabic: 'كريم حدّون' },
  { latin: 'Luc Marvesin', arabic: 'لوك مارفيزان' },
  { latin: 'Diego Salbán', arabic: 'دييغو سالبان' },
  { latin: 'Joost Vanderel', arabic: 'يوست فاندريل' },
  { latin: 'Henrik Aldmann', arabic: 'هنريك ألدمان' },
  { latin: 'Yidir Ouzral', arabic: 'يدير أوزرال' },
];

/** Handles of people who post; they carry no meaning. */
export const handles: readonly string[] = [
  'marsh_heron',
  'tea_at_four',
  'lenn_k',
  'brume77',
  'petitpain',
  'qahwa_w_ktab',
  'nour_tolmera',
  'farolito',
  'la_grulla',
  'polderjongen',
  'molenwiek',
  'kleinerkranich',
  'apfelmost',
  'rainbarrel',
  'second_tenor',
  'tramwatcher',
  'souk_notes',
  'jedda_chess',
  'walnut_loaf',
  'umbrella_lost',
  'quay_nine',
  'harbour_bell',
  'orchard_ann',
  'dyke_runner',
];
