export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;

/** What people choose when told "at least twelve", compared without digits and signs at the ends. */
const COMMON = new Set(
  `password passwort passw0rd p@ssword p@ssw0rd qwerty qwertyuiop qwertyuiopasdf asdfghjkl zxcvbnm
  qazwsxedc 1qaz2wsx3edc 1q2w3e4r5t6y 1q2w3e4r5t abcdefghijkl abcdefghijklm iloveyou iloveyouforever
  woaini woaini1314 woaini520 welcome welcometo letmein letmeinplease changeme changemeplease
  administrator admin superadmin rootroot testtest testpassword secretsecret mypassword
  passwordpassword closeloop closeloopadmin trustno sunshine football
  baseball princess dragon monkey master shadow michael company companyname default defaultpassword`.split(
    /\s+/,
  ),
);

const SEQUENCES = "01234567890123456789 98765432109876543210 abcdefghijklmnopqrstuvwxyz";

/** Fewer than five different characters, one run of the alphabet or the digits, or one piece repeated. */
function isMonotonous(text: string): boolean {
  if (new Set(text).size < 5) return true;
  return SEQUENCES.includes(text) || /^(.{1,6})\1+$/.test(text);
}

/**
 * Why a password may not be used, as an error code; null where it may. Length is what counts:
 * no rules about kinds of characters.
 */
export function passwordProblem(
  password: string,
  account: { email?: string | null; name?: string | null } = {},
): string | null {
  if ([...password].length < PASSWORD_MIN) return "passwordTooShort";
  if (password.length > PASSWORD_MAX) return "passwordTooLong";
  const text = password.toLowerCase();
  const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  if (COMMON.has(text) || COMMON.has(core) || isMonotonous(text)) return "passwordCommon";
  const email = account.email?.toLowerCase() ?? "";
  const own = [email, email.split("@")[0] ?? "", account.name?.toLowerCase() ?? ""];
  const plain = (value: string) => value.replace(/[^\p{L}]+/gu, "");
  const isOwn = own.some((word) => plain(word).length > 2 && plain(word) === plain(text));
  return isOwn ? "passwordLikeAccount" : null;
}
