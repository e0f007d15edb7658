import type { settings as english } from '../en/settings.js';
import type { Translation } from '../messages.js';

export const settings: Translation<typeof english, 'ar'> = {
  mine: 'إعداداتي',
  team: 'إعدادات الفريق',
  mineText: 'تتبع حسابك على كل حاسوب.',
  display: 'العرض',
  ticker: 'اعرض شريط العناوين في الصفحة الأولى',
  keys: 'المفاتيح',
  singleKeys: 'المفاتيح المنفردة تعمل',
  singleKeysHint: 'عند التعطيل يبقى Ctrl/⌘-K فقط، لمن يستعمل التحكم الصوتي أو قارئات الشاشة التي ترسل حروفًا.',
  action: 'الفعل',
  key: 'المفتاح',
  change: 'تغيير',
  changeKey: 'تغيير مفتاح «{action}»',
  pressKey: 'اضغط المفتاح الجديد لـ «{action}». مفتاح Escape يبقيه كما هو.',
  keyTaken: 'هذا المفتاح مخصّص لـ «{action}».',
  resetKeys: 'المفاتيح المعتادة',
  password: 'كلمة المرور',
  currentPassword: 'كلمة المرور الحالية',
  newPassword: 'كلمة المرور الجديدة',
  changePassword: 'غيّر كلمة المرور',
  passwordChanged: 'تغيّرت كلمة المرور وانتهت جلساتك الأخرى.',
  flagThreshold: 'عدد الأشخاص المختلفين لإخفاء صورة',
  retention: 'أيام الاحتفاظ بالعناصر التي لا قرار فيها',
  retentionHint: 'قد يكون لمصدر عدد خاص به. تُحفظ العناصر التي يستند إليها قرار.',
  teamReadOnly: 'لا يغيّرها إلا المديرون.',
  whole: 'أدخل عددًا صحيحًا من {min} إلى {max}.',
  secondPerson: 'القواعد الخطيرة تتطلب شخصًا ثانيًا',
  secondPersonHint:
    'كل ما يضيف قاعدة عالية الخطورة أو حرجة أو يغيّرها ينتظر تأكيد شخص آخر. اتركه متوقفًا حيث يعمل شخص واحد.',
};
